import { describe, expect, it } from 'vitest';
import { runChecks } from '../checks/run-checks.ts';
import {
  administratorAccess,
  aGroup,
  anAwsPolicy,
  aPolicy,
  aReport,
  aRole,
  arnOf,
  aSnapshot,
  attach,
  aUser,
  daysAgo,
  type KnownParts,
  now,
} from '../checks/testing/snapshot.fixture.ts';
import { known, unknown } from '../model/part.ts';
import { type CheckSettings, defaultCheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { findGuide } from './catalogue.ts';
import { checksForGuide } from './guide-needs.ts';
import { type WalkGuideInput, walkGuide } from './walk-guide.ts';
import { stepStates } from './walked-step.ts';

const settings: CheckSettings = {
  ...defaultCheckSettings,
  expectedAccounts: ['111122223333'],
  operationsAccount: '111122223333',
  emergencyPrincipals: ['user/EmergencyAccess', 'group/EmergencyAccessGroup'],
};

/** An account in which nobody has done anything but sign up and make one role. */
const nothing: KnownParts = {
  users: [],
  groups: [],
  roles: [aRole({ name: 'Administrator', trust: trusting('AWS', '111122223333') })],
  policies: [administratorAccess],
  credentialReport: aReport(),
  accountSummary: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1 },
  accountAliases: [],
  samlProviders: [],
  oidcProviders: [],
  organization: null,
  identityCenterInstances: { 'us-east-1': known([]) },
  permissionSets: null,
  appRunnerServices: { 'us-east-1': known([]) },
  replicationSets: [],
  protonStacks: { 'us-east-1': known([]) },
};

function trusting(kind: 'Service' | 'Federated' | 'AWS', value: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow' as const, Principal: { [kind]: value }, Action: 'sts:AssumeRole' },
    ],
  };
}

function policyRole(name: string, service: string, policy: string) {
  return aRole({
    name,
    trust: trusting('Service', service),
    attachedPolicies: [{ name: policy, arn: `arn:aws:iam::aws:policy/${policy}` }],
  });
}

function linkedRole(service: string, days = 900) {
  return aRole({
    name: `AWSServiceRoleFor-${service}`,
    path: `/aws-service-role/${service}/`,
    createdAt: daysAgo(days),
    trust: trusting('Service', service),
  });
}

function having(parts: KnownParts): Snapshot {
  return aSnapshot({ ...nothing, ...parts });
}

function walked(id: string, snapshot: Snapshot, options: Partial<WalkGuideInput> = {}) {
  const guide = findGuide(id);
  if (guide === undefined) throw new Error(`no guide ${id}`);
  const input = { snapshot, settings, now, ...options };
  const findings = runChecks({ checks: checksForGuide(guide), ...input });
  const walk = walkGuide(guide, { ...input, findings });
  const state = (step: string) => walk.steps.find((each) => each.id === step)?.state;
  const stepOf = (step: string) => walk.steps.find((each) => each.id === step);
  const missing = walk.steps.filter((each) => each.state === 'missing').map((each) => each.id);
  return { walk, state, stepOf, missing };
}

const roles = nothing.roles ?? [];
const emergencyUser = aUser({ name: 'EmergencyAccess', groups: ['EmergencyAccessGroup'] });
const emergencyGroup = aGroup({ name: 'EmergencyAccessGroup' });
const support = aRole({
  name: 'SupportUserRole',
  trust: trusting('AWS', emergencyUser.arn),
  attachedPolicies: [
    { name: 'SupportUser', arn: 'arn:aws:iam::aws:policy/job-function/SupportUser' },
  ],
});
const github = 'token.actions.githubusercontent.com';
const githubProvider = {
  arn: `arn:aws:iam::111122223333:oidc-provider/${github}`,
  url: github,
  clientIds: ['sts.amazonaws.com'],
  thumbprints: [],
  tags: {},
};
const githubRole = aRole({
  name: 'deploy',
  trust: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: githubProvider.arn },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${github}:aud`]: 'sts.amazonaws.com',
            [`${github}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/main',
          },
        },
      },
    ],
  },
});
const execution = policyRole(
  'ecsTaskExecutionRole',
  'ecs-tasks.amazonaws.com',
  'service-role/AmazonECSTaskExecutionRolePolicy',
);
const infrastructure = policyRole(
  'infra',
  'ecs.amazonaws.com',
  'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices',
);
const service = {
  name: 'web',
  arn: 'arn:aws:apprunner:us-east-1:111122223333:service/web/1',
  status: 'RUNNING',
};
const apprunner = { appRunnerServices: { 'us-east-1': known([service]) } };
const access = policyRole(
  'images',
  'build.apprunner.amazonaws.com',
  'service-role/AWSAppRunnerServicePolicyForECRAccess',
);
const set = {
  arn: 'arn:aws:ssm-incidents::111122223333:replication-set/1',
  status: 'ACTIVE',
  deletionProtected: true,
  regions: { 'us-east-1': 'ACTIVE' },
};
const powerUser = aPolicy({ name: 'PowerUserExamplePolicy' });

describe('which steps a plan would do, of an account untouched, half done and finished', () => {
  it.each([
    ['iam-tutorial', 'untouched', {}, ['emergency-user', 'support-role', 'power-user-policy']],
    [
      'iam-tutorial',
      'half done',
      { users: [emergencyUser], groups: [emergencyGroup] },
      ['support-role', 'power-user-policy'],
    ],
    [
      'iam-tutorial',
      'finished',
      {
        users: [emergencyUser],
        groups: [emergencyGroup],
        roles: [...roles, support],
        policies: [administratorAccess, powerUser],
      },
      [],
    ],
    ['emergency-access', 'untouched', {}, ['emergency-user', 'support-role']],
    [
      'emergency-access',
      'half done',
      { users: [emergencyUser], groups: [emergencyGroup] },
      ['support-role'],
    ],
    [
      'emergency-access',
      'finished',
      { users: [emergencyUser], groups: [emergencyGroup], roles: [...roles, support] },
      [],
    ],
    ['github-actions-oidc', 'untouched', {}, ['provider', 'role']],
    ['github-actions-oidc', 'half done', { oidcProviders: [githubProvider] }, ['role']],
    [
      'github-actions-oidc',
      'finished',
      { oidcProviders: [githubProvider], roles: [...roles, githubRole] },
      [],
    ],
    ['ecs-express', 'untouched', {}, ['execution-role', 'infrastructure-role']],
    ['ecs-express', 'half done', { roles: [...roles, execution] }, ['infrastructure-role']],
    ['ecs-express', 'finished', { roles: [...roles, execution, infrastructure] }, []],
    ['app-runner', 'half done', apprunner, ['access-role']],
    ['app-runner', 'finished', { ...apprunner, roles: [...roles, access] }, []],
    ['incident-manager', 'half done', { replicationSets: [set] }, ['service-linked-role']],
    [
      'incident-manager',
      'finished',
      { replicationSets: [set], roles: [...roles, linkedRole('ssm-incidents.amazonaws.com')] },
      [],
    ],
    ['aws-account', 'untouched', {}, []],
  ] satisfies readonly (readonly [string, string, KnownParts, readonly string[]])[])(
    '%s, %s',
    (id, _stage, parts, expected) => {
      const { missing, walk } = walked(id, having(parts));
      expect(missing).toEqual(expected);
      expect(walk.applicability.kind).toBe('applicable');
      for (const { state, plan, instructions } of walk.steps) {
        if (state === 'missing') expect(plan).toBeDefined();
        if (state === 'person') expect(plan ?? instructions).toBeDefined();
      }
    },
  );
});

describe('a service that AWS has closed', () => {
  it.each([
    ['app-runner', {}, { kind: 'not-applicable', successor: 'ecs-express', evidence: [] }],
    ['app-runner', apprunner, { kind: 'applicable', evidence: [service.arn] }],
    [
      'app-runner',
      { roles: [...roles, linkedRole('apprunner.amazonaws.com')] },
      { kind: 'applicable' },
    ],
    [
      'app-runner',
      { roles: [...roles, linkedRole('apprunner.amazonaws.com', 3)] },
      { kind: 'not-applicable', evidence: [expect.stringContaining('apprunner')] },
    ],
    ['incident-manager', {}, { kind: 'not-applicable', successor: null }],
    ['incident-manager', { replicationSets: [set] }, { kind: 'applicable', evidence: [set.arn] }],
    ['proton', {}, { kind: 'not-applicable' }],
    ['proton', { roles: [linkedRole('sync.proton.amazonaws.com')] }, { kind: 'applicable' }],
    [
      'proton',
      { roles: [policyRole('old', 'proton.amazonaws.com', 'AdministratorAccess')] },
      { kind: 'applicable' },
    ],
    [
      'proton',
      {
        protonStacks: { 'us-east-1': known([{ name: 'AWSProton-a', status: 'CREATE_COMPLETE' }]) },
      },
      { kind: 'applicable' },
    ],
  ] satisfies readonly (readonly [string, KnownParts, object])[])(
    '%s %#',
    (id, parts, expected) => {
      const { walk } = walked(id, having(parts));
      expect(walk.applicability).toMatchObject(expected);
      expect(walk.steps.length > 0).toBe(walk.applicability.kind === 'applicable');
    },
  );

  it('is not said to be unused where that could not be read', () => {
    const reason = { code: 'ACCESS_DENIED', message: 'no', permission: 'apprunner:ListServices' };
    const { walk } = walked(
      'app-runner',
      having({ appRunnerServices: { 'us-east-1': unknown(reason) } }),
    );
    expect(walk.applicability).toMatchObject({
      kind: 'unclear',
      missingPermissions: ['apprunner:ListServices'],
    });
  });

  it('is walked all the same by those who mean it', () => {
    const { walk, missing } = walked('app-runner', having({}), { includeRetired: true });
    expect(walk.applicability.kind).toBe('applicable');
    expect(missing).toEqual(['access-role']);
  });

  it.each([
    ['app-runner', new Date('2027-03-01T00:00:00Z'), 1],
    ['app-runner', now, 0],
    ['iam-tutorial', new Date('2027-03-01T00:00:00Z'), 0],
  ])('%s at %s: warns of old facts where it rests on them', (id, at, warnings) => {
    expect(walked(id, having({}), { now: at }).walk.warnings).toHaveLength(warnings);
  });

  it('is planned past the gate of the blueprint, for those who showed that they are customers', () => {
    const { stepOf } = walked('app-runner', having(apprunner));
    expect(stepOf('access-role')?.plan).toMatchObject({ includeRetired: true });
  });

  it('leaves Proton to be cleared away: stacks, then roles, then linked roles', () => {
    const old = policyRole('old', 'proton.amazonaws.com', 'AdministratorAccess');
    const stack = { name: 'AWSProton-a', status: 'CREATE_COMPLETE', roleArn: old.arn };
    const linked = linkedRole('sync.proton.amazonaws.com');
    const { walk, stepOf } = walked(
      'proton',
      having({ roles: [...roles, old, linked], protonStacks: { 'us-east-1': known([stack]) } }),
    );
    expect(walk.steps.map(({ id }) => id).slice(-3)).toEqual([
      'stacks',
      'roles',
      'service-linked-roles',
    ]);
    expect(stepOf('stacks')).toMatchObject({
      state: 'person',
      seen: [expect.stringContaining(old.arn)],
    });
    expect(stepOf('roles')).toMatchObject({ state: 'person', seen: [old.arn] });
    expect(stepOf('service-linked-roles')).toMatchObject({ state: 'person', seen: [linked.arn] });
    expect(walk.steps.filter(({ plan }) => plan).map(({ id }) => id)).toEqual(['administrator']);
  });
});

const administrator = aUser({ name: 'boss', attachedPolicies: attach(administratorAccess) });
const ssoRole = aRole({
  name: 'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
  path: '/aws-reserved/sso.amazonaws.com/',
  attachedPolicies: attach(administratorAccess),
});

describe('an administrator by Identity Center, or by IAM', () => {
  it.each([
    ['neither', {}, ['person', 'person']],
    ['a user, by whatever way', { users: [administrator] }, ['not-applicable', 'done']],
    ['Identity Center', { roles: [...roles, ssoRole] }, ['done', 'not-applicable']],
    ['both', { users: [administrator], roles: [...roles, ssoRole] }, ['done', 'done']],
  ] satisfies readonly (readonly [string, KnownParts, readonly string[]])[])(
    '%s',
    (_name, parts, expected) => {
      const { state } = walked('incident-manager', having({ replicationSets: [set], ...parts }));
      expect([state('identity-center-admin'), state('administrator')]).toEqual(expected);
    },
  );

  it('offers the weaker one, says which check it fails, and plans it when asked for', () => {
    const snapshot = having(apprunner);
    const offered = walked('app-runner', snapshot);
    expect(offered.stepOf('administrator')).toMatchObject({
      plan: { use: 'administrators-group', with: { userName: 'Administrator' } },
      weaker: { check: 'user-admin', step: 'identity-center-admin', findings: [] },
    });
    const asked = walked('app-runner', snapshot, { wanted: ['administrator'] });
    expect(asked.missing).toEqual(['administrator', 'access-role']);
  });

  it('names the findings of the check that fails already', () => {
    const { stepOf } = walked('app-runner', having({ ...apprunner, users: [administrator] }));
    expect(stepOf('administrator')?.weaker?.findings).toEqual([`user-admin:${administrator.arn}`]);
  });
});

describe('the account for operations', () => {
  it.each([
    [undefined, 'person'],
    ['111122223333', 'done'],
    ['444455556666', 'person'],
  ])('%s', (operationsAccount, expected) => {
    const { state } = walked('incident-manager', having({ replicationSets: [set] }), {
      settings: { ...settings, operationsAccount },
    });
    expect(state('operations')).toBe(expected);
  });
});

describe('an entry of the manifest', () => {
  it('takes names that are free', () => {
    const { stepOf } = walked('ecs-express', having({ roles: [...roles, execution] }));
    expect(stepOf('infrastructure-role')?.plan).toMatchObject({
      use: 'ecs-express',
      with: { executionRoleName: 'ecsTaskExecutionRole2' },
    });
  });

  it('names for emergencies what it makes, under the names it takes', () => {
    const { stepOf } = walked('emergency-access', having({ groups: [emergencyGroup] }));
    expect(stepOf('emergency-user')?.plan?.emergencyPrincipals).toEqual([
      'user/EmergencyAccess',
      'group/EmergencyAccessGroup2',
      'role/SupportUserRole',
      'role/EmergencyAdministratorRole',
    ]);
  });

  it('is shared while both steps are missing, and names what is there afterwards', () => {
    const both = walked('emergency-access', having({}));
    expect(both.stepOf('support-role')?.plan).toEqual(both.stepOf('emergency-user')?.plan);
    const one = walked('emergency-access', having({ users: [emergencyUser] }));
    expect(one.stepOf('support-role')?.plan).toMatchObject({
      use: 'support-user-role',
      with: { principals: [emergencyUser.arn] },
    });
  });

  it('waits for being applied where the manifest has it, with its own names', () => {
    const declared = [
      { name: 'sealed', use: 'emergency-access', with: { userName: 'BreakGlass' } },
    ];
    const before = walked('emergency-access', having({}), { declared });
    expect(before.stepOf('emergency-user')?.plan).toMatchObject({ name: 'sealed', declared: true });
    const after = walked('emergency-access', having({ users: [aUser({ name: 'BreakGlass' })] }), {
      declared,
    });
    expect(after.state('emergency-user')).toBe('done');
  });

  it('asks for what only a person knows, and takes what they said', () => {
    const asked = walked('github-actions-oidc', having({}));
    expect(asked.stepOf('provider')?.plan?.needs).toEqual([
      'organization',
      'repository',
      'organizationId',
      'repositoryId',
    ]);
    const values = {
      organization: 'octo-org',
      repository: 'octo-repo',
      organizationId: '65',
      repositoryId: '74',
      strange: 1,
    };
    expect(
      walked('github-actions-oidc', having({}), { values }).stepOf('role')?.plan,
    ).toMatchObject({
      needs: [],
      with: { organization: 'octo-org', repositoryId: '74' },
    });
  });
});

describe('what could not be read', () => {
  it('is unknown, with the permission that is missing, and plans nothing', () => {
    const snapshot = having({});
    const reason = {
      code: 'ACCESS_DENIED',
      message: 'no',
      permission: 'iam:GetAccountAuthorizationDetails',
    };
    const blind = {
      ...snapshot,
      parts: { ...snapshot.parts, roles: unknown(reason), users: unknown(reason) },
    };
    const { stepOf } = walked('emergency-access', blind);
    expect(stepOf('emergency-user')).toMatchObject({
      state: 'unknown',
      missingPermissions: ['iam:GetAccountAuthorizationDetails'],
    });
    expect(stepOf('support-role')?.plan).toBeUndefined();
  });

  it('is for a person to look at again where only the credential report is too old', () => {
    const young = { ...emergencyUser, createdAt: now.toISOString() };
    const { state } = walked(
      'emergency-access',
      having({ users: [young], groups: [emergencyGroup] }),
    );
    expect(state('emergency-hardened')).toBe('person');
  });

  it.each([
    'aws-account',
    'iam-tutorial',
    'emergency-access',
    'github-actions-oidc',
    'ecs-express',
  ])('%s: nothing is done or missing for certain in a snapshot that shows nothing', (id) => {
    const { walk } = walked(id, aSnapshot({}));
    const looked = walk.steps.filter(({ plan }) => plan !== undefined);
    expect(looked).toEqual([]);
    expect(
      walk.steps
        .filter(({ findings, state }) => findings.length > 0 && state === 'done')
        .map(({ id: step }) => step),
    ).toEqual(id === 'aws-account' ? ['account-exists'] : []);
    for (const { state } of walk.steps) expect(stepStates).toContain(state);
  });
});

describe('instructions', () => {
  const instances = {
    'eu-central-1': known([
      {
        arn: 'arn:aws:sso:::instance/ssoins-1',
        identityStoreId: 'd-99',
        ownerAccount: '444455556666',
        status: 'ACTIVE',
      },
    ]),
  };

  it('hold the profile with the portal, its region and the permission set of the account', () => {
    const snapshot = having({ identityCenterInstances: instances, roles: [...roles, ssoRole] });
    expect(
      walked('aws-account', snapshot).stepOf('cli-profile')?.instructions?.file?.lines,
    ).toEqual([
      '[sso-session company]',
      'sso_start_url = https://d-99.awsapps.com/start',
      'sso_region = eu-central-1',
      'sso_registration_scopes = sso:account:access',
      '',
      '[profile AdministratorAccess-111122223333]',
      'sso_session = company',
      'sso_account_id = 111122223333',
      'sso_role_name = AdministratorAccess',
    ]);
  });

  it('hold the address to sign in at and the link to switch roles, with alias and path', () => {
    const role = {
      ...support,
      path: '/rolecall/platform/',
      arn: arnOf('role', 'SupportUserRole', '/rolecall/platform/'),
    };
    const { stepOf } = walked('iam-tutorial', having({ accountAliases: ['acme'], roles: [role] }));
    expect(stepOf('emergency-file')?.instructions?.words).toContain(
      'https://acme.signin.aws.amazon.com/console',
    );
    expect(stepOf('role-link')?.instructions?.words).toContain(
      'https://signin.aws.amazon.com/switchrole?account=acme&roleName=rolecall/platform/SupportUserRole',
    );
  });
});

it('says at once that a policy of AWS is not the copy of it', () => {
  const policies = [administratorAccess, anAwsPolicy({ name: 'PowerUserExamplePolicy' })];
  expect(walked('iam-tutorial', having({ policies })).missing).toContain('power-user-policy');
});
