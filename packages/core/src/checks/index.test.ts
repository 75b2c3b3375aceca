import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { checkGroups, checks, findCheck } from './index.ts';

const ids = checks.map(({ id }) => id);

test('every check is the only one of its id and is found by it', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.map((id) => findCheck(id))).toEqual(checks);
  expect(findCheck('no-such-check')).toBeUndefined();
  expect(checkGroups.flatMap((group) => group.checks)).toEqual(checks);
});

test('every file that defines a check is named after it, listed and has a test beside it', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const defined = sources.flatMap((name) => {
    const text = readFileSync(`${import.meta.dirname}/${name}`, 'utf8');
    const id = /= define\w*Check\(\{\s*id: '([^']+)'/.exec(text)?.[1];
    return id === undefined ? [] : [{ name, id }];
  });
  expect(defined.map(({ name }) => basename(name))).toEqual(defined.map(({ id }) => `${id}.ts`));
  expect(defined.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  const tests = defined.map(({ name }) => name.replace(/\.ts$/, '.test.ts'));
  expect(files).toEqual(expect.arrayContaining(tests));
});

test('every check is documented', () => {
  const reference = new URL('../../../../docs/checks.gen.md', import.meta.url);
  const headings = [...readFileSync(reference, 'utf8').matchAll(/^### (.+)$/gm)].map(
    ([, heading]) => heading,
  );
  expect(headings).toEqual(ids);
});

test.each(checks.map((check) => [check.id, check] as const))('%s is described', (_, check) => {
  expect(check.documentation).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
  expect(check.rationale).toMatch(/\.$/);
  expect(check.remedy).toMatch(/\.$/);
  expect(check.title).toMatch(/^[A-Z].*[^.]$/);
});

test('checks that cost a call per user run only when asked for', () => {
  const costly = checks.filter(({ needs, uses = [] }) =>
    [...needs, ...uses].some((part) => part === 'mfaDevices' || part === 'sshPublicKeys'),
  );
  expect(costly.map(({ optIn }) => optIn)).toEqual(costly.map(() => true));
  expect(checks.filter(({ optIn }) => optIn).map(({ id }) => id)).toEqual([
    'member-root-credentials',
    'support-role-described',
    'password-max-age',
    'user-mfa-phishing-resistant',
    'user-ssh-keys-age',
    'role-ec2-unused',
    'ec2-instance-role',
    'role-service-stale',
    'user-service-stale',
    'monitor-root-usage',
    'monitor-iam-policy-changes',
    'monitor-no-mfa-signin',
    'monitor-cloudtrail-changes',
    'monitor-org-changes',
    'emergency-login-alarm',
    'incident-manager-role',
  ]);
});

test.each([
  'user-admin',
  'group-admin',
  'policy-admin-aws-managed',
  'policy-admin-inline',
  'policy-admin-attached',
  'admin-user-mfa',
])('the remedy of %s keeps the last administrator from being locked out', (id) => {
  expect(findCheck(id)?.remedy).toContain('another administrator');
});
