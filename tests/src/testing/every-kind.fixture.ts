import { parseScenario } from '@rolecall/sandbox';
import { account } from './account.fixture.ts';
import { centerThere, everyCenter } from './every-center.fixture.ts';
import { organization } from './identity-center.fixture.ts';
import { samlMetadata } from './saml-metadata.fixture.ts';

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

const contact = {
  name: 'Security',
  title: 'Team',
  email: 'security@example.com',
  phone: '+1 555 0100',
};
const retired = { includeRetired: true };
const hiding = (...eq: string[]) => ({
  filter: { resourceType: { eq }, isPublic: { eq: ['false'] } },
});

/** The account in which all of it can be. */
export const everyKindScenario = parseScenario(
  JSON.stringify({
    regions: ['eu-west-1', 'us-east-1'],
    organization,
    identityCenter: centerThere,
    // Nobody's business here: no run may touch it.
    protonSettings: { 'us-east-1': { repository: { name: 'acme/pipelines' } } },
  }),
  'every kind',
);

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
    oidcProviders: {
      'oidc.example.com': { clientIds: ['one', 'two'] },
      'gone.example.com': { clientIds: ['one'] },
    },
    alternateContacts: { billing: contact },
    protonSettings: { 'us-east-1': { pipelineServiceRole: 'changed', ...retired } },
    samlProviders: { changed: { metadata: samlMetadata(), tags: { team: 'blue' } } },
    analyzers: {
      external: {
        regions: ['us-east-1'],
        archiveRules: { changed: hiding('AWS::IAM::Role'), gone: hiding('AWS::S3::Bucket') },
      },
      unused: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'] },
      gone: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['eu-west-1'] },
    },
    identityCenter: everyCenter.before,
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
      'gone.example.com': { clientIds: ['one'], expiresAt: '2026-01-01T00:00:00Z' },
    },
    serviceLinkedRoles: { 'ecs.amazonaws.com': {} },
    alternateContacts: {
      billing: { ...contact, title: 'Another', adopt: true },
      security: contact,
    },
    protonSettings: {
      'us-east-1': {
        pipelineServiceRole: 'made',
        pipelineCodebuildRole: '{{arn:role/replaced}}',
        adopt: true,
        ...retired,
      },
      'eu-west-1': { pipelineServiceRole: 'made', ...retired },
    },
    samlProviders: {
      changed: { metadata: samlMetadata('https://idp.example.com/new'), tags: { team: 'red' } },
      made: { metadata: samlMetadata() },
    },
    analyzers: {
      external: {
        regions: ['us-east-1', 'eu-west-1'],
        archiveRules: { changed: hiding('AWS::KMS::Key'), made: hiding('AWS::S3::Bucket') },
        tags: { team: 'red' },
      },
      unused: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'], unusedAccessAge: 30 },
    },
    identityCenter: everyCenter.after,
  }),
  /** What another team has in the same account; none of it may change. */
  foreign: manifest(
    {
      policies: { theirs: { document: allowing('s3:Get*') } },
      groups: { theirs: { managedPolicies: ['theirs'] } },
      users: { theirs: { groups: ['theirs'] } },
      roles: { theirs: { trust: trusting(ec2), managedPolicies: ['theirs', 'ReadOnlyAccess'] } },
      instanceProfiles: { theirs: { role: 'theirs' } },
      oidcProviders: { 'theirs.example.com': { clientIds: ['one'] } },
      samlProviders: { theirs: { metadata: samlMetadata() } },
      identityCenter: everyCenter.foreign,
    },
    'data',
  ),
} as const;
