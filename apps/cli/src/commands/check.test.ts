import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checks, partPermissions, partsForChecks } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  manifestOf,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';

describe('check', () => {
  it('finds what is wrong with a badly kept account', async () => {
    const { exitCode, json } = await runJson('check --account sandbox:neglected');
    expect(exitCode).toBe(2);
    expect(json).toMatchObject({
      account: '111122223333',
      partition: 'aws',
      checkedAt: '2026-11-21T10:00:00.000Z',
      credentialReportGeneratedAt: '2026-11-21T10:00:00.000Z',
      summary: { fail: expect.any(Number), pass: expect.any(Number) },
    });
    expect(json.findings).toContainEqual({
      id: 'root-mfa-enabled:arn:aws:iam::111122223333:root',
      check: 'root-mfa-enabled',
      severity: 'critical',
      outcome: 'fail',
      subject: 'arn:aws:iam::111122223333:root',
      message: expect.any(String),
      evidence: expect.any(Object),
      remedy: expect.stringContaining('MFA'),
    });
  });

  it('shows them within 80 columns, worst first', async () => {
    const { stdout } = await run('check --account sandbox:neglected');
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.indexOf('CRITICAL')).toBeLessThan(lines.indexOf('LOW'));
    expect(stdout).not.toContain('✓');
    expect((await run('check --account sandbox:neglected --all')).stdout).toContain('✓');
  });

  it.each([
    ['check --account sandbox:untouched --check user-console-mfa key-age', 0],
    ['check --account sandbox:neglected --fail-on critical', 2],
    ['check --account sandbox:neglected --check password-max-age --fail-on high', 0],
  ])('%s exits with %i', async (line, expected) => {
    expect((await run(line)).exitCode).toBe(expected);
  });

  it('runs the checks that are asked for, opt-in ones too', async () => {
    const { json } = await runJson(
      'check --account sandbox:good --check root-mfa-enabled key-any-long-lived',
    );
    expect(new Set(json.findings.map((finding: { check: string }) => finding.check))).toEqual(
      new Set(['root-mfa-enabled', 'key-any-long-lived']),
    );
  });

  it('lists the checks with what they need', async () => {
    const { exitCode, json } = await runJson('check --list');
    expect(exitCode).toBe(0);
    expect(json.map(({ id }: { id: string }) => id)).toEqual(checks.map(({ id }) => id));
    expect(json[0]).toMatchObject({
      id: 'root-mfa-enabled',
      severity: 'critical',
      needs: expect.any(Array),
      permissions: expect.arrayContaining(['iam:GetAccountSummary']),
      optIn: false,
    });
  });

  it('names the check that a misspelt one is like', async () => {
    expect(await errorOf('check --account sandbox:good --check root-mfa-enable')).toMatchObject({
      exitCode: 1,
      code: 'USAGE',
      diagnostics: [{ hint: 'Did you mean "root-mfa-enabled"?' }],
    });
  });

  it('refuses to guess who is kept for emergencies', async () => {
    const line = 'check --account sandbox:good --emergency role/Administrator EmergencyAccess';
    expect(await errorOf(line)).toMatchObject({
      exitCode: 1,
      code: 'USAGE',
      diagnostics: [{ message: expect.stringContaining('"EmergencyAccess"') }],
    });
  });

  it('takes the settings of the manifest, if it is of that account', async () => {
    const settings = 'checks: { passwordMinimumLength: 8 }\n';
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf(settings) });
    const check = 'check --account sandbox:neglected --check password-min-length';
    expect((await run(check, { cwd })).exitCode).toBe(0);
    const other = await sandboxOf('neglected', { accountId: '444455556666' });
    const line = 'check --check password-min-length';
    const { exitCode, stderr } = await run(line, { cwd, aws: inPlaceOfAws(other) });
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('its settings are not used'),
    });
  });

  it('writes to a file, and says nothing then', async () => {
    const cwd = await folderOf();
    const { stdout } = await run('check --account sandbox:good --json --output out.json', { cwd });
    expect(stdout).toBe('');
    expect(JSON.parse(await readFile(join(cwd, 'out.json'), 'utf8'))).toHaveProperty('findings');
  });
});

const permissions = [
  ...new Set(
    partsForChecks(checks.filter(({ optIn }) => optIn !== true)).flatMap(
      (part) => partPermissions[part],
    ),
  ),
];

interface Said {
  readonly id: string;
  readonly outcome: string;
  readonly remedy: string;
}

async function checkDenied(deny: readonly string[]) {
  const sandbox = await sandboxOf('neglected', { faults: { deny: [...deny] } });
  const { exitCode, json } = await runJson('check', { aws: inPlaceOfAws(sandbox) });
  const findings: readonly Said[] = json.findings;
  const wasRefused = sandbox.calls.some((call) => call.outcome === 'AccessDenied');
  return { exitCode, findings, wasRefused };
}

describe('check without a permission', async () => {
  const whole = await checkDenied([]);
  const before = new Map(whole.findings.map(({ id, outcome }) => [id, outcome]));

  it.each(permissions)(
    '%s: what needs it is unknown, the rest is as it was',
    async (permission) => {
      const { exitCode, findings, wasRefused } = await checkDenied([permission]);
      expect(exitCode).toBe(2);
      const changed = findings.filter(({ id, outcome }) => before.get(id) !== outcome);
      const judged = changed.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail');
      expect(judged).toEqual([]);
      const unknown = changed.filter(({ outcome }) => outcome === 'unknown');
      for (const { remedy } of unknown) expect(remedy).toContain(permission);
      // What this account has nothing of is not asked for.
      if (!wasRefused) expect(changed).toEqual([]);
    },
  );

  it('lets the unknown pass if told to', async () => {
    const deny = ['iam:ListVirtualMFADevices'];
    const sandbox = await sandboxOf('neglected', { faults: { deny } });
    const aws = inPlaceOfAws(sandbox);
    const line = 'check --check root-mfa-hardware password-policy-exists';
    expect((await run(line, { aws })).exitCode).toBe(2);
    expect((await run(`${line} --allow-unknown`, { aws })).exitCode).toBe(0);
  });

  it('is an error where nothing can be read', async () => {
    const sandbox = await sandboxOf('neglected', {
      faults: {
        deny: [...new Set(permissions.map((each) => each.replace(/:.*/, ':*')))],
      },
    });
    const { exitCode, json } = await runJson('check', { aws: inPlaceOfAws(sandbox) });
    expect(exitCode).toBe(1);
    expect(json.error.code).toBe('NOTHING_READABLE');
    expect(json.findings.length).toBeGreaterThan(10);
    const { stdout, stderr } = await run('check', { aws: inPlaceOfAws(sandbox) });
    expect(stdout).toContain('UNKNOWN');
    expect(stderr).toContain('[NOTHING_READABLE]');
  });
});
