import { account } from './account.fixture.ts';

const ec2 = { Service: 'ec2.amazonaws.com' };
const trusting = (Principal: object) => ({
  Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
});
const allowing = (...Action: string[]) => ({
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});
const denying = (...Action: string[]) => ({
  Statement: [{ Effect: 'Deny', Action, Resource: '*' }],
});

function manifest(sections: object, scope = 'platform'): string {
  const prune = { enabled: true, maxDeletes: 50 };
  return JSON.stringify({ version: 1, scope, account, prune, ...sections });
}

/**
 * Two manifests: getting from the first to the second makes, changes, replaces, takes over and
 * deletes something of every kind of resource there is. A new kind joins here; a test counts them.
 */
export const everyKind = {
  before: manifest({
    passwordPolicy: { minimumLength: 8, adopt: true },
    policies: {
      changed: { document: allowing('s3:Get*') },
      moved: { document: allowing('sqs:Get*') },
      gone: { document: allowing('sns:Get*') },
      kept: { document: allowing('ec2:Describe*') },
    },
    groups: { team: { managedPolicies: ['changed'] }, leaving: {} },
    users: {
      ada: { groups: ['team'], tags: { team: 'blue' } },
      gone: { groups: ['leaving'] },
    },
    roles: {
      changed: {
        trust: trusting(ec2),
        managedPolicies: ['ReadOnlyAccess', 'moved'],
        inlinePolicies: { own: allowing('s3:*'), guard: denying('s3:DeleteBucket') },
      },
      replaced: { trust: trusting(ec2), managedPolicies: ['kept'] },
      gone: {
        trust: trusting(ec2),
        managedPolicies: ['gone'],
        inlinePolicies: { x: allowing('a:b') },
      },
    },
    instanceProfiles: {
      changed: { role: 'changed' },
      replaced: { role: 'replaced' },
      gone: { role: 'gone' },
    },
    oidcProviders: { 'oidc.example.com': { clientIds: ['one', 'two'] } },
  }),
  after: manifest({
    accountAlias: { alias: 'rolecall-test' },
    passwordPolicy: { minimumLength: 14, adopt: true },
    policies: {
      changed: { document: allowing('s3:List*'), tags: { team: 'red' } },
      moved: { document: allowing('sqs:Get*'), path: '/rolecall/platform/deep/' },
      kept: { document: allowing('ec2:Describe*') },
      made: { document: allowing('kms:List*') },
    },
    groups: {
      team: { path: '/rolecall/platform/deep/', inlinePolicies: { own: allowing('s3:Get*') } },
      made: { managedPolicies: ['made', 'ReadOnlyAccess'] },
    },
    users: {
      ada: { path: '/rolecall/platform/deep/', groups: ['made'], permissionsBoundary: 'kept' },
      made: {
        groups: ['made', 'team'],
        managedPolicies: ['made'],
        inlinePolicies: { own: allowing('s3:Get*') },
      },
    },
    roles: {
      changed: {
        trust: trusting({ AWS: '{{arn:user/made}}' }),
        description: 'Another',
        maxSessionDuration: 7200,
        tags: { stage: 'test' },
        managedPolicies: ['moved', 'made'],
        inlinePolicies: { own: allowing('s3:Get*') },
        permissionsBoundary: 'kept',
      },
      replaced: {
        trust: trusting(ec2),
        path: '/rolecall/platform/deep/',
        managedPolicies: ['kept', 'made'],
      },
      made: {
        trust: trusting({ AWS: '{{arn:role/changed}}' }),
        managedPolicies: ['made'],
        inlinePolicies: { own: allowing('s3:Get*') },
        permissionsBoundary: 'kept',
      },
    },
    instanceProfiles: {
      changed: { role: 'made' },
      replaced: { role: 'replaced' },
      made: { role: 'made' },
    },
    oidcProviders: {
      'oidc.example.com': { clientIds: ['two', 'three'] },
      'made.example.com': { clientIds: ['one'] },
    },
    serviceLinkedRoles: { 'ecs.amazonaws.com': {} },
  }),
  /** What another team has in the same account; none of it may change. */
  foreign: manifest(
    {
      policies: { theirs: { document: allowing('s3:Get*') } },
      groups: { theirs: { managedPolicies: ['theirs'] } },
      users: { theirs: { groups: ['theirs'] } },
      roles: { theirs: { trust: trusting(ec2), managedPolicies: ['theirs', 'ReadOnlyAccess'] } },
      instanceProfiles: { theirs: { role: 'theirs' } },
    },
    'data',
  ),
} as const;
