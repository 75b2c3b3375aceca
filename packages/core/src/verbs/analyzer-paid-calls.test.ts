import { expect, test } from 'vitest';
import { announcePaidCalls, countPaidCalls, noPaidCalls } from './analyzer-paid-calls.ts';

test.each([
  [0, 0],
  [1, 0.002],
  [3, 0.006],
  [1_485, 2.97],
])('%i calls cost %f dollars', (calls, total) => {
  expect(announcePaidCalls(calls)).toMatchObject({
    calls,
    total,
    pricePerCallUsd: 0.002,
    source: expect.stringContaining('https://aws.amazon.com/'),
    date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('%f calls are a defect', (calls) => {
  expect(() => announcePaidCalls(calls)).toThrow(RangeError);
});

test('no more is taken than was announced', () => {
  const paidCalls = countPaidCalls(announcePaidCalls(2));
  const action = 'access-analyzer:CheckNoNewAccess';
  paidCalls.take(action);
  paidCalls.take(action);
  expect(() => paidCalls.take(action)).toThrow(
    expect.objectContaining({ code: 'USAGE', details: expect.objectContaining({ action }) }),
  );
  expect(paidCalls.made()).toBe(2);
});

test('where nobody agreed to pay nothing is taken', () => {
  expect(() => noPaidCalls.take('access-analyzer:CheckNoPublicAccess')).toThrow();
  expect(noPaidCalls.made()).toBe(0);
});
