import { expect, it } from 'vitest';
import { errorOf, folderOf, inPlaceOfAws, run, sandboxOf } from './testing/run.fixture.ts';

it.each([
  ['chekc', 'Did you mean check?'],
  ['check --jsn', 'Did you mean --json?'],
  ['check --account prod', 'Give the 12 digits of an account id'],
  ['check --account sandbox:neglect', 'Did you mean "neglected"?'],
  ['check --fail-on bad', 'See --help.'],
  ['blueprint show ecs-expres', 'Did you mean "ecs-express"?'],
])('%s: %s', async (line, hint) => {
  const { exitCode, hint: said } = await errorOf(line);
  expect(exitCode).toBe(1);
  expect(said).toContain(hint);
  expect((await run(line)).stderr).toMatch(/^error: /);
});

it.each([
  '',
  'init',
  'doctor',
  'check',
  'plan',
  'apply',
  'snapshot',
  'blueprint list',
  'sandbox',
  'demo',
  'completion',
])('%s --help fits 80 columns and ends well', async (command) => {
  const { exitCode, stdout, stderr } = await run(`${command} --help`);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  if (command !== '') expect(stdout).toContain('Examples:\n  $ ');
});

it.each([
  ['expired', 'CREDENTIALS_EXPIRED'],
  ['invalid', 'CREDENTIALS_INVALID'],
  ['badSignature', 'CREDENTIALS_INVALID'],
] as const)('credentials that are %s', async (credentials, code) => {
  const sandbox = await sandboxOf('good', { faults: { credentials } });
  expect(await errorOf('check', { aws: inPlaceOfAws(sandbox) })).toMatchObject({
    exitCode: 1,
    code,
    hint: expect.any(String),
  });
});

it('refuses root', async () => {
  const sandbox = await sandboxOf('good', { caller: 'arn:aws:iam::111122223333:root' });
  const aws = inPlaceOfAws(sandbox);
  expect((await errorOf('check', { aws })).code).toBe('ROOT_CREDENTIALS');
  expect((await errorOf('snapshot', { aws })).code).toBe('ROOT_CREDENTIALS');
});

it('refuses another account than the one asked for', async () => {
  const aws = inPlaceOfAws(await sandboxOf('good'));
  expect(await errorOf('check --account 444455556666', { aws })).toMatchObject({
    exitCode: 1,
    code: 'ACCOUNT_MISMATCH',
    subject: expect.stringContaining('111122223333'),
  });
});

it('can be stopped while it reads', async () => {
  const sandbox = await sandboxOf('good');
  const stop = new AbortController();
  const { requestHandler } = sandbox;
  const handle: typeof requestHandler.handle = (request, options) => {
    if (sandbox.calls.length > 2) stop.abort();
    return requestHandler.handle(request, options);
  };
  const aws = inPlaceOfAws({ requestHandler: { ...requestHandler, handle } });
  expect(await errorOf('check', { aws, signal: stop.signal })).toMatchObject({
    exitCode: 1,
    code: 'INTERRUPTED',
  });
});

it('takes a page of HTML for what it is', async () => {
  const aws = inPlaceOfAws(await sandboxOf('good', { faults: { htmlOn: ['sts:*'] } }));
  expect((await errorOf('check', { aws })).code).toBe('BAD_RESPONSE');
});

it('reads a scenario from a file, and says where it is wrong', async () => {
  const cwd = await folderOf({ 'mine.yaml': 'users: { eve: {} }\n', 'bad.yaml': 'usrs: {}\n' });
  const line = 'check --check user-no-group --account sandbox:./mine.yaml';
  expect((await run(line, { cwd })).stdout).toContain('eve is in no group');
  const { diagnostics } = await errorOf('check --account sandbox:./bad.yaml', { cwd });
  expect(diagnostics[0].message).toContain('./bad.yaml:1:1');
});

it('keeps to an internal error what is our fault', async () => {
  const aws = {
    ...inPlaceOfAws(await sandboxOf('good')),
    get requestHandler(): never {
      throw new TypeError('no such luck');
    },
  };
  const { exitCode, stderr } = await run('check', { aws });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^internal error: TypeError: no such luck\n/);
  expect(stderr).not.toContain('    at ');
  expect((await run('check', { aws, env: { ROLECALL_DEBUG: '1' } })).stderr).toContain('    at ');
});

it.each([
  [{}, '', true],
  [{ NO_COLOR: '1' }, '', false],
  [{ TERM: 'dumb' }, '', false],
  [{}, ' --no-color', false],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, '', true],
  [{ FORCE_COLOR: '0' }, '', false],
])('%j%s on a terminal: colours %s', async (env, option, coloured) => {
  const line = `check --account sandbox:good --check root-mfa-enabled --all${option}`;
  const { stdout } = await run(line, { env, typed: [], columns: 80 });
  expect(stdout.includes('\u001b[')).toBe(coloured);
});

it('writes no colours into a pipe', async () => {
  const line = 'check --account sandbox:good --check root-mfa-enabled --all';
  expect((await run(line)).stdout).not.toContain('\u001b[');
  expect((await run(line, { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
});
