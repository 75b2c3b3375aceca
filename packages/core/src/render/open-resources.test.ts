import { describe, expect, it } from 'vitest';
import { leftOut } from './left-out.ts';
import type { OpenResources } from './open-resources.ts';
import { renderJson } from './render-json.ts';
import { blueprintOf, open, place, trustOf, tryOpen } from './testing/open.fixture.ts';

describe('openResources', () => {
  it('names policies by ARN, and leaves the account open', () => {
    const { sections } = open('ecs-task', { values: { managedPolicies: ['ReadOnlyAccess'] } });
    expect(sections.roles.EcsTaskRole).toMatchObject({
      managedPolicies: ['arn:{{partition}}:iam::aws:policy/ReadOnlyAccess'],
    });
    expect(JSON.stringify(sections)).toContain('"aws:SourceAccount":"{{account}}"');
    expect(JSON.stringify(sections)).not.toContain(place.account);
  });

  it('refers to policies and providers that stand beside', () => {
    const { sections } = open(
      blueprintOf({
        policies: {
          Own: { document: { Statement: { Effect: 'Deny', Action: '*', Resource: '*' } } },
        },
        roles: { a: { trust: trustOf('*'), managedPolicies: ['Own'], permissionsBoundary: 'own' } },
      }),
    );
    expect(sections.roles.a?.managedPolicies).toEqual(['{{arn:policy/Own}}']);
    expect(sections.roles.a?.permissionsBoundary).toBe('{{arn:policy/Own}}');
    const values = {
      issuer: 'oidc.eks.eu-west-1.amazonaws.com/id/A',
      namespace: 'n',
      serviceAccount: 's',
    };
    expect(JSON.stringify(open('eks-irsa', { values }).sections.roles)).toContain(
      `"Federated":"{{arn:oidc-provider/${values.issuer}}}"`,
    );
    const elsewhere = open('eks-irsa', { values: { ...values, createProvider: false } });
    expect(JSON.stringify(elsewhere.sections.roles)).toContain('"Federated":"arn:{{partition}}:');
  });

  it.each([
    ['a policy that is nowhere', 'ecs-task', { managedPolicies: ['NoSuchPolicy'] }],
    ['a policy of another account', 'ecs-task', { permissionsBoundary: 'arn:aws:iam::1:policy/a' }],
    ['an unknown parameter', 'ecs-task', { rolName: 'x' }],
    ['nothing where something is required', 'scheduler', {}],
  ])('refuses %s', (_what, id, values) => {
    expect(tryOpen(id, { values })).toMatchObject({
      success: false,
      diagnostics: [{ code: 'PARAMETER_INVALID' }],
    });
  });

  it('makes a policy of what others need, if asked', () => {
    expect(Object.keys(open('ecs-task').sections.policies)).toEqual([]);
    const { policies } = open('ecs-task', { callerPolicy: true }).sections;
    expect(policies['ecs-task-caller']?.document).toMatchObject({
      Statement: [{ Action: 'iam:PassRole', Resource: '{{arn:role/EcsTaskRole}}' }],
    });
    expect(open('aws-login', { callerPolicy: true }).sections.policies).toEqual({});
  });
});

describe('renderJson', () => {
  it('closes everything with one account and the path', () => {
    const resources = open('ssm-automation', { path: '/ops/' });
    const text = JSON.stringify(renderJson({ resources, place }));
    expect(text).toContain('"Resource":"arn:aws:iam::210987654321:role/ops/AutomationServiceRole"');
    expect(text).not.toContain('{{');
    expect(JSON.parse(text)).toMatchObject({
      roles: { AutomationServiceRole: { path: '/ops/', maxSessionDuration: 3600 } },
      companions: [{ statement: { Action: 'iam:PassRole' } }],
    });
    expect(Object.keys(JSON.parse(text))).toEqual(['roles', 'companions']);
  });

  it('keeps the path that AWS fixes', () => {
    const resources = open('backup', { path: '/ops/' });
    expect(renderJson({ resources, place })).toMatchObject({
      roles: { AWSBackupDefaultServiceRole: { path: '/service-role/' } },
    });
  });
});

it('tells what no template can make', () => {
  const count = (resources: OpenResources) =>
    (['cloudformation', 'terraform'] as const).map((one) => leftOut(resources, one).length);
  expect(count(open('power-user-policy'))).toEqual([1, 0]);
  expect(count(open('ecs-task'))).toEqual([0, 0]);
  expect(count(open('identity-center-administrator'))).toEqual([0, 0]);
  const person = { userName: 'jane', givenName: 'Jane', familyName: 'Doe' };
  const withPerson = open('identity-center-administrator', { values: person });
  expect(count(withPerson)).toEqual([1, 0]);
  expect(leftOut(withPerson, 'cloudformation').join()).toContain('IdentityCenterUserJaneId');
  const settings = { accountAlias: { alias: 'acme' }, passwordPolicy: {} };
  expect(count(open(blueprintOf(settings)))).toEqual([2, 0]);
  const analyzers = { external: { regions: ['eu-west-1'] } };
  expect(count(open(blueprintOf({ analyzers })))).toEqual([0, 0]);
  const contact = { name: 'a', title: 'b', email: 'a@example.com', phone: '1' };
  expect(count(open(blueprintOf({ alternateContacts: { billing: contact } })))).toEqual([1, 0]);
  const retired = { 'eu-west-1': { includeRetired: true } };
  expect(count(open(blueprintOf({ protonSettings: retired })))).toEqual([1, 1]);
});
