import * as aws from '@aws-sdk/client-iam';
import { AssumeRoleCommand, type AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import {
  createRole,
  document,
  everything,
  listing,
  listUsers,
  noIdentity,
  outcomeOf,
  own,
  signedInAs,
  statement,
} from '../authorization.fixture.ts';
import { clientsFor, refusalOf } from '../clients.fixture.ts';

describe('AssumeRole', () => {
  const RoleArn = own('role/r');
  const assuming = document(statement('Allow', 'sts:*'));
  const noTrust = 'because no resource-based policy allows the sts:AssumeRole action';
  const trusting = (AWS: string, Condition: object = {}, Action = 'sts:AssumeRole') =>
    document({ Effect: 'Allow', Principal: { AWS }, Action, Condition });
  const mfa = { 'aws:MultiFactorAuthPresent': 'true' };

  async function assume(
    { trust, user = {}, role = {} }: { trust: object; user?: object; role?: object },
    input: Partial<AssumeRoleCommandInput> = {},
  ) {
    const scenario = {
      users: { u: { mfa: ['virtual'], ...user } },
      roles: { r: { trust, ...role } },
    };
    const { admin, user: client } = await signedInAs('u', scenario);
    const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me', ...input });
    const call = client.sts.send(command);
    const outcome = await outcomeOf(call);
    const key = outcome === 'allowed' ? (await call).Credentials?.AccessKeyId : undefined;
    return { admin, outcome, session: clientsFor(admin.sandbox, key) };
  }

  test.each([
    ['the user is trusted', { trust: trusting(own('user/u')) }, {}, 'allowed'],
    [
      'another user is trusted',
      { trust: trusting(own('user/v')), user: { inline: { p: everything } } },
      {},
      noTrust,
    ],
    [
      'the account is trusted, and the user may',
      { trust: trusting(own('root')), user: { inline: { p: assuming } } },
      {},
      'allowed',
    ],
    [
      'the account is trusted, and the user may not',
      { trust: trusting('111122223333') },
      {},
      'because no identity-based policy allows the sts:AssumeRole action',
    ],
    [
      'a policy denies it',
      {
        trust: trusting(own('user/u')),
        user: { inline: { p: document(statement('Deny', 'sts:*')) } },
      },
      {},
      'with an explicit deny in an identity-based policy',
    ],
    [
      'the trust denies it',
      {
        trust: document(...trusting(own('user/u')).Statement, {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 'sts:*',
        }),
      },
      {},
      'with an explicit deny in a resource-based policy',
    ],
    [
      'a service is trusted',
      {
        trust: document({
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
        user: { inline: { p: everything } },
      },
      {},
      noTrust,
    ],
    [
      'the external id is right',
      { trust: trusting(own('user/u'), { StringEquals: { 'sts:ExternalId': 'x1' } }) },
      { ExternalId: 'x1' },
      'allowed',
    ],
    [
      'the external id is wrong',
      { trust: trusting(own('user/u'), { StringEquals: { 'sts:ExternalId': 'x1' } }) },
      { ExternalId: 'x2' },
      noTrust,
    ],
    [
      'the external id is missing',
      { trust: trusting(own('user/u'), { StringEquals: { 'sts:ExternalId': 'x1' } }) },
      {},
      noTrust,
    ],
    [
      'with MFA',
      { trust: trusting(own('user/u'), { Bool: mfa }) },
      { SerialNumber: own('mfa/u'), TokenCode: '123456' },
      'allowed',
    ],
    ['without MFA', { trust: trusting(own('user/u'), { Bool: mfa }) }, {}, noTrust],
    [
      "with somebody else's device",
      { trust: trusting(own('user/u')) },
      { SerialNumber: own('mfa/v'), TokenCode: '123456' },
      'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    ],
    [
      'tags without TagSession',
      { trust: trusting(own('user/u')) },
      { Tags: [{ Key: 'a', Value: 'b' }] },
      'because no resource-based policy allows the sts:TagSession action',
    ],
    [
      'tags with TagSession',
      { trust: trusting(own('user/u'), {}, 'sts:*') },
      { Tags: [{ Key: 'a', Value: 'b' }] },
      'allowed',
    ],
  ])('%s', async (_, given, input, outcome) => {
    expect((await assume(given, input)).outcome).toBe(outcome);
  });

  test.each([
    ["the role's policies", { inline: { p: listing } }, {}, 'allowed'],
    ["no policies of the role's", {}, {}, noIdentity],
    [
      "the role's boundary",
      { inline: { p: everything }, boundary: 'aws:AmazonS3FullAccess' },
      {},
      'because no permissions boundary allows the iam:ListUsers action',
    ],
    [
      'a policy passed',
      { inline: { p: everything } },
      { Policy: JSON.stringify(assuming) },
      'because no session policy allows the iam:ListUsers action',
    ],
    [
      'a managed policy passed',
      { inline: { p: everything } },
      { PolicyArns: [{ arn: 'arn:aws:iam::aws:policy/IAMReadOnlyAccess' }] },
      'allowed',
    ],
    [
      'MFA',
      { inline: { p: document(statement('Allow', '*', { Condition: { Bool: mfa } })) } },
      { SerialNumber: own('mfa/u'), TokenCode: '123456' },
      'allowed',
    ],
    [
      'no MFA',
      { inline: { p: document(statement('Allow', '*', { Condition: { Bool: mfa } })) } },
      {},
      noIdentity,
    ],
    [
      'a tag',
      {
        tags: { Team: 'blue' },
        inline: {
          p: document(
            statement('Allow', '*', {
              Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } },
            }),
          ),
        },
      },
      { Tags: [{ Key: 'team', Value: 'red' }] },
      'allowed',
    ],
  ])('a session with %s', async (_, role, input, outcome) => {
    const trust = trusting(own('user/u'), {}, 'sts:*');
    const { session, outcome: assumed } = await assume({ trust, role }, input);
    expect(assumed).toBe('allowed');
    expect(await outcomeOf(session.iam.send(listUsers))).toBe(outcome);
  });

  test('a session ends with its role', async () => {
    const { admin, session, outcome } = await assume({ trust: trusting(own('user/u')) });
    expect(outcome).toBe('allowed');
    await admin.iam.send(new aws.DeleteRoleCommand({ RoleName: 'r' }));
    await admin.iam.send(createRole);
    expect(await refusalOf(session.iam.send(listUsers))).toMatchObject({
      code: 'InvalidClientTokenId',
    });
  });

  test('a trusted user created again is another', async () => {
    const { admin } = await signedInAs('u', {
      users: { u: {}, v: {} },
      roles: { r: { trust: trusting(own('user/v')) } },
    });
    await admin.iam.send(new aws.DeleteUserCommand({ UserName: 'v' }));
    await admin.iam.send(new aws.CreateUserCommand({ UserName: 'v' }));
    const created = await admin.iam.send(new aws.CreateAccessKeyCommand({ UserName: 'v' }));
    const { sts } = clientsFor(admin.sandbox, created.AccessKey?.AccessKeyId);
    const call = sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me' }));
    expect(await outcomeOf(call)).toBe(noTrust);
  });
});
