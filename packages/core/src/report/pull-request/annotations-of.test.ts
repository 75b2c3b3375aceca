import { expect, it } from 'vitest';
import { annotationsOf } from './annotations-of.ts';
import { emptyReport, scenarios } from './testing/scenarios.fixture.ts';

async function annotated(name: string) {
  return annotationsOf((await scenarios[name]?.()) ?? emptyReport);
}

it('puts what stops the change before what it risks', async () => {
  const all = await annotated('refused');
  expect(all.map(({ level, title }) => `${level} ${title}`)).toEqual([
    'error Refused by guardrails: boundary',
    'error Refused by guardrails: never-grant/no-iam-writes',
    'warning Administrator access',
  ]);
  expect(all.every(({ position }) => position?.file === 'rolecall.yaml')).toBe(true);
});

it('sorts lint findings among the others by their level', () => {
  const position = { file: 'a.json', line: 1, column: 1 };
  const finding = { code: 'X', message: 'a\n::error::b', position, learnMore: undefined };
  const lint = (['note', 'error', 'warning'] as const).map((level) => ({ ...finding, level }));
  const all = annotationsOf({ ...emptyReport, lint });
  expect(all.map(({ level }) => level)).toEqual(['error', 'warning', 'notice']);
  expect(all[0]?.message).toBe('a ::error::b');
});

it('says where each fault of a manifest stands', async () => {
  const lines = (await annotated('invalid-manifest')).map(({ position }) => position?.line);
  expect(lines).toEqual([6, 7, 8]);
});
