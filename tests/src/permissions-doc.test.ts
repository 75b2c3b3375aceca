import { readFileSync } from 'node:fs';
import { partPermissions } from '@rolecall/core';
import { expect, test } from 'vitest';

const text = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
const table = text.split('\n').filter((line) => line.startsWith('| '));
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '');

test.each(Object.entries(partPermissions))('%s is listed with what it needs', (part, actions) => {
  const [row] = table.filter((line) => line.split('|')[1]?.split(/[ ,]+/).includes(part));
  expect(row?.split('|')[2]?.match(/[\w-]+:\w+/g)).toEqual([...actions]);
});

test('the example allows all of them, and nothing else', () => {
  const actions = [...new Set(Object.values(partPermissions).flat())];
  expect(example).toMatchObject({
    Statement: [{ Effect: 'Allow', Action: expect.toSatisfy(sameSet(actions)) }],
  });
});

function sameSet(expected: readonly string[]): (found: unknown) => boolean {
  return (found) =>
    Array.isArray(found) &&
    JSON.stringify(found.toSorted()) === JSON.stringify([...expected].sort());
}
