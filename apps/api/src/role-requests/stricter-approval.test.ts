import { expect, it } from 'vitest';
import { stillCounts, stricterOf } from './stricter-approval.ts';
import { alice, bob, decisionOf } from './testing/records.fixture.ts';

const asked = { method: 'reviewed', rule: 'then', needed: 1, approvers: ['group:leads'] } as const;
const people = (approvers: readonly string[], needed = 1) =>
  ({ kind: 'people', rule: 'now', approvers, needed }) as const;
const automatic = { kind: 'automatic', rule: 'now' } as const;

it.each([
  ['more by now', people(['group:leads'], 2), 2],
  ['fewer by now', people(['group:leads'], 0), 1],
  ['nobody by now', automatic, 1],
] as const)('takes the more approvals of the two: %s', (_, now, needed) => {
  expect(stricterOf(asked, now)).toEqual({ ...asked, needed });
});

it.each([
  ['the same are asked', people(['group:leads']), {}, true],
  ['more are asked', people(['group:leads', 'group:heads']), {}, true],
  ['others are asked', people(['group:heads']), {}, false],
  ['they are asked by name', people([bob.id]), {}, true],
  ['a delegate of who is asked by name', people([alice.id]), { onBehalfOf: alice.id }, true],
  ['a delegate of who is not', people([bob.id]), { onBehalfOf: alice.id }, false],
  ['nobody is asked', automatic, {}, true],
] as const)('an answer counts where %s', (_, now, given, expected) => {
  expect(stillCounts(decisionOf(given), asked, now)).toBe(expected);
});
