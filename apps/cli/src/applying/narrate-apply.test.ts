import { plainLayout } from '@rolecall/core';
import { expect, it } from 'vitest';
import { folderOf, run } from '../testing/run.fixture.ts';
import { narrateApply } from './narrate-apply.ts';

/**
 * Two roles with two operations each. The letters are the roles whose next operation ends; `!` is
 * Ctrl-C, `.` the end.
 */
function tell(story: string): string {
  const said: string[] = [];
  const stopping = new AbortController();
  const presenter = {
    layout: plainLayout,
    say: (lines: readonly string[]) => said.push(...lines),
    note: () => {},
  };
  const narrator = narrateApply(presenter, stopping.signal);
  const operations = ['first', 'second'];
  narrator.begin({
    changes: ['a', 'b'].map((name) => ({
      ...{ resource: `role/${name}`, type: 'role' as const, name: name.toUpperCase() },
      operations,
    })),
  });
  const over = { a: 0, b: 0 };
  for (const sign of story) {
    if (sign === '!') stopping.abort();
    if (sign === '.') narrator.end();
    if (sign !== 'a' && sign !== 'b') continue;
    const facet = operations[over[sign]++] ?? '';
    const about = { id: facet, action: 'iam:TagRole', resource: `role/${sign}` };
    narrator.hear({ kind: 'operation', result: { ...about, facet, status: 'done' } });
  }
  return said.map((line) => line.replace(/^role\/|^ +✓ \S+ +/, '')).join(' ');
}

it.each([
  ['one after the other', 'aabb', 'A first second B first second'],
  ['by turns', 'abab', 'A first second B first second'],
  ['in the order in which they end', 'abba', 'B first second A first second'],
  ['not before its end', 'abb', 'B first second'],
  ['what was done before an end without a word', 'aba.', 'A first second B first'],
  [
    'what was done when it is stopped, then step by step',
    'ab!ab',
    'A first B first A second B second',
  ],
  ['nothing twice', 'aa.b!.b', 'A first second B first B second'],
])('tells of each resource once: %s', (_what, story, told) => {
  expect(tell(story)).toBe(told);
});

it('names each resource once in a run that writes several at once', async () => {
  const role =
    '{ trust: { Statement: { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole } }, managedPolicies: [ReadOnlyAccess, PowerUserAccess] }';
  const roles = ['a', 'b', 'c', 'd'].map((name) => `  ${name}: ${role}\n`).join('');
  const cwd = await folderOf({
    'rolecall.yaml': `version: 1\nscope: platform\naccount: "111122223333"\nroles:\n${roles}`,
  });
  const { exitCode, stdout } = await run('apply --account sandbox:untouched --yes', { cwd });
  const told = stdout.slice(stdout.indexOf('Plan id')).split('\n').slice(2);
  expect(exitCode).toBe(0);
  for (const name of ['a', 'b', 'c', 'd']) {
    const at = told.indexOf(`role/${name}`);
    expect(told.filter((line) => line === `role/${name}`)).toHaveLength(1);
    expect(told.slice(at + 1, at + 4).every((line) => line.startsWith('  ✓ iam:'))).toBe(true);
  }
  expect(Math.max(...told.map(({ length }) => length))).toBeLessThanOrEqual(80);
});
