import fc from 'fast-check';

/** A small world, as that of the manifests; a name always lies under the same path. */
const pathsByName = { alpha: '/', beta: '/teams/beta/', gamma: '/rolecall/platform/' } as const;
type Name = keyof typeof pathsByName;

const names = fc.constantFrom<Name>('alpha', 'beta', 'gamma');
const tags = fc.dictionary(fc.constantFrom('team', 'stage', 'Cost Center'), texts(), {
  maxKeys: 2,
});
const actions = fc.constantFrom('s3:Get*', 'sqs:SendMessage', 'EC2:describe*', 'dynamodb:*');

const statement = fc.record(
  {
    Sid: fc.constantFrom('One', 'Two'),
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.oneof(actions, fc.uniqueArray(actions, { minLength: 1 })),
    Resource: fc.constantFrom('*', 'arn:{partition}:s3:::bucket/*'),
    Condition: fc.constantFrom(
      { Bool: { 'aws:SecureTransport': 'true' } },
      { StringLike: { 'aws:PrincipalTag/team': ['a: b', '# no', '${aws:username}', 'yes'] } },
      { NumericLessThan: { 's3:max-keys': 10 } },
    ),
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
);

/** What lies there for long may be of a version that IAM does not take for new policies. */
function documents({ crowded }: ScenarioShape) {
  const version = fc.constantFrom('2012-10-17', '2008-10-17');
  return fc.record(
    {
      Version: crowded ? version : fc.constant('2012-10-17'),
      Id: fc.constant('named'),
      Statement: fc.oneof(
        statement,
        fc.uniqueArray(statement, { minLength: 1, maxLength: 2, selector: ({ Sid = '' }) => Sid }),
      ),
    },
    { requiredKeys: crowded ? ['Statement'] : ['Version', 'Statement'] },
  );
}

function texts() {
  return fc.constantFrom('', 'one', '2', 'true', 'a: b', '- c', '@d');
}

export interface ScenarioShape {
  /** Also what AWS, its services and other scopes keep, and trusts in who is gone. */
  readonly crowded: boolean;
}

/** A scenario as JSON: an account that grew by hand, nothing of it anybody's. */
export function arbitraryScenario(shape: ScenarioShape) {
  const document = documents(shape);
  return fc
    .record({
      policies: fc.dictionary(names, fc.record({ document, tags, description: texts() }), {
        maxKeys: 3,
      }),
      groups: fc.uniqueArray(names, { maxLength: 2 }),
      users: fc.dictionary(names, fc.record({ tags }), { maxKeys: 2 }),
      roles: fc.dictionary(
        names,
        fc.record({ tags, description: texts(), maxSession: fc.constantFrom(3600, 7200) }),
        { maxKeys: 3 },
      ),
      attach: fc.uniqueArray(fc.constantFrom('ReadOnlyAccess', 'job-function/Billing'), {
        maxLength: 2,
      }),
      inline: fc.dictionary(names, document, { maxKeys: 2 }),
      bounded: fc.boolean(),
      profiled: fc.boolean(),
      alias: fc.option(fc.constantFrom('acme', 'acme-2'), { nil: undefined }),
      audiences: fc.uniqueArray(fc.constantFrom('sts.amazonaws.com', 'other'), { maxLength: 2 }),
      others: shape.crowded ? fc.constant(kept) : fc.constant({}),
    })
    .map((drawn) => {
      const own = Object.keys(drawn.policies);
      const grants = {
        attach: [...drawn.attach.map((name) => `aws:${name}`), ...own],
        inline: drawn.inline,
      };
      const [boundary] = own;
      const [user] = Object.keys(drawn.users);
      const [role] = Object.keys(drawn.roles);
      const bound = drawn.bounded && boundary ? { boundary } : {};
      const principal = user
        ? { AWS: `arn:{partition}:iam::{account}:user${placed(user).path}${user}` }
        : { Service: 'ec2.amazonaws.com' };
      const trust = {
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
      };
      return {
        ...(drawn.alias === undefined ? {} : { alias: drawn.alias }),
        policies: mapValues(drawn.policies, ({ description, ...policy }, name) => ({
          ...policy,
          ...placed(name),
          // A policy cannot be described anew, so only here and there the name says it.
          ...(description === '' ? {} : { description: `Of ${name}.` }),
        })),
        groups: Object.fromEntries(
          drawn.groups.map((name) => [name, { ...placed(name), ...grants }]),
        ),
        users: mapValues(drawn.users, (one, name) => ({
          ...one,
          ...placed(name),
          ...bound,
          groups: drawn.groups,
        })),
        roles: {
          ...mapValues(drawn.roles, (one, name) => ({
            ...one,
            ...placed(name),
            ...grants,
            ...bound,
            trust,
          })),
          ...drawn.others,
        },
        ...(drawn.profiled && role
          ? { instanceProfiles: { alpha: { ...placed('alpha'), role } } }
          : {}),
        ...(drawn.audiences.length > 0
          ? { oidcProviders: [{ url: 'https://oidc.example.com', clientIds: drawn.audiences }] }
          : {}),
      };
    });
}

function placed(name: string): { readonly path: string } {
  return { path: isName(name) ? pathsByName[name] : '/' };
}

function isName(name: string): name is Name {
  return name in pathsByName;
}

const service = { trustService: 'lambda.amazonaws.com' };

/** Roles that nobody may take over, and some that are hard to write down. */
export const kept = {
  AWSControlTowerExecution: service,
  'aws-controltower-ConfigRecorderRole': service,
  'stacksets-exec-0123': service,
  AWSReservedSSO_Admin_0123: { ...service, path: '/aws-reserved/sso.amazonaws.com/' },
  stacked: { ...service, tags: { 'aws:cloudformation:stack-id': 'arn:aws:cloudformation:x' } },
  theirs: { ...service, path: '/rolecall/data/', tags: { 'rolecall:owner': 'data' } },
  // What a manifest would take for placeholders.
  braced: { trust: trustWithId('{{scope}}') },
  curly: { trust: trustWithId('{{nobody}}') },
  orphan: {
    trust: {
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: ['AROAQ3EGREZ7N2EXAMPLE', '111122223333'] },
        Action: 'sts:AssumeRole',
      },
    },
  },
};

function trustWithId(id: string) {
  return {
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': id } },
    },
  };
}

function mapValues<T, R>(members: { [key: string]: T }, map: (value: T, key: string) => R) {
  return Object.fromEntries(Object.entries(members).map(([key, value]) => [key, map(value, key)]));
}
