import type { PatternElement } from '../language/policy.ts';
import { type GlobSymbol, globMatches, parseGlob } from './glob.ts';

/**
 * Whether `Action` or `NotAction` takes in the action. Letters count in either case; `*` and `?`
 * may stand anywhere, also in the service's prefix; variables are text.
 * Source: IAM User Guide, "IAM JSON policy elements: Action" and "... NotAction".
 */
export function actionMatches(element: PatternElement, action: string): boolean {
  const wanted = action.toLowerCase();
  const { exact, wild } = listedActions(element);
  const listed =
    exact.has(wanted) ||
    wild.some(({ start, glob }) => wanted.startsWith(start) && globMatches(glob, wanted));
  return listed !== element.negated;
}

/** A list of actions, told apart by whether they hold wildcards. */
interface ListedActions {
  readonly exact: ReadonlySet<string>;
  /** `start`: the text before the first wildcard, where most patterns differ already. */
  readonly wild: readonly { readonly start: string; readonly glob: readonly GlobSymbol[] }[];
}

/** Lists are asked again and again, and some have thousands of actions. */
const listedBefore = new WeakMap<PatternElement, ListedActions>();

function listedActions(element: PatternElement): ListedActions {
  const known = listedBefore.get(element);
  if (known !== undefined) return known;
  const patterns = element.patterns.map((pattern) => pattern.toLowerCase());
  const isWild = (pattern: string) => /[*?]/.test(pattern);
  const listed = {
    exact: new Set(patterns.filter((pattern) => !isWild(pattern))),
    wild: patterns.filter(isWild).map((pattern) => ({
      start: pattern.slice(0, pattern.search(/[*?]/)),
      glob: parseGlob(pattern),
    })),
  };
  listedBefore.set(element, listed);
  return listed;
}
