import { asList, type Json } from '@rolecall/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blueprints, findBlueprint } from './catalogue.ts';
import { expandBlueprint } from './expand-blueprint.ts';
import { readValue } from './read-value.ts';

/** What particular blueprints must say, because an account stands or falls by it. */
function expand(id: string, values: { [name: string]: Json } = {}) {
  const blueprint = findBlueprint(id);
  if (!blueprint) throw new Error(`no blueprint ${id}`);
  const context = { account: '210987654321', partition: 'aws', scope: 'platform' };
  const expansion = expandBlueprint({ blueprint, values, context });
  if (!expansion.success) throw new Error(JSON.stringify(expansion.diagnostics));
  return expansion;
}

const repository = {
  organization: 'octo-org',
  repository: 'octo-repo',
  organizationId: '65',
  repositoryId: '74',
};

describe('github-actions-oidc', () => {
  const issuer = 'token.actions.githubusercontent.com';

  it('trusts both forms of every subject, exactly', () => {
    const subjects = ['ref:refs/heads/main', 'environment:prod', 'pull_request'];
    const { sections } = expand('github-actions-oidc', { ...repository, subjects });
    expect(sections.roles.GitHubActionsRole?.trust).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::210987654321:oidc-provider/${issuer}` },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [`${issuer}:aud`]: 'sts.amazonaws.com',
              [`${issuer}:sub`]: [
                'repo:octo-org@65/octo-repo@74:ref:refs/heads/main',
                'repo:octo-org@65/octo-repo@74:environment:prod',
                'repo:octo-org@65/octo-repo@74:pull_request',
                'repo:octo-org/octo-repo:ref:refs/heads/main',
                'repo:octo-org/octo-repo:environment:prod',
                'repo:octo-org/octo-repo:pull_request',
              ],
              [`${issuer}:repository_id`]: '74',
            },
          },
        },
      ],
    });
  });

  it('makes the provider once', () => {
    expect(expand('github-actions-oidc', repository).sections.oidcProviders).toEqual({
      [issuer]: { clientIds: ['sts.amazonaws.com'], tags: {}, adopt: false },
    });
    const second = expand('github-actions-oidc', { ...repository, createProvider: false });
    expect(second.sections.oidcProviders).toEqual({});
  });

  it.each(['*', 'ref:*', 'repo:x', 'ref:refs/heads/', 'environment:'])(
    'refuses the subject %s',
    (subject) => {
      expect(() => expand('github-actions-oidc', { ...repository, subjects: [subject] })).toThrow();
    },
  );

  it('lets no name of a branch change the shape of the trust', () => {
    const usual = shapeOf(trustFor('main'));
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (branch) => {
        let trust: Json;
        try {
          trust = trustFor(branch);
        } catch {
          return;
        }
        expect(shapeOf(trust)).toBe(usual);
      }),
    );
  });

  function trustFor(branch: string): Json {
    const subjects = [`ref:refs/heads/${branch}`];
    const { sections } = expand('github-actions-oidc', { ...repository, subjects });
    return JSON.parse(JSON.stringify(sections.roles.GitHubActionsRole?.trust));
  }
});

describe('proton', () => {
  it('allows named services by default, and everything only when asked', () => {
    const scoped = JSON.stringify(expand('proton-environment', { services: ['s3', 'sqs'] }));
    expect(scoped).toContain('"Action":["s3:*","sqs:*"]');
    expect(scoped).not.toContain('NotAction');
    const broad = JSON.stringify(expand('proton-environment', { allServices: true }));
    expect(broad).toContain('"NotAction":["organizations:*","account:*"]');
    expect(broad).not.toContain('s3:*');
  });

  it.each(['proton-pipeline', 'proton-codebuild', 'proton-pipeline-codebuild'])(
    '%s tests the source account only',
    (id) => {
      const trust = JSON.stringify(Object.values(expand(id).sections.roles)[0]?.trust);
      expect(trust).toContain('"aws:SourceAccount":"210987654321"');
      expect(trust).not.toContain('aws:SourceArn');
    },
  );
});

describe('emergency-access', () => {
  it('follows the first reading of the tutorial', () => {
    const { sections } = expand('emergency-access', { reading: 'administrator' });
    expect(sections.groups.EmergencyAccessGroup).toMatchObject({
      managedPolicies: ['AdministratorAccess'],
      inlinePolicies: {},
    });
    expect(Object.keys(sections.roles)).toEqual(['SupportUserRole']);
    expect(sections.roles.SupportUserRole?.trust).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: '{{arn:user/EmergencyAccess}}' },
          Action: 'sts:AssumeRole',
        },
      ],
    });
  });

  it('follows the second, and keeps an administrator behind MFA', () => {
    const { sections } = expand('emergency-access', { reading: 'role-only', manageOwnMfa: false });
    const group = sections.groups.EmergencyAccessGroup;
    expect(group?.managedPolicies).toEqual([]);
    expect(Object.keys(group?.inlinePolicies ?? {})).toEqual(['AssumeEmergencyRoles']);
    const administrator = sections.roles.EmergencyAdministratorRole;
    expect(administrator?.managedPolicies).toEqual(['AdministratorAccess']);
    expect(JSON.stringify(administrator?.trust)).toContain(
      '"Bool":{"aws:MultiFactorAuthPresent":"true"}',
    );
  });

  it('lets the user enrol a device only where that opens something', () => {
    const policies = (reading: string) => {
      const { groups } = expand('emergency-access', { reading }).sections;
      return Object.keys(groups.EmergencyAccessGroup?.inlinePolicies ?? {});
    };
    expect(policies('role-only')).toContain('ManageOwnMfa');
    expect(policies('administrator')).toEqual([]);
  });
});

it('passes App Runner roles to the service that asks, not to the one that is trusted', () => {
  for (const id of ['app-runner-ecr-access', 'app-runner-instance']) {
    const text = JSON.stringify(expand(id).companions);
    expect(text).toContain('"iam:PassedToService":"apprunner.amazonaws.com"');
    expect(text).not.toMatch(/PassedToService":"(build|tasks)/);
  }
});

it.each([
  ['app-runner-ecr-access', {}],
  ['app-runner-instance', {}],
  ['ecs-express', {}],
])('%s has only the trust conditions that AWS documents', (id, values) => {
  for (const { trust } of Object.values(expand(id, values).sections.roles)) {
    expect(JSON.stringify(trust)).not.toContain('Condition');
  }
  const strict = expand(id, { strictTrust: true }).sections.roles;
  for (const { trust } of Object.values(strict)) {
    expect(JSON.stringify(trust)).toContain('"aws:SourceAccount":"210987654321"');
  }
});

it.each<[string, string, Json]>([
  ['support-user-role', 'principals', ['arn:aws:iam::777788889999:user/EmergencyAccess']],
  ['support-user-role', 'principals', ['arn:aws:s3:::bucket']],
  ['person-role', 'principals', ['arn:aws:iam::777788889999:user/alice']],
  ['person-role', 'managedPolicies', ['arn:aws:iam::777788889999:policy/a']],
  ['person-role', 'permissionsBoundary', 'arn:aws:iam::777788889999:policy/a'],
  ['incident-manager-runbook', 'automationRoleArn', 'arn:aws:iam::777788889999:role/a'],
  ['incident-manager-runbook', 'automationRoleArn', 'arn:aws:iam::210987654321:user/a'],
  ['incident-manager-automation', 'managedPolicies', ['arn:aws:iam::777788889999:policy/a']],
  ['app-runner-instance', 'managedPolicies', ['arn:aws:iam::777788889999:policy/a']],
  ['proton-codebuild', 'managedPolicies', ['arn:aws:iam::777788889999:policy/a']],
  ['proton-pipeline-codebuild', 'managedPolicies', ['arn:aws:iam::777788889999:policy/a']],
  ['github-actions-oidc', 'managedPolicies', ['arn:aws:iam::777788889999:policy/a']],
  ['github-actions-oidc', 'permissionsBoundary', 'arn:aws:iam::777788889999:policy/a'],
])('%s takes no %s such as %j, and says what it takes', (id, name, value) => {
  const blueprint = findBlueprint(id);
  if (!blueprint) throw new Error(`no blueprint ${id}`);
  const context = { account: '210987654321', partition: 'aws', scope: 'platform' };
  const values = { ...repository, responsePlan: 'a', runbook: 'abc', [name]: value };
  const expansion = expandBlueprint({ blueprint, values, context });
  const found = expansion.success ? [] : expansion.diagnostics;
  expect(found.find(({ path }) => path[1] === name)?.hint).toContain('210987654321');
});

/** The value with every text replaced by the same letter. */
function shapeOf(value: Json): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? 's' : member,
  );
}

const arnParameters = blueprints.flatMap((blueprint) =>
  Object.entries(blueprint.parameters).flatMap(([name, parameter]) => {
    const kind = parameter.type === 'list' ? parameter.items : parameter.type;
    return kind === 'arn' ? [{ id: blueprint.id, name, parameter }] : [];
  }),
);

describe.each(arnParameters)('$id takes as $name', ({ parameter }) => {
  const place = { account: '210987654321', partition: 'aws' };
  const read = (text: string) => {
    const value = parameter.type === 'list' ? [text] : text;
    return readValue({ value, parameter, place }).success;
  };
  const example = asList(parameter.example).map(String)[0] ?? '';

  it('what its example shows', () => {
    expect(read(example)).toBe(true);
  });

  it.each([
    ['another service', 'arn:aws:s3:::bucket'],
    ['another service, otherwise alike', example.replace(/^(arn:aws:)[^:]+/, '$1ec2')],
    ['a service whose name begins so', example.replace(/^(arn:aws:[^:]+)/, '$1x')],
    ['another service with the right one within', `arn:aws:s3:::${example}`],
  ])('no ARN of %s', (_, text) => {
    expect(read(text)).toBe(false);
  });
});

it.each([
  ['oidc.eks.eu-west-1.amazonaws.com/id/ABC', true],
  ['oidc.eks.us-gov-west-1.amazonaws.com/id/ABC', true],
  ['oidc.eks.cn-north-1.amazonaws.com.cn/id/ABC', true],
  ['oidc.eks.eusc-de-east-1.amazonaws.eu/id/ABC', true],
  ['oidc.eks.us-iso-east-1.c2s.ic.gov/id/ABC', true],
  ['oidc.eks.eu-isoe-west-1.cloud.adc-e.uk/id/ABC', true],
  ['oidc.eks.eu-west-1.evil.example/id/ABC', false],
  ['oidc.eks.eu-west-1.amazonaws.com.evil.example/id/ABC', false],
  ['oidc.eks.eu-west-1.evil-amazonaws.com/id/ABC', false],
  ['oidc.eks.eu-west-1.amazonawsxcom/id/ABC', false],
  ['oidc.eks.amazonaws.com/id/ABC', false],
  ['oidcxeks.eu-west-1.amazonaws.com/id/ABC', false],
])('that %s is an issuer of EKS is %s', (value, expected) => {
  const parameter = findBlueprint('eks-irsa')?.parameters.issuer;
  if (!parameter) throw new Error('no issuer');
  const place = { account: '210987654321', partition: 'aws' };
  expect(readValue({ value, parameter, place }).success).toBe(expected);
});

it('lets a role be passed to S3 Batch Operations where it trusts them, and only there', () => {
  const passed = (batchBuckets: readonly string[]) => {
    const values = { sourceBuckets: ['from'], destinationBuckets: ['there'], batchBuckets };
    return expand('s3-replication', values).companions.map(({ statement }) => statement);
  };
  const to = (service: string) => ({
    Condition: { StringEquals: { 'iam:PassedToService': service } },
  });
  expect(passed([])).toMatchObject([to('s3.amazonaws.com')]);
  expect(passed(['batch'])).toMatchObject([
    to('s3.amazonaws.com'),
    to('batchoperations.s3.amazonaws.com'),
  ]);
});
