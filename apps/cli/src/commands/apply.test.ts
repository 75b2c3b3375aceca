import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sandbox } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import {
  errorOf,
  folderOf,
  inPlaceOfAws,
  manifestOf,
  run,
  runJson,
  sandboxOf,
  testNow,
} from '../testing/run.fixture.ts';

const policy = `policies:
  ReadBucket:
    document: { Statement: { Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::b/*" } }
`;

async function start(body = policy) {
  const sandbox = await sandboxOf('untouched');
  const cwd = await folderOf({ 'rolecall.yaml': manifestOf(body) });
  return { sandbox, cwd, aws: inPlaceOfAws(sandbox) };
}

function writes({ calls }: Sandbox): readonly string[] {
  return calls
    .map(({ action }) => action)
    .filter((action) => /^iam:(Create|Attach|Put|Delete|Tag)/.test(action));
}

describe('apply', () => {
  it('does what the plan says, and finds nothing to do the second time', async () => {
    const { cwd, aws, sandbox } = await start();
    const { exitCode, json } = await runJson('apply --yes', { cwd, aws });
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      outcome: 'applied',
      planId: expect.stringMatching(/^[0-9a-f]{64}$/),
      account: '111122223333',
      complete: true,
      results: [
        { resource: 'policy/readbucket', action: 'iam:CreatePolicy', status: 'done' },
        { resource: 'role/builder', action: 'iam:CreateRole', status: 'done' },
        { resource: 'role/builder', action: 'iam:AttachRolePolicy', status: 'done' },
      ],
    });
    const done = writes(sandbox).length;
    const again = await runJson('apply --yes', { cwd, aws });
    expect(again).toMatchObject({ exitCode: 0, json: { outcome: 'nothing-to-do', results: [] } });
    expect(writes(sandbox)).toHaveLength(done);
  });

  it('asks, and takes no for an answer', async () => {
    const { cwd, aws, sandbox } = await start();
    const declined = await run('apply', { cwd, aws, typed: ['y'] });
    expect(declined.exitCode).toBe(1);
    expect(declined.stdout).toContain('Nothing was changed.');
    expect(declined.stderr).toContain('111122223333');
    expect((await run('apply', { cwd, aws, typed: [] })).exitCode).toBe(1);
    expect(writes(sandbox)).toEqual([]);
    expect((await run('apply', { cwd, aws, typed: ['111122223333'] })).exitCode).toBe(0);
  });

  it('shows what it asks about even where the result goes elsewhere', async () => {
    const { cwd, aws } = await start();
    for (const option of ['--json', '--output out.txt']) {
      const { stderr } = await run(`apply ${option}`, {
        cwd,
        aws,
        typed: ['no'],
        env: { NO_COLOR: '1' },
      });
      expect(stderr).toContain('+ role/builder  (create)');
    }
  });

  it('needs a person, --yes or a reviewed plan, before it reads anything', async () => {
    const { cwd, aws, sandbox } = await start();
    expect(await errorOf('apply', { cwd, aws })).toMatchObject({ exitCode: 1, code: 'USAGE' });
    expect(sandbox.calls).toEqual([]);
  });

  it('carries out a reviewed plan, and nothing else', async () => {
    const { cwd, aws, sandbox } = await start();
    await run('plan --out plan.json', { cwd, aws });
    await writeFile(
      join(cwd, 'rolecall.yaml'),
      manifestOf(policy).replace('ReadOnlyAccess', 'PowerUserAccess'),
    );
    const moved = await errorOf('apply plan.json', { cwd, aws });
    expect(moved).toMatchObject({ exitCode: 1, code: 'PLAN_CHANGED' });
    expect(writes(sandbox)).toEqual([]);
    await writeFile(join(cwd, 'rolecall.yaml'), manifestOf(policy));
    expect((await run('apply plan.json', { cwd, aws })).exitCode).toBe(0);
  });

  it('refuses a plan that was changed, or is none', async () => {
    const { cwd, aws } = await start();
    await run('plan --out plan.json', { cwd, aws });
    const text = await readFile(join(cwd, 'plan.json'), 'utf8');
    await writeFile(
      join(cwd, 'plan.json'),
      text
        .replace('"facet": "trust"', '"facet": "x"')
        .replace(/"liveDigest": "../, '"liveDigest": "00'),
    );
    expect((await errorOf('apply plan.json', { cwd, aws })).code).toBe('PLAN_INVALID');
    await writeFile(join(cwd, 'plan.json'), '{');
    expect((await errorOf('apply plan.json', { cwd, aws })).code).toBe('PLAN_INVALID');
    expect((await errorOf('apply other.json', { cwd, aws })).code).toBe('FILE_UNREADABLE');
  });

  it('leaves a role alone that is not ours', async () => {
    const sandbox = await sandboxOf('neglected');
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf().replace('builder:', 'jenkins:') });
    const error = await errorOf('apply --yes', { cwd, aws: inPlaceOfAws(sandbox) });
    expect(error).toMatchObject({ exitCode: 1, code: 'CONFLICT' });
    expect(error.diagnostics[0]).toMatchObject({ position: { line: 5 } });
    expect(writes(sandbox)).toEqual([]);
  });

  it('goes on past what fails, says so, and exits with 1', async () => {
    const { cwd, aws, sandbox } = await start();
    sandbox.faults.failCalls.push({
      action: 'iam:CreatePolicy',
      code: 'ServiceFailure',
      status: 500,
      message: 'no',
      times: 9,
    });
    const { exitCode, stdout } = await run('apply --yes --no-lease', { cwd, aws });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/✗ iam:CreatePolicy/);
    expect(stdout).toMatch(/✓ iam:CreateRole/);
    expect(stdout).toContain('Applied in part: of 3 operations 2 done, 1 failed');
  });

  it('stops between operations, and says what was done', async () => {
    const { cwd, sandbox } = await start();
    const stop = new AbortController();
    const { requestHandler } = sandbox;
    const aws = inPlaceOfAws({
      requestHandler: {
        ...requestHandler,
        handle: async (request, options) => {
          const answer = await requestHandler.handle(request, options);
          if (writes(sandbox).length > 0) stop.abort();
          return answer;
        },
      },
    });
    const { exitCode, stdout, stderr } = await run('apply --yes --no-lease --concurrency 1', {
      cwd,
      aws,
      signal: stop.signal,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Stopped: of 3 operations 1 done, 2 not started');
    expect(stderr).toContain('Stopping after what is under way');
    expect(writes(sandbox)).toEqual(['iam:CreatePolicy']);
    expect((await run('apply --yes', { cwd, aws: inPlaceOfAws(sandbox) })).exitCode).toBe(0);
  });

  it('says beforehand what the caller may not do', async () => {
    const { cwd, aws, sandbox } = await start();
    sandbox.faults.deny.push('iam:CreateRole');
    const error = await errorOf('apply --yes', { cwd, aws });
    expect(error).toMatchObject({ exitCode: 1, code: 'ACCESS_DENIED' });
    expect(error.diagnostics[0].message).toContain('iam:CreateRole');
    expect(writes(sandbox)).toEqual([]);
    const { exitCode, stdout } = await run('apply --yes --skip-preflight', { cwd, aws });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('✗ iam:CreateRole');
  });

  it('will not begin where its report cannot be kept', async () => {
    const { cwd, aws, sandbox } = await start();
    const error = await errorOf('apply --yes --output no/where.txt', { cwd, aws });
    expect(error).toMatchObject({ exitCode: 1, code: 'FILE_UNREADABLE' });
    expect(sandbox.calls).toEqual([]);
  });
});

describe('a run that is written down', () => {
  it('tells what it was about to do, and how it ended', async () => {
    const { cwd, aws } = await start();
    await run('apply --yes --journal runs.jsonl', { cwd, aws });
    const lines = (await readFile(join(cwd, 'runs.jsonl'), 'utf8')).trim().split('\n');
    const kinds = lines.map((line) => JSON.parse(line).kind);
    expect(kinds[0]).toBe('run-begun');
    expect(kinds.filter((kind) => kind === 'change-begun')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'operation-settled')).toHaveLength(3);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ kind: 'run-ended', complete: true });
  });

  it('is not repeated where somebody took it back', async () => {
    const { cwd, aws, sandbox } = await start();
    const restore = sandbox.save();
    const plan = 'plan --out plan.json';
    const apply = 'apply plan.json --journal runs.jsonl';
    await run(plan, { cwd, aws });
    expect((await run(apply, { cwd, aws })).exitCode).toBe(0);
    expect((await run(apply, { cwd, aws })).exitCode).toBe(0);
    restore();
    expect((await runJson(apply, { cwd, aws })).json).toMatchObject({
      error: { code: 'PLAN_APPLIED' },
    });
    const later = () => new Date(testNow().getTime() + 60_000);
    await run(plan, { cwd, aws, now: later });
    expect((await run(apply, { cwd, aws, now: later })).exitCode).toBe(0);
  });
});

describe('options that are no number and no duration', () => {
  it.each(['--concurrency 0', '--concurrency many', '--deadline 10', '--wait 0m', '--wait 5d'])(
    '%s',
    async (option) => {
      const { cwd, aws, sandbox } = await start();
      const { json } = await runJson(`apply --yes ${option}`, { cwd, aws });
      expect(json).toMatchObject({ error: { code: 'USAGE' } });
      expect(writes(sandbox)).toEqual([]);
    },
  );
});
