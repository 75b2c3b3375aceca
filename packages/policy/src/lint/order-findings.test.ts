import { expect, it } from 'vitest';
import { inStatement } from './lint-cases.fixture.ts';
import { orderFindings } from './order-findings.ts';

it('puts the document first, then statements, then places in the text', () => {
  const at = (issueCode: string, path: ReturnType<typeof inStatement>, start: number) => ({
    issueCode,
    details: '',
    places: [{ path, start, end: start + 1 }],
  });
  const ordered = orderFindings([
    at('third', inStatement(1, 'Resource'), 80),
    at('second', inStatement(1, 'Action'), 70),
    at('also second', inStatement(1, 'Action'), 70),
    at('first', inStatement(0, 'Sid'), 75),
    at('document', [], 0),
  ]);
  expect(ordered.map(({ issueCode }) => issueCode)).toEqual([
    'document',
    'first',
    'second',
    'also second',
    'third',
  ]);
});
