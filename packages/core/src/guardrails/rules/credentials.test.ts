import { describe, expect, it } from 'vitest';
import { aUser } from '../../checks/testing/snapshot.fixture.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const key = 'age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp';
const other = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
const sealed = 'secretsManager: { name: sealed, region: eu-central-1, kmsKeyId: alias/custodian }';

const user = (members: string, delivery = `recipients: [${key}]`, name = 'robot') =>
  `users:\n  ${name}: { ${members}, delivery: { ${delivery} } }\n`;
const password = 'login: {}';
const keys = (count: number) => `accessKeys: { count: ${count} }`;
const rule = (text: string) => `credentials: { ${text} }`;
const to = (text: string) => rule(`delivery: { ${text} }`);

it.each<[string, string, readonly string[]]>([
  ['', user(password), []],
  [rule(''), user(`${password}, ${keys(2)}`), []],
  [rule('passwords: []'), user(password), ['passwords user/robot']],
  [rule('passwords: []'), user(keys(1)), []],
  [rule('passwords: []'), 'users: { robot: { login: false } }', []],
  [rule('passwords: [user/robot]'), user(password), []],
  [rule('passwords: [robot]'), user(password), []],
  [rule('passwords: [/rolecall/platform/]'), user(password), []],
  [rule('passwords: [user/Robot]'), user(password), ['passwords user/robot']],
  [rule("passwords: ['arn:aws-cn:iam::*:user/*']"), user(password), ['passwords user/robot']],
  [rule('accessKeys: []'), user(keys(1)), ['access-keys user/robot']],
  [rule('accessKeys: []'), 'users: { robot: { accessKeys: { count: 0 } } }', []],
  [rule('accessKeys: [user/robot*]'), user(keys(1)), []],
  [rule('accessKeys: [user/robot*]'), user(keys(1), undefined, 'ada'), ['access-keys user/ada']],
  [rule('maxAccessKeys: 1'), user(keys(1)), []],
  [rule('maxAccessKeys: 1'), user(keys(2)), ['access-keys user/robot']],
  [rule('passwordReset: {}'), user(password), []],
  [
    rule('passwordReset: {}'),
    user('login: { passwordReset: false }'),
    ['password-reset user/robot'],
  ],
  [rule('passwordReset: { except: [user/robot] }'), user('login: { passwordReset: false }'), []],
  [to(`recipients: [${key}, ${other}]`), user(password), []],
  [to(`recipients: [${other}]`), user(password), ['delivery user/robot']],
  [
    to(`recipients: [${key}]`),
    user(keys(1), `recipients: [${key}, ${other}]`),
    ['delivery user/robot'],
  ],
  [to('recipients: []'), user(password, sealed), []],
  [to('recipients: []'), user(password), ['delivery user/robot']],
  [to('minRecipients: 2'), user(password), ['delivery user/robot']],
  [to('minRecipients: 2'), user(password, `recipients: [${key}, ${other}]`), []],
  [to('secretsManager: []'), user(password), []],
  [to('secretsManager: []'), user(password, sealed), ['delivery user/robot']],
  [to('secretsManager: [{ names: [sealed] }]'), user(password, sealed), []],
  [
    to('secretsManager: [{ names: [sealed], regions: [us-*] }]'),
    user(password, sealed),
    ['delivery user/robot'],
  ],
  [
    to("secretsManager: [{ kmsKeyIds: ['*'] }]"),
    user(password, sealed.replace(', kmsKeyId: alias/custodian', '')),
    ['delivery user/robot'],
  ],
  [to("secretsManager: [{ kmsKeyIds: ['*'] }]"), user(password, sealed), []],
])('%s: %s', async (rules, manifest, expected) => {
  expect(outlineOf(await judge(rules, manifest, { parts: { userSignIns: {} } }))).toEqual(expected);
  expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
});

const createdAt = '2026-11-20T10:00:00Z';

describe('a user who is there', () => {
  const robot = aUser({ name: 'robot', path: '/rolecall/platform/', tags: mark('user/robot') });
  const partsWith = (keysThere: number, mustChange?: boolean) => ({
    users: [robot],
    userCredentials: {},
    userSignIns: {
      robot: {
        password: mustChange === undefined ? null : { createdAt, mustChange },
        accessKeys: Array.from({ length: keysThere }, (_, at) => ({
          id: `AKIA${at}`,
          active: true,
          createdAt,
        })),
      },
    },
  });
  const lasting = user('login: { passwordReset: false }');

  it.each<[string, string, string, ReturnType<typeof partsWith>, readonly string[]]>([
    ['keeps what it has', rule('accessKeys: []'), user(keys(1)), partsWith(1), []],
    [
      'is not changed in anything without being within the rules',
      rule('accessKeys: []'),
      user(`${keys(1)}, tags: { team: a }`),
      partsWith(1),
      ['access-keys user/robot'],
    ],
    [
      'may lose what it has',
      rule('accessKeys: []'),
      'users: { robot: { accessKeys: { count: 0 } } }',
      partsWith(2),
      [],
    ],
    [
      'is given a second key',
      rule('maxAccessKeys: 1'),
      user(keys(2)),
      partsWith(1),
      ['access-keys user/robot'],
    ],
    [
      'is let off the reset',
      rule('passwordReset: {}'),
      lasting,
      partsWith(0, true),
      ['password-reset user/robot'],
    ],
    ['has its password already', rule('passwords: []'), lasting, partsWith(0, false), []],
    [
      'that is taken over',
      rule('accessKeys: []'),
      user(`${keys(1)}, path: /, adopt: true`),
      { ...partsWith(1), users: [aUser({ name: 'robot' })] },
      ['access-keys user/robot'],
    ],
  ])('%s', async (_, rules, manifest, parts, expected) => {
    expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
  });
});

describe('what users may do without MFA', () => {
  const self = ['iam:ChangePassword', 'iam:EnableMFADevice', 'sts:GetSessionToken'];
  const rules = rule(`withoutMfa: { actions: [${self.join()}], except: [user/robot] }`);
  const withPolicy = (statements: readonly object[], name = 'ada') =>
    `users:\n  ${name}:\n    inlinePolicies: { p: ${JSON.stringify({ Statement: statements })} }\n`;
  const all = { Effect: 'Allow', Action: '*', Resource: '*' };
  const denyWithout = (operator: string) => ({
    Effect: 'Deny',
    NotAction: self,
    Resource: '*',
    Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
  });
  const present = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

  it.each<[string, string, readonly string[]]>([
    ['nothing', 'users: { ada: {} }', []],
    ['all', withPolicy([all]), ['without-mfa user/ada']],
    ['all, of an exception', withPolicy([all], 'robot'), []],
    ['all, with MFA', withPolicy([{ ...all, ...present }]), []],
    ['a Deny of the rest', withPolicy([all, denyWithout('BoolIfExists')]), []],
    [
      'a Deny that access keys get round',
      withPolicy([all, denyWithout('Bool')]),
      ['without-mfa user/ada'],
    ],
    ['what is listed', withPolicy([{ ...all, Action: self }]), []],
    [
      'a condition that is also true without the key',
      withPolicy([
        { ...all, Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } },
      ]),
      ['without-mfa user/ada'],
    ],
    [
      'by a group',
      `groups:\n  g: { inlinePolicies: { p: ${JSON.stringify({ Statement: [all] })} } }\nusers: { ada: { groups: [g] } }\n`,
      ['without-mfa user/ada'],
    ],
    [
      'by a group of nobody',
      `groups:\n  g: { inlinePolicies: { p: ${JSON.stringify({ Statement: [all] })} } }\n`,
      ['without-mfa group/g'],
    ],
    [
      'a role, which has no keys',
      `roles:\n  r: { trust: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: 'sts:AssumeRole' }] }, inlinePolicies: { p: ${JSON.stringify({ Statement: [all] })} } }\n`,
      [],
    ],
  ])('%s', async (_, manifest, expected) => {
    expect(outlineOf(await judge(rules, manifest))).toEqual(expected);
    expect(outlineOf(await judgeOffline(rules, manifest))).toEqual(expected);
  });
});
