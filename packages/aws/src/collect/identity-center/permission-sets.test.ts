import { describe, expect, test } from 'vitest';
import { collectPart, collectParts, known } from '../../collect-parts.fixture.ts';
import {
  denied,
  json,
  jsonError,
  type StubAnswers,
  serviceError,
} from '../../query-stub.fixture.ts';
import { centerInstance, permissionSetArn } from '../../services.fixture.ts';

const listSets = 'sso:ListPermissionSetsProvisionedToAccount';
const foreign = { ...centerInstance, OwnerAccountId: '999988887777' };
const foreignAnswers: StubAnswers = {
  'sso:ListInstances': json({ Instances: [foreign] }),
  'sso:DescribeInstance': denied('sso:DescribeInstance'),
};
/** As Identity Center says it to a member of the organization: no policy of the caller is named. */
const notYours = jsonError(
  'AccessDeniedException',
  `User: arn:aws:sts::111122223333:assumed-role/Reader/me is not authorized to perform: ${listSets}`,
);

describe('who may see what an instance holds', () => {
  test('an instance of the organization, from a member: it is there, its sets are hidden', async () => {
    const { parts } = await collectParts(
      { ...foreignAnswers, [listSets]: notYours },
      { parts: ['identityCenterInstances', 'permissionSets'], regions: ['eu-central-1'] },
    );
    expect(parts.permissionSets).toEqual(known(null));
    expect(parts.identityCenterInstances).toMatchObject(
      known({ 'eu-central-1': known([{ ownerAccount: '999988887777', keyType: undefined }]) }),
    );
  });

  test('beside an instance of its own that has none', async () => {
    const own = { ...centerInstance, InstanceArn: 'arn:aws:sso:::instance/ssoins-2' };
    const { part } = await collectPart('permissionSets', {
      'sso:ListInstances': json({ Instances: [own, foreign] }),
      'sso:DescribeInstance': ({ input }) =>
        input['InstanceArn'] === own.InstanceArn
          ? json({ ...own, PermissionSetsEnabled: false })
          : denied('sso:DescribeInstance'),
      [listSets]: notYours,
    });
    expect(part).toEqual(known(null));
  });

  test('from an account that it is delegated to', async () => {
    const { part } = await collectPart('permissionSets', foreignAnswers);
    expect(part).toMatchObject(known([{ name: 'Admin' }]));
  });

  test('denied by a policy of the caller: that is a missing permission', async () => {
    const { part } = await collectPart('permissionSets', {
      ...foreignAnswers,
      [listSets]: denied(listSets),
    });
    expect(part).toMatchObject({ reason: { code: 'ACCESS_DENIED', permission: listSets } });
  });

  test('an own instance is never hidden', async () => {
    const { part } = await collectPart('permissionSets', { [listSets]: notYours });
    expect(part).toMatchObject({ reason: { code: 'ACCESS_DENIED', permission: listSets } });
  });

  test('an instance of this account alone has none, and is not asked', async () => {
    const { part, calls } = await collectPart('permissionSets', {
      'sso:DescribeInstance': json({ ...centerInstance, PermissionSetsEnabled: false }),
      [listSets]: serviceError(listSets, 'Validation'),
    });
    expect(part).toEqual(known([]));
    expect(calls.map(({ action }) => action)).not.toContain(listSets);
  });
});

test('everything of a set is asked for in the primary region, once', async () => {
  const { part, calls } = await collectPart('permissionSets');
  expect(part).toMatchObject(
    known([
      {
        arn: permissionSetArn,
        region: 'eu-central-1',
        sessionSeconds: 28_800,
        customerPolicyNames: ['own'],
        boundary: 'arn:aws:iam::aws:policy/PowerUserAccess',
        assignments: known([
          { principalType: 'USER', principalName: 'ada', enabled: true },
          { principalType: 'GROUP', principalName: 'Admins', memberCount: 1 },
        ]),
      },
    ]),
  );
  const ofCenter = calls.filter(({ action }) => !action.startsWith('account:'));
  const elsewhere = ofCenter.filter(({ region }) => region !== 'eu-central-1');
  expect(elsewhere.map(({ action }) => action)).toEqual(['sso:ListInstances']);
});

test('an instance that names no primary region is asked where it was found', async () => {
  const { PrimaryRegion: _, ...instance } = centerInstance;
  const { part } = await collectPart('permissionSets', {
    'sso:ListInstances': ({ region }) =>
      json({ Instances: region === 'us-east-1' ? [instance] : [] }),
  });
  expect(part).toMatchObject(known([{ region: 'us-east-1' }]));
});

const without = (member: string) => expect.not.objectContaining({ [member]: expect.anything() });

describe('what a set has not', () => {
  test.each([
    [
      'an inline policy',
      'sso:GetInlinePolicyForPermissionSet',
      json({ InlinePolicy: '' }),
      { inlinePolicy: undefined },
    ],
    [
      'a boundary',
      'sso:GetPermissionsBoundaryForPermissionSet',
      jsonError('ResourceNotFoundException'),
      { boundary: undefined },
    ],
    [
      'a user that is still there',
      'identitystore:DescribeUser',
      jsonError('ResourceNotFoundException'),
      { assignments: known([without('principalName'), {}]) },
    ],
    [
      'a group that is still there',
      'identitystore:DescribeGroup',
      jsonError('ResourceNotFoundException'),
      { assignments: known([{}, without('memberCount')]) },
    ],
    [
      'a user of whom the API says whether it may sign in',
      'identitystore:DescribeUser',
      json({ UserId: 'u-1', UserName: 'ada' }),
      { assignments: known([{ principalName: 'ada', enabled: undefined }, {}]) },
    ],
    [
      'a boundary of AWS',
      'sso:GetPermissionsBoundaryForPermissionSet',
      json({ PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'edge' } } }),
      { boundary: 'edge' },
    ],
  ])('%s', async (_name, action, answer, expected) => {
    const { part } = await collectPart('permissionSets', { [action]: answer });
    expect(part).toMatchObject(known([expected]));
  });
});

test.each(['1 hour', ''])('a session of "%s" is no answer', async (SessionDuration) => {
  const { part } = await collectPart('permissionSets', {
    'sso:DescribePermissionSet': json({ PermissionSet: { Name: 'Admin', SessionDuration } }),
  });
  expect(part).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
});

test('who got one set is unknown, who got the other is not', async () => {
  const action = 'sso:ListAccountAssignments';
  const { part } = await collectPart('permissionSets', {
    [listSets]: json({ PermissionSets: ['a', 'b'] }),
    [action]: ({ input }) =>
      input['PermissionSetArn'] === 'a' ? denied(action) : json({ AccountAssignments: [] }),
  });
  expect(part).toMatchObject(
    known([{ assignments: { reason: { permission: action } } }, { assignments: known([]) }]),
  );
});
