import { lintPolicy, partitions, policySize } from '@rolecall/policy';
import { describe, expect, it } from 'vitest';
import { desiredOf } from '../manifest/testing/manifest.fixture.ts';
import { coreManifest } from './core-manifest.ts';
import { parseGithubRepository } from './github-trust.ts';
import { optIns } from './kinds.ts';
import { type BootstrapInput, renderBootstrap } from './render-bootstrap.ts';

const plain: BootstrapInput = {
  // Not one of the ids that stand in examples, which lint warns of.
  account: '481516234299',
  partition: 'aws',
  scope: 'platform',
  desired: undefined,
  kinds: [],
  allowed: [],
  attach: [],
  boundaries: [],
  repositories: [{ owner: 'acme', name: 'infra', ids: { owner: '4211', name: '9001' } }],
  defaultBranch: 'main',
  environment: undefined,
  workflow: undefined,
  workload: { allow: [], assume: [] },
};
const workflow = 'acme/infra/.github/workflows/apply.yml@refs/heads/main';
const trust = `{ Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: 'sts:AssumeRole' } }`;

/** A manifest of every kind. */
const all = await desiredOf(`
accountAlias: { alias: acme-platform }
passwordPolicy: { minimumLength: 14 }
identityCenter:
  permissionSets: { Admin: { managedPolicies: [AdministratorAccess] } }
  groups: { Admins: {} }
  assignments: [{ permissionSet: Admin, group: Admins, accounts: [self, '444455556666'] }]
alternateContacts:
  security: { name: Security, title: Team, email: security@example.com, phone: '+1 555 0100' }
policies:
  reading: { document: { Statement: { Effect: Allow, Action: 's3:GetObject', Resource: '*' } } }
  outside: { path: /team/, document: { Statement: { Effect: Allow, Action: 's3:GetObject', Resource: '*' } } }
groups:
  analysts: { managedPolicies: [SecurityAudit] }
users:
  robot: { groups: [analysts, strangers] }
roles:
  web: { trust: ${trust}, managedPolicies: [reading, ReadOnlyAccess, PowerUserAccess] }
  elsewhere: { path: /team/, trust: ${trust}, permissionsBoundary: outside }
  bounded: { trust: ${trust}, permissionsBoundary: 'arn:aws:iam::111122223333:policy/rolecall-core/rolecall-boundary', managedPolicies: [SecurityAudit] }
instanceProfiles:
  web: { role: web }
serviceLinkedRoles:
  ecs.amazonaws.com: {}
oidcProviders:
  token.actions.githubusercontent.com: { clientIds: [sts.amazonaws.com] }
  gitlab.example.com: { clientIds: [aws] }
samlProviders:
  corp: { metadata: '${'x'.repeat(1000)}' }
protonSettings:
  eu-west-1: { pipelineServiceRole: web, includeRetired: true }
analyzers:
  external: { regions: [eu-central-1, us-east-1] }
`);

/** More than go into one statement. */
const crowd = await desiredOf(
  `roles:\n${Array.from({ length: 65 }, (_, index) => `  r${index}: { trust: ${trust} }`).join('\n')}`,
);

const inputs: readonly (readonly [string, BootstrapInput])[] = [
  ['least', plain],
  ['an environment and a workflow', { ...plain, environment: 'production', workflow }],
  ['no ids', { ...plain, repositories: [{ owner: 'acme', name: 'infra', ids: undefined }] }],
  ['every opt-in', { ...plain, allowed: optIns }],
  ['every kind', { ...plain, desired: all }],
  ['every kind, with every opt-in', { ...plain, desired: all, allowed: optIns }],
  ['many unbounded roles', { ...plain, desired: crowd, allowed: ['unbounded'] }],
  ['a narrow boundary', { ...plain, workload: { allow: ['s3:*', 'logs:*'], assume: [] } }],
  ...partitions.map(({ id }) => [id, { ...plain, partition: id, allowed: optIns }] as const),
];

describe.each(inputs)('%s', (_, input) => {
  const { policies, roles } = renderBootstrap(input);

  it('is free of errors and of warnings about security', () => {
    const reports = [
      ...policies.map(({ document }) =>
        lintPolicy(document, { policyType: 'IDENTITY_POLICY', entity: 'managed-policy' }),
      ),
      ...roles.map((role) =>
        lintPolicy(role.trust, {
          policyType: 'RESOURCE_POLICY',
          resourceType: 'AWS::IAM::AssumeRolePolicyDocument',
        }),
      ),
    ];
    const faults = reports
      .flatMap(({ findings, ownFindings }) => [...findings, ...ownFindings])
      .filter(({ findingType }) => findingType === 'ERROR' || findingType === 'SECURITY_WARNING');
    expect(faults).toEqual([]);
  });

  it('fits into what IAM takes', () => {
    for (const { document } of policies) expect(policySize(document)).toBeLessThanOrEqual(6144);
    for (const role of roles) {
      expect(policySize(role.trust)).toBeLessThanOrEqual(2048);
      expect(role.policies.length).toBeLessThanOrEqual(10);
    }
  });

  it('gives each statement a name of its own and a reason', () => {
    for (const { statements } of [...policies, ...roles]) {
      const sids = statements.map(({ statement }) => statement.Sid);
      expect(new Set(sids).size).toBe(sids.length);
      for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
      for (const { why } of statements) expect(why).toMatch(/\w{2}.*\.$/);
    }
  });
});

describe('gaps', () => {
  const needsOf = (options: Partial<BootstrapInput>) =>
    renderBootstrap({ ...plain, account: '111122223333', desired: all, ...options }).gaps.map(
      ({ needs, subjects }) => [needs, subjects],
    );

  it('say what takes an opt-in', () => {
    expect(needsOf({})).toEqual([
      ['groups', ['group/analysts']],
      ['users', ['user/robot']],
      ['instance-profiles', ['instance-profile/web']],
      ['service-linked-roles', ['service-linked-role/ecs.amazonaws.com']],
      ['oidc-providers', ['oidc-provider/gitlab.example.com']],
      ['account-alias', ['account-alias/account']],
      ['password-policy', ['password-policy/account']],
      ['alternate-contacts', ['alternate-contact/security']],
      ['saml-providers', ['saml-provider/corp']],
      ['proton-settings', ['proton-settings/eu-west-1']],
      ['analyzers', ['analyzer/eu-central-1/external', 'analyzer/us-east-1/external']],
      ['identity-center-directory', ['identity-center-group/Admins']],
      ['permission-sets', ['permission-set/Admin']],
      [
        'account-assignments',
        [
          'account-assignment/111122223333/Admin/group/Admins',
          'account-assignment/444455556666/Admin/group/Admins',
        ],
      ],
      ['unbounded', ['role/web', 'role/elsewhere']],
      ['attach', ['arn:aws:iam::aws:policy/PowerUserAccess']],
      ['manifest', ['group/strangers']],
    ]);
  });

  it('go with the opt-ins, but for what no statement can name', () => {
    const attach = ['arn:aws:iam::aws:policy/PowerUserAccess'];
    expect(needsOf({ allowed: optIns, attach })).toEqual([['manifest', ['group/strangers']]]);
  });

  it("say that GitHub's provider is not the scope's", async () => {
    const desired = await desiredOf(
      'oidcProviders: { token.actions.githubusercontent.com: { clientIds: [other] } }',
    );
    expect(needsOf({ desired, allowed: optIns })).toContainEqual([
      'provider',
      ['oidc-provider/token.actions.githubusercontent.com'],
    ]);
  });
});

describe('what cannot be rendered', () => {
  const scoped = 'arn:aws:iam::481516234299:policy/rolecall/platform/mine';
  const many = Array.from({ length: 200 }, (_, index) => `r${index}`.padEnd(64, 'x'));

  it.each([
    ["Rolecall's own scope", { scope: 'rolecall-core' }],
    ['a boundary that the apply role can change', { boundaries: [scoped] }],
    [
      'more repositories than a trust policy takes',
      {
        repositories: Array.from({ length: 9 }, (_, index) => ({
          owner: 'acme',
          name: `repository-${index}`,
          ids: { owner: '4211', name: `${index}` },
        })),
      },
    ],
  ])('%s', (_, options) => {
    expect(() => renderBootstrap({ ...plain, ...options })).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID' }),
    );
  });

  it('more unbounded roles than one statement takes', async () => {
    const roles = many.map((name) => `  ${name}: { trust: ${trust} }`).join('\n');
    const desired = await desiredOf(`roles:\n${roles}`);
    expect(() => renderBootstrap({ ...plain, desired, allowed: ['unbounded'] })).toThrow(
      expect.objectContaining({ code: 'PARAMETER_INVALID' }),
    );
  });
});

describe('trust', () => {
  const conditionsOf = (options: Partial<BootstrapInput>) =>
    renderBootstrap({ ...plain, ...options }).roles.map(({ trust: document }) => {
      const [statement] = [document.Statement].flat();
      const keys = Object.entries(statement?.Condition?.['StringEquals'] ?? {});
      return Object.fromEntries(keys.map(([key, value]) => [key.split(':')[1], value]));
    });

  it('is in both forms of the subject, and in the id of the repository', () => {
    expect(conditionsOf({})).toEqual([
      {
        aud: 'sts.amazonaws.com',
        sub: [
          'repo:acme@4211/infra@9001:pull_request',
          'repo:acme@4211/infra@9001:ref:refs/heads/main',
          'repo:acme/infra:pull_request',
          'repo:acme/infra:ref:refs/heads/main',
        ],
        repository_id: '9001',
      },
      {
        aud: 'sts.amazonaws.com',
        sub: [
          'repo:acme@4211/infra@9001:ref:refs/heads/main',
          'repo:acme/infra:ref:refs/heads/main',
        ],
        repository_id: '9001',
      },
    ]);
  });

  it('of an environment names the branch besides', () => {
    expect(
      conditionsOf({ environment: 'production', workflow, defaultBranch: 'trunk' })[1],
    ).toEqual({
      aud: 'sts.amazonaws.com',
      sub: [
        'repo:acme@4211/infra@9001:environment:production',
        'repo:acme/infra:environment:production',
      ],
      repository_id: '9001',
      ref: 'refs/heads/trunk',
      job_workflow_ref: workflow,
    });
  });

  it('rests on no claim that a partition may not hand on', () => {
    const [, apply] = conditionsOf({ partition: 'aws-cn', environment: 'production', workflow });
    expect(Object.keys(apply ?? {})).toEqual(['aud', 'sub']);
  });

  it.each([
    ['acme/infra', { owner: 'acme', name: 'infra', ids: undefined }],
    [
      'acme@4211/infra@9001',
      { owner: 'acme', name: 'infra', ids: { owner: '4211', name: '9001' } },
    ],
    ['acme/infra@9001', undefined],
    ['acme@4211/infra', undefined],
    ['acme/*', undefined],
    ['acme', undefined],
    ['acme/infra:ref', undefined],
  ])('%s', (text, expected) => {
    expect(parseGithubRepository(text)).toEqual(expected);
  });
});

it('its manifest declares all of it, with the reasons as comments', async () => {
  const bootstrap = renderBootstrap({ ...plain, account: '111122223333', allowed: optIns });
  const text = coreManifest(bootstrap);
  for (const { statements } of [...bootstrap.policies, ...bootstrap.roles]) {
    for (const { why } of statements) expect(text).toContain(`# ${why}\n`);
  }
  const body = text.slice(text.indexOf('oidcProviders:'));
  const declared = await desiredOf(body);
  expect(declared.map(({ type, name }) => `${type}/${name}`).sort()).toEqual(
    [
      'oidc-provider/token.actions.githubusercontent.com',
      ...bootstrap.policies.map(({ name }) => `policy/${name}`),
      ...bootstrap.roles.map(({ name }) => `role/${name}`),
    ].sort(),
  );
});
