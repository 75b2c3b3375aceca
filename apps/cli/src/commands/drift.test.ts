import { describe, expect, it } from 'vitest';
import {
  folderOf,
  inPlaceOfAws,
  manifestOf,
  run,
  runJson,
  sandboxOf,
} from '../testing/run.fixture.ts';

const enforced = manifestOf().replace('    trust:', '    enforce: true\n    trust:');

/** An account in which the manifest was applied, and then a person had their way. */
async function driftedAccount(text: string) {
  const aws = inPlaceOfAws(await sandboxOf('untouched'));
  const cwd = await folderOf({
    'rolecall.yaml': text,
    'other.yaml': text.replace('ReadOnlyAccess', 'SecurityAudit'),
  });
  await run('apply --yes -f other.yaml', { cwd, aws });
  return { cwd, aws };
}

describe('drift', () => {
  it('says nothing of an account that is as declared, and exits with 0', async () => {
    const { cwd, aws } = await driftedAccount(manifestOf());
    const { exitCode, json } = await runJson('drift -f other.yaml', { cwd, aws });
    expect({ exitCode, drifted: json.drifted }).toEqual({ exitCode: 0, drifted: [] });
  });

  it('tells by resource what is declared and what is there, and exits with 2', async () => {
    const { cwd, aws } = await driftedAccount(manifestOf('groups: {staff: {}}\n'));
    const { exitCode, json } = await runJson('drift', { cwd, aws });
    expect(exitCode).toBe(2);
    const audit = 'arn:aws:iam::aws:policy/SecurityAudit';
    expect(json.drifted).toMatchObject([
      {
        kind: 'changed',
        resource: 'role/builder',
        repairable: false,
        facets: [
          { facet: `managedPolicies/${audit}`, declared: null, found: audit },
          { declared: 'arn:aws:iam::aws:policy/ReadOnlyAccess', found: null },
        ],
      },
    ]);
    const { stdout, stderr } = await run('drift', { cwd, aws });
    expect(stdout).toContain('! role/builder  (not as declared)  rolecall.yaml:5');
    expect(stdout).toContain('+ policy SecurityAudit (AWS)');
    expect(stderr).toContain('cloudtrail');
  });

  it('repairs what is enforced, and nothing else', async () => {
    const text = `${enforced}groups: {staff: {}}\n`;
    const { cwd, aws } = await driftedAccount(enforced);
    const more = await folderOf({ 'rolecall.yaml': text });
    const { exitCode, json } = await runJson('drift --repair --yes', { cwd: more, aws });
    expect(exitCode).toBe(2);
    expect(json.results.map(({ resource }: { resource: string }) => resource)).toEqual([
      'role/builder',
      'role/builder',
    ]);
    const left = await runJson('drift', { cwd: more, aws });
    expect(left.json.drifted).toMatchObject([{ kind: 'missing', resource: 'group/staff' }]);
    expect((await run('drift', { cwd, aws })).exitCode).toBe(0);
  });

  it('repairs nothing that is not enforced', async () => {
    const { cwd, aws } = await driftedAccount(manifestOf());
    const { exitCode, json } = await runJson('drift --repair --yes', { cwd, aws });
    expect({ exitCode, outcome: json.outcome }).toEqual({ exitCode: 2, outcome: 'nothing-to-do' });
  });

  it('deletes what has expired', async () => {
    const temps = (end: string) => manifestOf(`groups: {temps: {expiresAt: "${end}"}}\n`);
    const aws = inPlaceOfAws(await sandboxOf('untouched'));
    const before = await folderOf({ 'rolecall.yaml': temps('2026-12-01T00:00:00Z') });
    await run('apply --yes', { cwd: before, aws });
    const later = await runJson('plan --as-of 2026-12-01T00:00:00Z', { cwd: before, aws });
    expect(later.json.changes).toMatchObject([{ kind: 'delete', departed: { kind: 'expired' } }]);
    const cwd = await folderOf({ 'rolecall.yaml': temps('2026-11-21T10:00:00Z') });
    const { json } = await runJson('drift', { cwd, aws });
    expect(json.drifted).toMatchObject([{ kind: 'expired', repairable: true }]);
    expect((await run('drift --repair --yes', { cwd, aws })).exitCode).toBe(0);
    expect((await run('drift', { cwd, aws })).exitCode).toBe(0);
  });

  it.each([
    ['drift --repair --snapshot s.json', 'A snapshot cannot be repaired.'],
    ['drift --repair', 'There is nobody to ask'],
    ['plan --as-of tomorrow', '--as-of tomorrow: is relative'],
  ])('%s is refused', async (line, reason) => {
    const cwd = await folderOf({ 'rolecall.yaml': manifestOf() });
    const { exitCode, stderr } = await run(`${line} --account sandbox:untouched`, { cwd });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(reason);
  });
});
