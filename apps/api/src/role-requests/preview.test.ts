import { expect, it } from 'vitest';
import type { RoleRequestRecord } from '../model/records.ts';
import { requestOf } from './testing/records.fixture.ts';
import { openStage } from './testing/stage.fixture.ts';

const roles = (...managedPolicies: readonly string[]) => ({ parameters: { managedPolicies } });

it.each<[string, Partial<RoleRequestRecord>, string, readonly string[]]>([
  ['reads', roles('AmazonS3ReadOnlyAccess'), 'low', []],
  ['writes everywhere', roles('AmazonS3FullAccess'), 'medium', []],
  ['does nearly all', roles('PowerUserAccess'), 'high', []],
  ['does all', roles('AdministratorAccess'), 'critical', ['administrator']],
  ['gives itself all', roles('IAMFullAccess'), 'critical', ['administrator']],
  [
    'does all within a boundary',
    {
      parameters: {
        managedPolicies: ['AdministratorAccess'],
        permissionsBoundary: 'AmazonS3ReadOnlyAccess',
      },
    },
    'low',
    [],
  ],
  ['is for a service', { blueprint: 'ecs-express', parameters: {} }, 'medium', []],
])('a role that %s', async (_, given, risk, kinds) => {
  const preview = await openStage().approved(requestOf(given));
  expect({ risk: preview.risk, kinds: preview.risks.map(({ kind }) => kind) }).toEqual({
    risk,
    kinds,
  });
  expect(preview.grants.length).toBeGreaterThan(1);
  expect(preview.access.map(({ arn }) => arn).sort()).toEqual([...preview.roleArns].sort());
});

it('calls what is like an administrator critical, also while it hangs on a condition', async () => {
  const stage = openStage();
  const document = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: '*',
        Resource: '*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      },
    ],
  };
  await stage.call({
    Action: 'CreatePolicy',
    PolicyName: 'Conditional',
    PolicyDocument: JSON.stringify(document),
  });
  const own = roles('arn:aws:iam::111122223333:policy/Conditional');
  const preview = await stage.approved(requestOf(own));
  expect(preview).toMatchObject({ risk: 'critical', risks: [{ kind: 'administrator' }] });
});

it.each<[string, object, Partial<RoleRequestRecord>, string | undefined]>([
  ['ended', {}, { blueprint: 'proton-environment', parameters: {} }, 'service-retired'],
  ['closed', {}, { blueprint: 'app-runner-instance', parameters: {} }, 'service-retired'],
  [
    'closed, to a customer',
    { serviceLinkedRoles: { 'apprunner.amazonaws.com': { createdDaysAgo: 500 } } },
    { blueprint: 'app-runner-instance', parameters: {} },
    undefined,
  ],
  ['no such policy', {}, roles('NoSuchPolicy'), 'does-not-fit'],
  [
    'a policy that is not there',
    {},
    roles('arn:aws:iam::111122223333:policy/ghost'),
    'does-not-fit',
  ],
])('of what is %s', async (_, scenario, given, code) => {
  const previewed = await openStage(scenario).preview(requestOf(given));
  const codes = previewed.kind === 'refused' ? previewed.faults.map((fault) => fault.code) : [];
  expect(codes).toEqual(code === undefined ? [] : [code]);
});

it('says that the person is not there', async () => {
  const principal = { kind: 'user', arn: 'arn:aws:iam::111122223333:user/ghost' } as const;
  const mapping = { subject: 'x', accountId: '*', principal };
  const previewed = await openStage().preview(requestOf(), { mapping });
  expect(previewed).toMatchObject({ kind: 'refused', faults: [{ code: 'does-not-fit' }] });
});

it('fails where the account cannot be read', async () => {
  const stage = openStage();
  stage.sandbox.faults.credentials = 'expired';
  await expect(stage.preview()).rejects.toMatchObject({ code: 'CREDENTIALS_EXPIRED' });
});
