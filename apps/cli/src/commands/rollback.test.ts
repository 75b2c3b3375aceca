import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** An account in which one manifest was applied and then another, with the report kept. */
async function changedAccount() {
  const aws = inPlaceOfAws(await sandboxOf('untouched'));
  const cwd = await folderOf({
    'first.yaml': manifestOf(),
    'rolecall.yaml': manifestOf('groups: {staff: {}}\n').replace('ReadOnlyAccess', 'SecurityAudit'),
  });
  await run('apply --yes -f first.yaml', { cwd, aws });
  await run('apply --yes --report applied.json', { cwd, aws });
  return { cwd, aws };
}

describe('rollback', () => {
  it('plans the way back, which is reviewed and applied as any other', async () => {
    const { cwd, aws } = await changedAccount();
    const { exitCode, json } = await runJson('rollback applied.json --out back.json', { cwd, aws });
    expect(exitCode).toBe(2);
    expect(json.changes).toMatchObject([
      { kind: 'update', resource: 'role/builder' },
      { kind: 'delete', resource: 'group/staff', departed: { kind: 'rolled-back' } },
    ]);
    const applied = await runJson('apply back.json', { cwd, aws });
    expect(applied).toMatchObject({ exitCode: 0, json: { complete: true } });
    expect((await run('plan -f first.yaml', { cwd, aws })).exitCode).toBe(0);
    expect((await run('rollback applied.json', { cwd, aws })).exitCode).toBe(0);
  });

  it('carries out nothing but the way back that was reviewed', async () => {
    const { cwd, aws } = await changedAccount();
    await run('rollback applied.json --out back.json', { cwd, aws });
    const later = manifestOf('groups: {staff: {managedPolicies: [ReadOnlyAccess]}}\n');
    await writeFile(join(cwd, 'later.yaml'), later.replace('ReadOnlyAccess', 'SecurityAudit'));
    await run('apply --yes -f later.yaml', { cwd, aws });
    expect(await errorOf('apply back.json', { cwd, aws })).toMatchObject({ code: 'PLAN_CHANGED' });
  });

  it.each([
    [
      'edited by hand',
      (text: string) => text.replace('SecurityAudit', 'AdministratorAccess'),
      'PLAN_INVALID',
    ],
    ['no JSON', () => 'no', 'PLAN_INVALID'],
    ['of another scope', (text: string) => text, 'PLAN_CHANGED'],
  ])('is refused of a file that is %s', async (name, change, code) => {
    const { cwd, aws } = await changedAccount();
    const file = join(cwd, 'applied.json');
    await writeFile(file, change(await readFile(file, 'utf8')));
    const scope = name === 'of another scope' ? 'other' : 'platform';
    const text = manifestOf().replace('scope: platform', `scope: ${scope}`);
    await writeFile(join(cwd, 'rolecall.yaml'), text);
    expect(await errorOf('rollback applied.json', { cwd, aws })).toMatchObject({ code });
  });
});
