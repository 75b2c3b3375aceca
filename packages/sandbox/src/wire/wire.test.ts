import {
  CreatePolicyCommand,
  CreateUserCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListUserTagsCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { clientsFor, refusalOf, sandboxWithClients, trustIn } from '../clients.fixture.ts';
import { iamOperations, iamShapes } from './iam-api.gen.ts';
import { parseQuery } from './parse-query.ts';
import { validateInput } from './validate-input.ts';
import { writeXml } from './write-xml.ts';

const authorization =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/iam/aws4_request, Signature=x';

describe('XML', () => {
  test.each([
    ['empty list', [], '<X/>'],
    ['list', ['a', 'b'], '<X><member>a</member><member>b</member></X>'],
    ['map', new Map([['k', 1]]), '<X><entry><key>k</key><value>1</value></entry></X>'],
    ['left out', { a: undefined, b: false }, '<X><b>false</b></X>'],
    ['escapes', '<a href="x">&\r</a>', '<X>&lt;a href=&quot;x&quot;&gt;&amp;&#xD;&lt;/a&gt;</X>'],
    ['what XML cannot carry', 'a\u0000b', '<X>a\ufffdb</X>'],
  ])('%s', (_, value, expected) => {
    expect(writeXml('X', value)).toBe(expected);
  });

  test.each(['a b_c+d=e.f@g-h', 'Grüße 東京 Ελλάδα', ' spaces around '])(
    'the SDK reads the tag value %o back',
    async (Value) => {
      const { iam } = sandboxWithClients();
      await iam.send(new CreateUserCommand({ UserName: 'u', Tags: [{ Key: 'Ключ', Value }] }));
      const { Tags } = await iam.send(new ListUserTagsCommand({ UserName: 'u' }));
      expect(Tags).toEqual([{ Key: 'Ключ', Value }]);
    },
  );
});

describe('documents come URL-encoded', () => {
  const document = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"aws:x":["it's (ü) <&>!*~", "a\\"b"]}}}}`;

  test('inline', async () => {
    const { iam } = sandboxWithClients({
      scenario: { roles: { r: { trustService: 'ec2.amazonaws.com' } } },
    });
    const name = { RoleName: 'r', PolicyName: 'p' };
    await iam.send(new PutRolePolicyCommand({ ...name, PolicyDocument: document }));
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand(name));
    expect(PolicyDocument).toMatch(/^[A-Za-z0-9%._~-]+$/);
    expect(decodeURIComponent(PolicyDocument)).toBe(document);
  });

  test('managed, with white space as it was given', async () => {
    const { iam } = sandboxWithClients();
    const spaced = JSON.stringify(JSON.parse(document), null, 4);
    await iam.send(new CreatePolicyCommand({ PolicyName: 'p', PolicyDocument: spaced }));
    const PolicyArn = 'arn:aws:iam::111122223333:policy/p';
    const answer = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
    expect(decodeURIComponent(answer.PolicyVersion?.Document ?? '')).toBe(spaced);
  });
});

describe('requests', () => {
  test('lists and structures are read from their flat names', () => {
    const form = new URLSearchParams(
      'UserName=u&Tags.member.2.Key=b&Tags.member.1.Key=a&Tags.member.1.Value=&Unknown=x',
    );
    expect(parseQuery(form, iamShapes, 'CreateUserRequest')).toEqual({
      UserName: 'u',
      Tags: [{ Key: 'a', Value: '' }, { Key: 'b' }],
    });
    expect(parseQuery(new URLSearchParams('Tags='), iamShapes, 'CreateUserRequest')).toEqual({
      Tags: [],
    });
  });

  test('every pattern of the API model is one that we can test', () => {
    for (const [name, shape] of Object.entries(iamShapes)) {
      if (shape.type !== 'string') continue;
      expect(() => {
        try {
          validateInput('x', iamShapes, name);
        } catch (error) {
          if (error instanceof SyntaxError) throw error;
        }
      }, name).not.toThrow();
    }
    expect(Object.keys(iamOperations)).toContain('CreateRole');
  });

  test.each([
    ['Nonsense', 400, '<Code>InvalidAction</Code>'],
    ['GetHumanReadableSummary', 501, '<Code>NotImplemented</Code>'],
    [
      'ListUsers',
      200,
      '<ListUsersResult><Users/><IsTruncated>false</IsTruncated></ListUsersResult>',
    ],
    ['CreateUser', 400, '<Type>Sender</Type><Code>ValidationError</Code>'],
  ])('%s', async (action, status, text) => {
    const { sandbox } = sandboxWithClients();
    const answer = await sandbox.handleHttp({
      method: 'POST',
      path: '/',
      headers: { Authorization: authorization },
      body: `Action=${action}&Version=2010-05-08`,
    });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(text);
    expect(answer.body).toMatch(/<RequestId>[0-9a-f-]{36}<\/RequestId>/);
  });

  test('unsigned is refused', async () => {
    const { sandbox } = sandboxWithClients();
    const body = 'Action=ListUsers&Version=2010-05-08';
    const answer = await sandbox.handleHttp({ method: 'POST', path: '/', headers: {}, body });
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.body).toContain('MissingAuthenticationToken');
  });

  test('calls are recorded with input and outcome', async () => {
    const { iam, sandbox } = sandboxWithClients();
    await iam.send(new CreateUserCommand({ UserName: 'u' }));
    await refusalOf(iam.send(new GetRoleCommand({ RoleName: 'ghost' })));
    expect(sandbox.calls).toMatchObject([
      {
        action: 'iam:CreateUser',
        input: { UserName: 'u' },
        outcome: 'ok',
        at: '2026-11-21T00:00:00Z',
      },
      { action: 'iam:GetRole', input: { RoleName: 'ghost' }, outcome: 'NoSuchEntity' },
    ]);
  });
});

describe('other services', () => {
  test('Organizations', async () => {
    const alone = sandboxWithClients();
    await expect(
      alone.organizations.send(new DescribeOrganizationCommand({})),
    ).rejects.toMatchObject({ name: 'AWSOrganizationsNotInUseException' });
    const member = sandboxWithClients({
      scenario: { organization: { id: 'o-a1b2c3d4e5', managementAccount: '444455556666' } },
    });
    const { Organization } = await member.organizations.send(new DescribeOrganizationCommand({}));
    expect(Organization).toMatchObject({
      Id: 'o-a1b2c3d4e5',
      MasterAccountId: '444455556666',
      FeatureSet: 'ALL',
      Arn: 'arn:aws:organizations::444455556666:organization/o-a1b2c3d4e5',
    });
  });

  test('STS: who calls, and as what role', async () => {
    const { sandbox, sts } = sandboxWithClients({
      scenario: {
        roles: { deploy: { trust: JSON.parse(trustIn({ AWS: '111122223333' })), path: '/x/' } },
      },
    });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '111122223333',
      Arn: 'arn:aws:sts::111122223333:assumed-role/Administrator/you',
      UserId: expect.stringMatching(/^AROA\w{17}:you$/),
    });
    const RoleArn = 'arn:aws:iam::111122223333:role/x/deploy';
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me' }),
    );
    const session = clientsFor(sandbox, Credentials?.AccessKeyId);
    expect(await session.sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Arn: 'arn:aws:sts::111122223333:assumed-role/deploy/me',
    });
  });

  test('STS: root assumes no role', async () => {
    const { sts } = sandboxWithClients({ caller: 'arn:aws:iam::111122223333:root' });
    const RoleArn = 'arn:aws:iam::111122223333:role/Administrator';
    const call = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me' });
    expect(await refusalOf(sts.send(call))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: 'Roles may not be assumed by root accounts.',
    });
  });

  test.each([
    ['arn:aws:iam::111122223333:role/ghost', 3600, 'AccessDenied'],
    ['arn:aws:iam::111122223333:role/Administrator', 3601, 'ValidationError'],
    ['arn:aws:iam::111122223333:role/Administrator', 899, 'ValidationError'],
  ])('STS: AssumeRole %s for %d s: %s', async (RoleArn, DurationSeconds, code) => {
    const { sts } = sandboxWithClients();
    const call = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'me', DurationSeconds });
    expect(await refusalOf(sts.send(call))).toMatchObject({ code });
  });
});
