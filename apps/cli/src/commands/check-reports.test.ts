import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingsJsonSchema, profileNames, reportFormats } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { errorOf, folderOf, manifestOf, run, runJson } from '../testing/run.fixture.ts';

const neglected = 'check --account sandbox:neglected';
const narrow = `${neglected} --check root-mfa-enabled key-age password-min-length`;
const alice = 'arn:aws:iam::111122223333:user/alice';

/** ARNs are never cut, so that they can be copied. */
const tooWide = (lines: string) =>
  lines.split('\n').filter((line) => line.length > 80 && !/^ *\S+$/.test(line));

describe('check --profile', () => {
  it('runs what the profile names, and says how its controls stand', async () => {
    const { exitCode, json } = await runJson(`${neglected} --profile cis-7.0`);
    expect(exitCode).toBe(2);
    expect(json.profile).toMatchObject({ id: 'cis-7.0' });
    expect(json.compliance).toMatchObject({
      profile: 'cis-7.0',
      summary: { fail: expect.any(Number), manual: expect.any(Number) },
    });
    expect(json.compliance.summary.fail).toBeGreaterThan(0);
    const check = json.checks.find(({ id }: { id: string }) => id === 'root-mfa-enabled');
    expect(check.controls.length).toBeGreaterThan(0);
  });

  it('shows the controls below the findings, within 80 columns', async () => {
    const { stdout } = await run(`${neglected} --profile cis-7.0`);
    expect(tooWide(stdout)).toEqual([]);
    expect(stdout.indexOf('CRITICAL')).toBeLessThan(stdout.lastIndexOf('controls:'));
    expect(stdout).toMatch(/^\d+ controls: \d+ fail/m);
  });

  it('lets what the manifest says itself win over the limits of the profile', async () => {
    const line = `${neglected} --profile cis-7.0`;
    const own = 'checks: { passwordMinimumLength: 8 }\n';
    const passes = async (checks: string) => {
      const cwd = await folderOf({ 'rolecall.yaml': manifestOf(checks) });
      const { json } = await runJson(line, { cwd });
      return json.findings.find(({ check }: { check: string }) => check === 'password-min-length')
        ?.outcome;
    };
    expect(await passes('')).toBe('fail');
    expect(await passes(own)).toBe('pass');
  });

  it('is refused where it is misspelt, or beside --check', async () => {
    expect(await errorOf(`${neglected} --profile cis-7`)).toMatchObject({
      exitCode: 1,
      code: 'USAGE',
      hint: expect.stringContaining('cis-7.0'),
    });
    expect(await errorOf(`${narrow} --profile cis-7.0`)).toMatchObject({ code: 'USAGE' });
  });

  it('lists the profiles', async () => {
    const { exitCode, json } = await runJson('check --list-profiles');
    expect(exitCode).toBe(0);
    expect(json.map(({ name }: { name: string }) => name)).toEqual(profileNames);
    const { stdout } = await run('check --list-profiles');
    expect(tooWide(stdout)).toEqual([]);
    const { json: listed } = await runJson('check --list --profile cis-7.0');
    const profile = json.find(({ name }: { name: string }) => name === 'cis-7.0');
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(profile.checks);
  });
});

describe('check --report', () => {
  it('writes every format to a file, and the table all the same', async () => {
    const cwd = await folderOf();
    const wanted = reportFormats.map((format) => `${format}=out.${format}`);
    const { exitCode, stdout } = await run(`${narrow} --report ${wanted.join(' ')}`, { cwd });
    expect(exitCode).toBe(2);
    expect(stdout).toContain('CRITICAL');
    const begins: Record<(typeof reportFormats)[number], RegExp> = {
      json: /^\{\n {2}"schemaVersion": 1/,
      jsonl: /^\{"time"/,
      csv: /^account,time,/,
      markdown: /^## Account/,
      junit: /^<\?xml/,
      sarif: /^\{\n {2}"\$schema"/,
      ocsf: /^\[\n {2}\{/,
      asff: /^\[\n {2}\{\n {4}"Findings"/,
      html: /^<!doctype html>/i,
    };
    for (const format of reportFormats) {
      const text = await readFile(join(cwd, `out.${format}`), 'utf8');
      expect(text).toMatch(begins[format]);
      expect(text.endsWith('\n')).toBe(true);
      expect(text).toContain('root-mfa-enabled');
    }
  });

  it('puts one without a file in the place of the table', async () => {
    const { stdout } = await run(`${narrow} --report csv --report jsonl=out.jsonl`, {
      cwd: await folderOf(),
    });
    expect(stdout.split('\r\n')[0]).toMatch(/^account,time/);
    expect(stdout).not.toContain('CRITICAL');
    const cwd = await folderOf();
    const quiet = await run(`${narrow} --report csv --output out.csv`, { cwd });
    expect(quiet.stdout).toBe('');
    expect(await readFile(join(cwd, 'out.csv'), 'utf8')).toBe(stdout);
  });

  it('gives Markdown and JSON the controls of the profile', async () => {
    const cwd = await folderOf();
    const line = `${neglected} --profile cis-7.0 --report markdown=a.md json=a.json`;
    const { stdout } = await run(`${line} --json`, { cwd });
    expect(await readFile(join(cwd, 'a.md'), 'utf8')).toMatch(/^\| control \| state/m);
    expect(await readFile(join(cwd, 'a.json'), 'utf8')).toBe(stdout);
    expect(findingsJsonSchema.safeParse(JSON.parse(stdout)).success).toBe(true);
  });

  it('takes the region of the environment for Security Hub, and the manifest for SARIF', async () => {
    const cwd = await folderOf({ 'iam.yaml': manifestOf() });
    const line = `${narrow} --manifest iam.yaml --report asff=a.json sarif=s.json`;
    await run(line, { cwd, env: { AWS_REGION: 'eu-central-1' } });
    expect(await readFile(join(cwd, 'a.json'), 'utf8')).toContain('securityhub:eu-central-1:');
    expect(await readFile(join(cwd, 's.json'), 'utf8')).toContain('"uri": "iam.yaml"');
  });

  it.each([
    ['--report pdf=out.pdf', 'There is no format "pdf"'],
    ['--report htlm=out.html', 'There is no format "htlm"'],
    ['--report csv=', 'names no file'],
    ['--report csv html', '--json has the place'],
    ['--report csv=a html=a', 'a is named for 2 reports'],
    ['--report csv', '--json has the place'],
  ])('%s is refused before anything is read', async (option, message) => {
    expect(await errorOf(`${neglected} ${option}`)).toMatchObject({
      exitCode: 1,
      code: 'USAGE',
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining(message) }),
      ]),
    });
  });

  it('takes the place of the table once', async () => {
    const { exitCode, stderr } = await run(`${neglected} --report csv html`);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('Only one'),
    });
  });

  it('is refused where its file cannot be written', async () => {
    const line = `${neglected} --report csv=nowhere/out.csv`;
    expect(await errorOf(line, { cwd: await folderOf() })).toMatchObject({
      exitCode: 1,
      code: 'FILE_UNREADABLE',
    });
  });
});

const excepted = `version: 1
exceptions:
  - check: [key-age, root-mfa-enabled, password-min-length]
    subject: 'arn:aws:iam::111122223333:*'
    reason: Moving to another account
    owner: platform
    expires: 2027-01-31
`;

async function folderWith(exceptions: string, more: Readonly<Record<string, string>> = {}) {
  const cwd = await folderOf(more);
  await mkdir(join(cwd, '.rolecall'));
  await writeFile(join(cwd, '.rolecall/exceptions.yaml'), exceptions);
  return cwd;
}

describe('check --exceptions', () => {
  it('takes the usual file: what is excepted is shown and does not count', async () => {
    const cwd = await folderWith(excepted);
    const { exitCode, json } = await runJson(narrow, { cwd });
    expect(exitCode).toBe(0);
    expect(json.summary).toMatchObject({ fail: 0, excepted: expect.any(Number) });
    const { stdout } = await run(narrow, { cwd });
    expect(stdout).toContain('EXCEPTED');
    expect(stdout).toContain('Moving to another account');
  });

  it('takes another file, beside the manifest', async () => {
    const cwd = await folderOf({ 'mine.yaml': excepted });
    expect((await run(`${narrow} --exceptions mine.yaml`, { cwd })).exitCode).toBe(0);
    expect((await run(narrow, { cwd })).exitCode).toBe(2);
    const below = await folderOf({});
    await mkdir(join(below, 'iam/.rolecall'), { recursive: true });
    await writeFile(join(below, 'iam/rolecall.yaml'), manifestOf());
    await writeFile(join(below, 'iam/.rolecall/exceptions.yaml'), excepted);
    const line = `${narrow} --manifest iam/rolecall.yaml`;
    expect((await run(line, { cwd: below })).exitCode).toBe(0);
  });

  it('is loud about what has expired', async () => {
    const cwd = await folderWith(excepted.replace('2027-01-31', '2026-11-01'));
    const { exitCode, json } = await runJson(narrow, { cwd });
    expect(exitCode).toBe(2);
    const faults = json.findings.filter(
      ({ check }: { check: string }) => check === 'exception-expired',
    );
    expect(faults).toMatchObject([{ outcome: 'fail', severity: 'high' }]);
  });

  it('tells what is wrong by line and column', async () => {
    const wrong = excepted
      .replace('owner: platform', 'ower: platform')
      .replace('key-age', 'key-ag');
    const cwd = await folderWith(wrong);
    const { exitCode, code, diagnostics } = await errorOf(narrow, { cwd });
    expect({ exitCode, code }).toEqual({ exitCode: 1, code: 'EXCEPTIONS_INVALID' });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        position: { file: '.rolecall/exceptions.yaml', line: 6, column: expect.any(Number) },
      }),
    );
    const misspelt = await folderWith(excepted.replace('key-age', 'key-ag'));
    expect((await errorOf(narrow, { cwd: misspelt })).diagnostics).toMatchObject([
      { position: { line: 3, column: 12 }, hint: 'Did you mean "key-age"?' },
    ]);
  });

  it('is refused where the file that was named is not there', async () => {
    const line = `${narrow} --exceptions none.yaml`;
    expect(await errorOf(line, { cwd: await folderOf() })).toMatchObject({
      exitCode: 1,
      code: 'FILE_UNREADABLE',
    });
  });
});

describe('check --compare', () => {
  it('says what is new, fixed and still open, and can fail for what is new alone', async () => {
    const cwd = await folderOf();
    const before = '--json --output before.json';
    await run(`check --account sandbox:good ${before}`, { cwd });
    const { exitCode, json } = await runJson(`${neglected} --compare before.json`, { cwd });
    expect(exitCode).toBe(2);
    expect(json.comparison.new).toContain('root-mfa-enabled:arn:aws:iam::111122223333:root');
    const { stdout } = await run(`${neglected} --compare before.json`, { cwd });
    expect(stdout).toMatch(/^Since 2026-11-21 10:00 UTC: \d+ new/m);
    expect((await run(`${neglected} --compare before.json --fail-on-new`, { cwd })).exitCode).toBe(
      2,
    );

    await run(`${neglected} ${before}`, { cwd });
    const same = `${neglected} --compare before.json`;
    expect((await run(same, { cwd })).exitCode).toBe(2);
    expect((await run(`${same} --fail-on-new`, { cwd })).exitCode).toBe(0);
  });

  it('counts an exception that ended as new', async () => {
    const cwd = await folderWith(excepted);
    await run(`${narrow} --json --output before.json`, { cwd });
    await writeFile(join(cwd, '.rolecall/exceptions.yaml'), 'version: 1\n');
    const { exitCode } = await run(`${narrow} --compare before.json --fail-on-new`, { cwd });
    expect(exitCode).toBe(2);
  });

  it.each([
    ['not-json.txt', 'USAGE'],
    ['other.json', 'USAGE'],
    ['none.json', 'FILE_UNREADABLE'],
  ])('refuses %s', async (file, code) => {
    const cwd = await folderOf({ 'not-json.txt': 'no', 'other.json': '{"findings": []}' });
    expect(await errorOf(`${narrow} --compare ${file}`, { cwd })).toMatchObject({
      exitCode: 1,
      code,
    });
  });

  it('refuses a report on another account', async () => {
    const cwd = await folderOf();
    const { json } = await runJson(narrow, { cwd });
    const other = JSON.stringify({ ...json, account: '444455556666' });
    await writeFile(join(cwd, 'other.json'), other);
    expect(await errorOf(`${narrow} --compare other.json`, { cwd })).toMatchObject({
      code: 'ACCOUNT_MISMATCH',
    });
  });
});

describe('check --fresh', () => {
  it('says what is live', async () => {
    const { exitCode, json } = await runJson(`${narrow} --fresh`);
    expect(exitCode).toBe(2);
    expect(json.fresh).toMatchObject({ users: expect.arrayContaining(['alice']), changed: [] });
    expect(json.fresh.confirmed).toContain(`key-age:${alice}#key-1`);
    const { stdout } = await run(`${neglected} --fresh`);
    expect(stdout).toMatch(/^Read live: \d+ users/m);
    expect(tooWide(stdout)).toEqual([]);
    const { stdout: calm } = await run('check --account sandbox:untouched --check key-age --fresh');
    expect(calm).toContain('nothing to read live');
  });
});

it.each([
  ['--fail-on-new', '--fail-on-new'],
  ['--snapshot account.json --fresh', '--fresh'],
  ['--snapshot account.json --regions eu-west-1', '--regions'],
])('check %s is refused', async (options, word) => {
  expect(await errorOf(`check ${options}`)).toMatchObject({
    exitCode: 1,
    code: 'USAGE',
    message: expect.stringContaining(word),
  });
});

describe('check --regions', () => {
  it('looks in these alone', async () => {
    const line = `${neglected} --check analyzer-external`;
    const { json } = await runJson(`${line} --regions eu-west-1`);
    const both = await runJson(line);
    expect(json.findings.length).toBeGreaterThan(0);
    expect(json.findings.length).toBeLessThan(both.json.findings.length);
  });

  it('takes nothing that is no region', async () => {
    expect(await errorOf(`${neglected} --regions Frankfurt eu-west-1`)).toMatchObject({
      exitCode: 1,
      code: 'USAGE',
      diagnostics: [{ message: expect.stringContaining('"Frankfurt"') }],
    });
  });
});
