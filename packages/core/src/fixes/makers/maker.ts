import type { Finding } from '../../model/finding.ts';
import type { Fix, FixContext } from '../fix.ts';

/** The fix of one finding that fails or warns; undefined where only a person can mend it. */
export type FixMaker = (finding: Finding, context: FixContext) => Fix | undefined;

/** By id of the check. */
export type FixMakers = { readonly [check: string]: FixMaker };
