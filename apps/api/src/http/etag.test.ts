import { expect, test } from 'vitest';
import { requireMatch } from './etag.ts';
import { Problem } from './problem.ts';

test.each<[string | undefined, string]>([
  ['"7"', 'ok'],
  ['"6", "7"', 'ok'],
  ['"6"', 'precondition-failed'],
  ['W/"7"', 'precondition-failed'],
  [undefined, 'precondition-required'],
  ['*', 'precondition-required'],
  [' * ', 'precondition-required'],
])('If-Match: %s is %s for revision 7', (ifMatch, expected) => {
  expect(codeOf(() => requireMatch(ifMatch, 7))).toBe(expected);
});

function codeOf(work: () => void): string {
  try {
    work();
    return 'ok';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}
