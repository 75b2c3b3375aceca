import fc from 'fast-check';
import { samlMetadata } from './saml-metadata.fixture.ts';

/** A small world, so that two manifests often speak of the same things. */
const names = fc.constantFrom('alpha', 'beta', 'gamma');
const awsPolicies = fc.constantFrom('ReadOnlyAccess', 'job-function/Billing', 'SecurityAudit');
const actions = fc.constantFrom('s3:Get*', 'sqs:SendMessage', 'ec2:Describe*', 'dynamodb:*');
const paths = fc.constantFrom('', 'deep/');
const values = fc.constantFrom('', 'one', 'two');

const document = fc.record({
  Statement: fc.array(
    fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.uniqueArray(actions, { minLength: 1 }),
      Resource: fc.constantFrom('*', 'arn:{{partition}}:s3:::bucket/*'),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

/** As often as not. */
const half = { freq: 1 };

const findings = fc.record({
  isPublic: fc.constant({ eq: ['false'] }),
  resourceType: fc.constantFrom({ eq: ['AWS::S3::Bucket'] }, { contains: ['IAM', 'S3'] }),
});

export interface Shape {
  /** Path of everything that the scope owns. */
  readonly scopePath: string;
}

/** A manifest as JSON: every kind of resource, referring to one another. */
export function arbitraryManifest({ scopePath }: Shape) {
  const path = paths.map((deep) => `${scopePath}${deep}`);
  const tags = fc.dictionary(fc.constantFrom('team', 'stage'), values, { maxKeys: 2 });
  return fc
    .record({
      policies: fc.dictionary(names, fc.record({ document, path, tags }), { maxKeys: 2 }),
      groups: fc.dictionary(names, fc.record({ path }), { maxKeys: 2 }),
      users: fc.dictionary(names, fc.record({ path, tags }), { maxKeys: 2 }),
      roles: fc.dictionary(
        names,
        fc.record({
          path,
          tags,
          description: values,
          maxSessionDuration: fc.constantFrom(3600, 7200),
        }),
        { maxKeys: 3 },
      ),
      attach: fc.uniqueArray(awsPolicies, { maxLength: 2 }),
      inline: fc.dictionary(names, document, { maxKeys: 2 }),
      bounded: fc.boolean(),
      profiled: fc.boolean(),
      chained: fc.boolean(),
      linked: fc.boolean(),
      piped: fc.boolean(),
      provider: fc.uniqueArray(fc.constantFrom('sts.amazonaws.com', 'other'), { maxLength: 2 }),
      contact: fc.option(fc.constantFrom('Ann', 'Bob'), half),
      metadata: fc.option(
        fc.constantFrom('https://idp.example.com/a', 'https://idp.example.com/b'),
        half,
      ),
      analyzer: fc.option(
        fc.record({
          tags,
          archiveRules: fc.dictionary(names, fc.record({ filter: findings }), { maxKeys: 2 }),
        }),
        half,
      ),
      unusedAccessAge: fc.option(fc.constantFrom(30, 90), half),
      passwordLength: fc.option(fc.integer({ min: 8, max: 20 })),
    })
    .map(({ policies, groups, users, roles, attach, inline, ...rest }) => {
      const own = Object.keys(policies).map((name) => `policy/${name}`);
      const grants = { managedPolicies: [...attach, ...own], inlinePolicies: inline };
      const [boundary] = own;
      const [user] = Object.keys(users);
      const [role] = Object.keys(roles);
      const bound = rest.bounded && boundary ? { permissionsBoundary: boundary } : {};
      const principal = user ? { AWS: `{{arn:user/${user}}}` } : { Service: 'ec2.amazonaws.com' };
      const [, ...followers] = Object.keys(roles);
      const trust = {
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
      };
      return {
        policies,
        groups: mapValues(groups, (group) => ({ ...group, ...grants })),
        users: mapValues(users, (one) => ({ ...one, ...bound, groups: Object.keys(groups) })),
        roles: mapValues(roles, (one, name) => ({
          ...one,
          ...grants,
          ...bound,
          trust: rest.chained && followers.includes(name) ? trusting(role) : trust,
        })),
        ...(rest.profiled && role ? { instanceProfiles: { alpha: { role } } } : {}),
        ...(rest.linked ? { serviceLinkedRoles: { 'ecs.amazonaws.com': {} } } : {}),
        ...(rest.provider.length > 0
          ? { oidcProviders: { 'oidc.example.com': { clientIds: rest.provider } } }
          : {}),
        ...(rest.passwordLength === null
          ? {}
          : { passwordPolicy: { minimumLength: rest.passwordLength, adopt: true } }),
        ...(rest.contact === null
          ? {}
          : { alternateContacts: { security: contact(rest.contact) } }),
        ...(rest.piped ? { protonSettings: { 'us-east-1': pipelines(role) } } : {}),
        ...(rest.metadata === null
          ? {}
          : { samlProviders: { alpha: { metadata: samlMetadata(rest.metadata) } } }),
        analyzers: {
          ...(rest.analyzer && {
            alpha: { ...rest.analyzer, regions: ['us-east-1', 'eu-west-1'] },
          }),
          ...(rest.unusedAccessAge && {
            beta: {
              type: 'ACCOUNT_UNUSED_ACCESS',
              regions: ['us-east-1'],
              unusedAccessAge: rest.unusedAccessAge,
            },
          }),
        },
      };
    });
}

function contact(name: string) {
  const email = 'security@example.com';
  return { name, title: 'Team', email, phone: '+1 555 0100', adopt: true };
}

function pipelines(role: string | undefined) {
  const pipelineServiceRole = role === undefined ? '' : `{{arn:role/${role}}}`;
  return { pipelineServiceRole, includeRetired: true, adopt: true };
}

function trusting(role: string | undefined) {
  const Principal = { AWS: `{{arn:role/${role}}}` };
  return { Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] };
}

function mapValues<T, R>(members: { [key: string]: T }, map: (value: T, key: string) => R) {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, map(value, key)]));
}
