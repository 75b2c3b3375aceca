import type { PatternElement } from '../language/policy.ts';
import { globMatches, parseGlob } from './glob.ts';

/**
 * Whether `Action` or `NotAction` takes in the action. Letters count in either case; `*` and `?`
 * may stand anywhere, also in the service's prefix; variables are text.
 * Source: IAM User Guide, "IAM JSON policy elements: Action" and "... NotAction".
 */
export function actionMatches(element: PatternElement, action: string): boolean {
  const wanted = action.toLowerCase();
  const listed = element.patterns.some((pattern) =>
    globMatches(parseGlob(pattern.toLowerCase()), wanted),
  );
  return listed !== element.negated;
}
