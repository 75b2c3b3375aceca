import type { IAMClient } from '@aws-sdk/client-iam';
import { describe, expect, test } from 'vitest';
import { refusalOf, sandboxWithClients, trustIn } from '../clients.fixture.ts';
import type { Faults } from '../faults.ts';

export const trust = trustIn({ Service: 'ec2.amazonaws.com' });
export const own = (resource: string): string => `arn:aws:iam::111122223333:${resource}`;
export const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
export const tags = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: 'v' }));

/** An account with one of everything, so that each case needs one call. */
const scenario = {
  quotas: { RolesQuota: 12, UsersQuota: 12, GroupsQuota: 14, PoliciesQuota: 14 },
  groups: Object.fromEntries([
    ['Admins', { inline: { own: { Statement: [] } } }],
    ['Attached', { attach: ['aws:ReadOnlyAccess'] }],
    ['Members', {}],
    ...Array.from({ length: 10 }, (_, index) => [`g${index}`, {}]),
  ]),
  users: {
    alice: { createdDaysAgo: 3 },
    busy: { groups: Array.from({ length: 10 }, (_, index) => `g${index}`) },
    console: { password: {} },
    keys: { keys: [{}, {}] },
    member: { groups: ['Members'] },
    mfa: { mfa: ['virtual'] },
    signing: { certificates: [{}] },
    ssh: { sshKeys: [{}, {}, {}, {}, {}] },
    credential: { serviceCredentials: Array(2).fill({ service: 'codecommit.amazonaws.com' }) },
    attached: { attach: ['aws:ReadOnlyAccess'] },
    inline: { inline: { own: { Statement: [] } } },
  },
  policies: Object.fromEntries([
    ['Attached', { document: {} }],
    ['Boundary', { document: {} }],
    ['Versions', { document: { v: 5 }, earlier: [{ v: 1 }, { v: 2 }, { v: 3 }, { v: 4 }] }],
    ...Array.from({ length: 10 }, (_, index) => [`p${index}`, { document: {} }]),
  ]),
  roles: {
    app: { trustService: 'ec2.amazonaws.com' },
    attached: { trustService: 'ec2.amazonaws.com', attach: ['Attached'] },
    bounded: { trustService: 'ec2.amazonaws.com', boundary: 'Boundary' },
    full: {
      trustService: 'ec2.amazonaws.com',
      attach: Array.from({ length: 10 }, (_, index) => `p${index}`),
      inline: { own: { Statement: [] } },
      tags: Object.fromEntries(tags(50).map(({ Key, Value }) => [Key, Value])),
    },
    inProfile: { trustService: 'ec2.amazonaws.com' },
    AWSReservedSSO_Admin_0123456789abcdef: {
      path: '/aws-reserved/sso.amazonaws.com/',
      trustService: 'ec2.amazonaws.com',
    },
  },
  instanceProfiles: { web: { role: 'inProfile' } },
  serviceLinkedRoles: { 'support.amazonaws.com': {}, 'autoscaling.amazonaws.com': {} },
  oidcProviders: [{ url: 'https://token.actions.githubusercontent.com' }],
};

export type Case = readonly [
  name: string,
  call: (iam: IAMClient) => Promise<unknown>,
  refusal: string,
];

/** Each call is refused with status, code and the start of the message, and changes nothing. */
export function describeRefusals(
  title: string,
  cases: readonly Case[],
  faults: Partial<Faults> = {},
): void {
  describe(title, () => {
    test.each(cases)('%s', async (_, call, expected) => {
      const { iam, sandbox } = sandboxWithClients({ scenario, faults });
      let before = sandbox.state();
      iam.middlewareStack.add(
        (next) => (args) => {
          before = sandbox.state();
          return next(args);
        },
        { step: 'finalizeRequest' },
      );
      const { status, code, message } = await refusalOf(call(iam));
      expect(`${status} ${code}: ${message}`.slice(0, expected.length)).toBe(expected);
      expect(sandbox.state()).toEqual(before);
    });
  });
}
