import { inspect } from 'node:util';
import { secretOf, withoutSecrets } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { awsColumnNames, bundleCsv } from './bundle-csv.ts';
import { bundleJson } from './bundle-json.ts';
import { refuseExamples } from './example-credentials.ts';
import type { SignInBundle } from './sign-in-bundle.ts';
import { signInUrl, switchRoleUrl } from './sign-in-bundle.ts';

const about = {
  account: '111122223333',
  partition: 'aws',
  alias: 'acme',
  user: 'EmergencyAccess',
  createdAt: '2026-11-21T10:00:00Z',
};
const password: SignInBundle = {
  ...about,
  kind: 'password',
  password: secretOf('pa"ss'),
  mustChange: false,
  switchRoles: ['SupportUserRole'],
};

describe('a secret', () => {
  const secret = secretOf('hunter2');
  const shown: readonly [string, string][] = [
    ['String', String(secret)],
    ['a template', `${secret}`],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect({ deep: { secret } }, { depth: 9, showHidden: true })],
    ['an error', inspect(new Error(`no ${secret}`, { cause: secret }))],
    ['a sum of texts', `a ${[secret].join()}`],
  ];
  it.each(shown)('shows nothing of itself in %s', (_, text) => {
    expect(text).toContain('***');
    expect(text).not.toContain('hunter2');
  });

  it('is cut out of what quotes it', () => {
    expect(withoutSecrets('Password=hunter2 hunter2', [secret])).toBe('Password=*** ***');
  });
});

describe('the sign-in bundle', () => {
  it('holds what the tutorial of AWS asks to be kept', () => {
    expect(JSON.parse(bundleJson(password))).toMatchObject({
      kind: 'password',
      account: '111122223333',
      user: 'EmergencyAccess',
      password: 'pa"ss',
      signInUrl: 'https://acme.signin.aws.amazon.com/console',
      switchRoles: [
        {
          role: 'SupportUserRole',
          url: 'https://signin.aws.amazon.com/switchrole?account=acme&roleName=SupportUserRole',
        },
      ],
      createdAt: '2026-11-21T10:00:00Z',
      notice: expect.stringContaining('outside the organisation'),
    });
  });

  it.each([
    ['aws', undefined, 'https://111122223333.signin.aws.amazon.com/console'],
    ['aws-us-gov', 'acme', 'https://acme.signin.amazonaws-us-gov.com/console'],
    ['aws-cn', 'acme', 'https://acme.signin.amazonaws.cn/console'],
    ['no-such', 'acme', undefined],
  ])('knows where one signs in: %s', (partition, alias, url) => {
    expect(signInUrl({ account: '111122223333', partition, alias })).toBe(url);
  });

  it('links to a role under its path', () => {
    const url = switchRoleUrl({ ...about, alias: undefined }, 'rolecall/platform/Support');
    expect(url).toContain('account=111122223333&roleName=rolecall%2Fplatform%2FSupport');
  });

  it('is a table under the names of AWS, or others', () => {
    const [head, line] = bundleCsv(password).split('\r\n');
    expect(head).toMatch(/^"User name","Password","Console sign-in URL",/);
    expect(line).toMatch(/^"EmergencyAccess","pa""ss","https:\/\/acme/);
    const own = bundleCsv(password, { ...awsColumnNames, password: '=Passwort' });
    expect(own).toContain(`"'=Passwort"`);
  });

  it.each(['=1+1', '+x', '-x', '@SUM(A1)', '\tx'])('is no formula: %s', (user) => {
    expect(bundleCsv({ ...password, user })).toContain(`"'${user}"`);
  });

  it.each([
    'AKIAIOSFODNN7EXAMPLE',
    'AKIAI44QH8DHBEXAMPLE',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ])('takes no example for a key: %s', (text) => {
    expect(() => refuseExamples(['AKIA2REAL', text])).toThrow('example');
    expect(() => refuseExamples(['AKIA2REAL'])).not.toThrow();
  });
});
