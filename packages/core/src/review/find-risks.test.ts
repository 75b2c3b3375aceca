import { expect, it } from 'vitest';
import {
  allowAll,
  allowIam,
  allowRead,
  aPolicy,
  aRole,
  attach,
  aUser,
  type KnownParts,
} from '../checks/testing/snapshot.fixture.ts';
import { desiredOf } from '../manifest/testing/manifest.fixture.ts';
import { planAccount } from '../plan/plan-account.ts';
import { accountWith, mark } from '../plan/testing/plan.fixture.ts';
import { reviewPlan } from './review.ts';

const path = '/rolecall/platform/';
const self = 'arn:aws:iam::111122223333:root';
const service = { Service: 'ecs-tasks.amazonaws.com' };
const github = {
  Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
};

function trusting(principal: object, rest: object = {}) {
  const action = 'Federated' in principal ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole';
  return {
    Version: '2012-10-17' as const,
    Statement: [{ Effect: 'Allow' as const, Principal: { ...principal }, Action: action, ...rest }],
  };
}

function tokensOf(subject: object) {
  const audience = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' };
  return trusting(github, { Condition: { StringEquals: audience, ...subject } });
}

const sub = 'token.actions.githubusercontent.com:sub';
const app = (parts: Partial<Parameters<typeof aRole>[0]> = {}) =>
  aRole({
    name: 'app',
    path,
    arn: `arn:aws:iam::111122223333:role${path}app`,
    trust: trusting(service),
    tags: mark('role/app'),
    ...parts,
  });
const limit = aPolicy({ name: 'limit', document: allowRead });

async function risksOf(roles: object, live: KnownParts = {}, prune = false) {
  const desired = await desiredOf(`roles: ${JSON.stringify(roles)}`);
  const snapshot = accountWith({
    roleSettings: { app: { maxSessionDuration: 3600 } },
    userCredentials: {},
    ...live,
  });
  const plan = planAccount({
    scope: 'platform',
    account: '111122223333',
    partition: 'aws',
    ignoreTags: [],
    prune: prune ? { enabled: true, maxDeletes: 5 } : undefined,
    desired,
    snapshot,
  });
  return reviewPlan({ plan, desired, snapshot }).risks;
}

it.each<[string, object, KnownParts, readonly string[]]>([
  ['nothing new', { app: { trust: trusting(service) } }, { roles: [app()] }, []],
  ['a new role of a service', { app: { trust: trusting(service) } }, {}, []],
  [
    'a new administrator',
    { app: { trust: trusting(service), inlinePolicies: { all: allowAll } } },
    {},
    ['critical administrator'],
  ],
  [
    'one who may change policies',
    { app: { trust: trusting(service), inlinePolicies: { iam: allowIam } } },
    { roles: [app()] },
    ['critical administrator'],
  ],
  [
    'an administrator within a boundary',
    {
      app: {
        trust: trusting(service),
        inlinePolicies: { all: allowAll },
        permissionsBoundary: limit.arn,
      },
    },
    { roles: [app({ permissionsBoundary: limit.arn })], policies: [limit] },
    ['medium granted'],
  ],
  [
    'more than before',
    { app: { trust: trusting(service), inlinePolicies: { read: allowRead } } },
    { roles: [app()] },
    ['medium granted'],
  ],
  [
    'a boundary that goes',
    { app: { trust: trusting(service), inlinePolicies: { all: allowAll } } },
    {
      roles: [
        app({
          permissionsBoundary: limit.arn,
          inlinePolicies: [{ name: 'all', document: allowAll }],
        }),
      ],
      policies: [limit],
    },
    ['critical administrator', 'high boundary'],
  ],
  ['everybody', { app: { trust: trusting({ AWS: '*' }) } }, {}, ['critical public-trust']],
  ['everybody on GitHub', { app: { trust: tokensOf({}) } }, {}, ['critical public-trust']],
  [
    'everybody on GitHub by a wildcard',
    { app: { trust: tokensOf({ StringLike: { [sub]: 'repo:*' } }) } },
    {},
    ['critical public-trust'],
  ],
  [
    'everybody on GitHub by ForAllValues',
    {
      app: {
        trust: trusting(github, {
          Condition: { 'ForAllValues:StringLike': { [sub]: 'repo:acme/*' } },
        }),
      },
    },
    { roles: [app({ trust: tokensOf({ StringEquals: { [sub]: 'repo:acme/app:*' } }) })] },
    ['high widened-trust'],
  ],
  [
    'one repository',
    { app: { trust: tokensOf({ StringLike: { [sub]: 'repo:acme/app:*' } }) } },
    {},
    ['high widened-trust'],
  ],
  [
    'another account',
    { app: { trust: trusting({ AWS: '444455556666' }) } },
    { roles: [app()] },
    ['high widened-trust'],
  ],
  [
    'the own account',
    { app: { trust: trusting({ AWS: self }) } },
    { roles: [app()] },
    ['high widened-trust'],
  ],
])('%s', async (_, roles, live, expected) => {
  const risks = await risksOf(roles, live);
  expect(risks.map(({ severity, kind }) => `${severity} ${kind}`)).toEqual(expected);
});

it('warns of a used role that is deleted', async () => {
  const lastUsed = (at: string) => ({ lastUsed: { at, region: 'eu-west-1' } });
  const keep = aUser({ name: 'keep' });
  const roles = [app(lastUsed('2026-11-01T00:00:00Z'))];
  const risks = await risksOf(
    { other: { trust: trusting(service) } },
    { roles, users: [keep] },
    true,
  );
  expect(risks).toMatchObject([
    { kind: 'used-role', severity: 'high', causes: [{ resource: 'role/app' }] },
  ]);
});

it('says which declaration it comes from', async () => {
  const [risk] = await risksOf(
    { app: { trust: trusting(service), inlinePolicies: { all: allowAll } } },
    { roles: [app({ attachedPolicies: attach(limit) })], policies: [limit] },
  );
  expect(risk).toMatchObject({
    arn: `arn:aws:iam::111122223333:role${path}app`,
    causes: [{ resource: 'role/app', position: { line: expect.any(Number) } }],
    witness: { request: { action: expect.any(String) } },
  });
});
