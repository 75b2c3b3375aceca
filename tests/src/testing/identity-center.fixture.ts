import { parseScenario, type SandboxOptions } from '@rolecall/sandbox';
import { account, openAccount, type TestAccount } from './account.fixture.ts';

export const other = '444455556666';
export const organization = { id: 'o-a1b2c3d4e5', accounts: { [other]: { name: 'other' } } };

/** The management account of an organization, with Identity Center in another Region than ours. */
export function openCenter(
  identityCenter: object = {},
  options: Partial<SandboxOptions> = {},
): TestAccount {
  const given = { regions: ['us-east-1', 'eu-west-1'], organization };
  const center = { region: 'eu-west-1', ...identityCenter };
  const scenario = parseScenario(JSON.stringify({ ...given, identityCenter: center }), 'test.yaml');
  return openAccount({ scenario, ...options });
}

export const ada = { givenName: 'Ada', familyName: 'Lovelace', email: 'ada@example.com' };
export const grace = { givenName: 'Grace', familyName: 'Hopper' };
const read = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };

/** All that can be declared. */
export const everything = {
  permissionSets: {
    Admin: {
      managedPolicies: ['AdministratorAccess'],
      description: 'All of it.',
      tags: { a: 'b' },
    },
    Reader: {
      sessionDuration: 'PT8H',
      relayState: 'https://console.aws.amazon.com/s3',
      managedPolicies: ['ReadOnlyAccess'],
      inlinePolicy: read,
      permissionsBoundary: 'PowerUserAccess',
    },
  },
  groups: {
    Admins: { members: ['ada'], description: 'Who may do all.' },
    Readers: { members: ['grace'] },
  },
  users: { ada, grace },
  assignments: [
    { permissionSet: 'Admin', group: 'Admins', accounts: ['self', other] },
    { permissionSet: 'Reader', group: 'Readers' },
    { permissionSet: 'Reader', user: 'ada', accounts: [other] },
  ],
};

export function centerManifest(identityCenter: object, more: object = {}): string {
  return JSON.stringify({ version: 1, scope: 'platform', account, identityCenter, ...more });
}

export async function applied(opened: TestAccount, text: string, options = {}) {
  const outcome = await opened.apply(text, options);
  if (outcome.kind !== 'applied') throw new Error(outcome.kind);
  return outcome.report;
}
