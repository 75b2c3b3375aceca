import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { controlsOf, frameworks } from './frameworks.ts';
import { pinnedControls } from './testing/pinned-controls.fixture.ts';

const registered = new Set(checks.map(({ id }) => id));
const named = new Set(
  frameworks
    .flatMap(({ controls }) => controls)
    .flatMap(({ automation }) => (automation.kind === 'checks' ? automation.checks : [])),
);

function controlIds(name: string): readonly string[] {
  return (
    frameworks.find((framework) => framework.name === name)?.controls.map(({ id }) => id) ?? []
  );
}

/** `span('2.', 2, 4)` is 2.2, 2.3, 2.4. */
function span(prefix: string, from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);
}

test('every check that a control names is there', () => {
  expect([...named].filter((id) => !registered.has(id))).toEqual([]);
});

test('every reference is the one of the catalogue, and there are no others', () => {
  const short = ['cis-7.0', 'cis-6.0', 'cis-5.0', 'cis-3.0'];
  const ours = [...named].flatMap((check) => {
    const answered = new Map(controlsOf(check).map((each) => [each.framework, each.controls]));
    const cis = short.map((name) => answered.get(name)?.join(',') ?? '-').join('/');
    const hub = answered.get('security-hub')?.join(',').replaceAll('IAM.', '') ?? '-';
    return cis === '-/-/-/-' && hub === '-' ? [] : [`${check} ${cis} ${hub}`];
  });
  expect(ours.toSorted()).toEqual([...pinnedControls].toSorted());
});

test.each([
  ['cis-7.0', '2.', [...span('2.1.', 1, 6), ...span('2.', 2, 21)]],
  ['cis-6.0', '2.', span('2.', 1, 21)],
  ['cis-5.0', '1.', span('1.', 1, 21)],
  ['cis-3.0', '1.', span('1.', 1, 22)],
  ['security-hub', 'IAM.', span('IAM.', 1, 28)],
  ['iam-best-practices', 'BP-', span('BP-', 1, 14)],
])('%s has every requirement on IAM', (name, prefix, expected) => {
  expect(controlIds(name).filter((id) => id.startsWith(prefix))).toEqual(expected);
});

test.each(frameworks)('$name is in order, dated, and says each thing once', (framework) => {
  const ids = framework.controls.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })));
  expect(framework.source).toMatch(/^https:\/\//);
  for (const { title, level, severity } of framework.controls) {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    // Benchmarks begin with "Ensure": a title of theirs would be their text.
    expect(title).not.toMatch(/^ensure/i);
    expect(level !== undefined).toBe(framework.name.startsWith('cis-'));
    expect(severity !== undefined).toBe(framework.name === 'security-hub');
  }
});

test('a limit that a control sets is one that a check of it reads', () => {
  const idle = frameworks
    .flatMap(({ controls }) => controls)
    .flatMap(({ id, automation }) => {
      if (automation.kind !== 'checks') return [];
      const read = checks
        .filter((check) => automation.checks.includes(check.id))
        .flatMap(({ settings = [] }): readonly string[] => settings);
      return Object.keys(automation.settings).flatMap((name) =>
        read.includes(name) ? [] : [`${id} ${name}`],
      );
    });
  expect(idle).toEqual([]);
});
