import { readFile } from 'node:fs/promises';
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
} from '../testing/run.fixture.ts';

const strict = 'version: 1\ntrust: { services: [ec2.amazonaws.com] }\n';
const lenient = 'version: 1\ntrust: { services: [codebuild.amazonaws.com] }\n';

async function start() {
  const sandbox = await sandboxOf('untouched');
  const cwd = await folderOf({
    'rolecall.yaml': manifestOf(),
    'strict.yaml': strict,
    'lenient.yaml': lenient,
    'broken.yaml': 'version: 1\ntrusts: {}\n',
  });
  return { sandbox, cwd, aws: inPlaceOfAws(sandbox) };
}

function written({ calls }: Sandbox): readonly string[] {
  return calls.map(({ action }) => action).filter((action) => /^iam:(Create|Attach)/.test(action));
}

describe('plan --guardrails', () => {
  it('shows what they refuse below the plan, and exits with 1', async () => {
    const { cwd, aws } = await start();
    const { exitCode, stdout, stderr } = await run('plan --guardrails strict.yaml', { cwd, aws });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/Plan: 1 to create[\s\S]*✗ role\/builder {2}\(refused: trust\)/);
    expect(stdout).toContain('codebuild.amazonaws.com: sts:AssumeRole');
    expect(stderr).toContain('[GUARDRAIL_REFUSED]');
    const { json } = await runJson('plan --guardrails strict.yaml', { cwd, aws });
    expect(json.refusals).toMatchObject([
      { rule: 'trust', resource: 'role/builder', position: { line: 5, column: 3 } },
    ]);
  });

  it('lets the others through, under an id of their own', async () => {
    const { cwd, aws } = await start();
    const judged = await runJson('plan --guardrails lenient.yaml', { cwd, aws });
    const plain = await runJson('plan', { cwd, aws });
    expect(judged).toMatchObject({ exitCode: 2, json: { refusals: [] } });
    expect(plain.json).toMatchObject({ guardrails: null });
    expect(judged.json.planId).not.toBe(plain.json.planId);
    const { stdout } = await run('plan --guardrails lenient.yaml', { cwd, aws });
    expect(stdout).toContain('Within the guardrails of lenient.yaml.');
  });

  it('refuses guardrails that cannot be read', async () => {
    const { cwd, aws, sandbox } = await start();
    expect(await errorOf('plan --guardrails none.yaml', { cwd, aws })).toMatchObject({
      exitCode: 1,
      code: 'FILE_UNREADABLE',
    });
    expect(await errorOf('plan --guardrails broken.yaml', { cwd, aws })).toMatchObject({
      exitCode: 1,
      code: 'GUARDRAILS_INVALID',
      diagnostics: [{ position: { file: 'broken.yaml', line: 2 } }],
    });
    expect(sandbox.calls).toEqual([]);
  });
});

describe('apply --guardrails', () => {
  it('writes nothing where they refuse something', async () => {
    const { cwd, aws, sandbox } = await start();
    expect(await errorOf('apply --yes --guardrails strict.yaml', { cwd, aws })).toMatchObject({
      exitCode: 1,
      code: 'GUARDRAIL_REFUSED',
      diagnostics: [{ position: { file: 'rolecall.yaml', line: 5 } }],
    });
    expect(written(sandbox)).toEqual([]);
    expect((await run('apply --yes --guardrails lenient.yaml', { cwd, aws })).exitCode).toBe(0);
    expect(written(sandbox)).toContain('iam:CreateRole');
  });

  it('applies a plan that was judged only with guardrails', async () => {
    const { cwd, aws, sandbox } = await start();
    await run('plan --guardrails lenient.yaml --out plan.json', { cwd, aws });
    const kept = JSON.parse(await readFile(join(cwd, 'plan.json'), 'utf8'));
    expect(kept.guardrails).toMatch(/^[0-9a-f]{64}$/);
    expect(await errorOf('apply plan.json', { cwd, aws })).toMatchObject({ code: 'PLAN_CHANGED' });
    expect(await errorOf('apply plan.json --guardrails strict.yaml', { cwd, aws })).toMatchObject({
      code: 'GUARDRAIL_REFUSED',
    });
    expect(written(sandbox)).toEqual([]);
    const { exitCode } = await run('apply plan.json --guardrails lenient.yaml', { cwd, aws });
    expect(exitCode).toBe(0);
  });
});
