import { expect, test } from 'vitest';
import { collectPart, known } from '../collect-parts.fixture.ts';
import { denied, json, serviceError, xml } from '../query-stub.fixture.ts';

const assumeRoot = 'sts:AssumeRoot';
const task = 'arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials';

test('active members are asked with credentials of their own, which may only look', async () => {
  const { part, calls } = await collectPart('memberRootSummaries');
  expect(part).toEqual(known({ '444455556666': known({ Users: 1 }) }));
  expect(calls.map(({ action, accessKeyId }) => [action, accessKeyId])).toEqual([
    ['organizations:ListAccounts', 'AKIAIOSFODNN7EXAMPLE'],
    [assumeRoot, 'AKIAIOSFODNN7EXAMPLE'],
    ['iam:GetAccountSummary', 'ASIAMEMBER'],
  ]);
  expect(calls[1]?.input).toEqual({
    TargetPrincipal: '444455556666',
    'TaskPolicyArn.arn': task,
  });
});

test.each([
  [assumeRoot, denied(assumeRoot), { code: 'ACCESS_DENIED', permission: assumeRoot }],
  [
    'iam:GetAccountSummary',
    denied('iam:GetAccountSummary'),
    { permission: 'iam:GetAccountSummary' },
  ],
  [assumeRoot, serviceError(assumeRoot, 'RegionDisabledException'), { code: 'AWS_ERROR' }],
  [assumeRoot, xml(assumeRoot, '<Credentials/>'), { code: 'BAD_RESPONSE' }],
  [
    'iam:GetAccountSummary',
    serviceError('iam:GetAccountSummary', 'InvalidClientTokenId'),
    { code: 'CREDENTIALS_INVALID' },
  ],
])('%s fails: unknown of this member', async (action, failure, reason) => {
  const { part } = await collectPart('memberRootSummaries', { [action]: failure });
  expect(part).toMatchObject(known({ '444455556666': { reason } }));
});

test('an account without a management account in its ARN is no answer', async () => {
  const Accounts = [{ Id: '444455556666', Arn: 'arn:aws:iam::444455556666:root', State: 'ACTIVE' }];
  const { part } = await collectPart('memberRootSummaries', {
    'organizations:ListAccounts': json({ Accounts }),
  });
  expect(part).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
});

test('the older word for the state of an account serves too', async () => {
  const Arn = 'arn:aws:organizations::999988887777:account/o-1/444455556666';
  const Accounts = [{ Id: '444455556666', Name: 'a', Arn, Status: 'SUSPENDED' }];
  const { part } = await collectPart('organizationAccounts', {
    'organizations:ListAccounts': json({ Accounts }),
  });
  expect(part).toEqual(known([{ id: '444455556666', name: 'a', status: 'SUSPENDED' }]));
});
