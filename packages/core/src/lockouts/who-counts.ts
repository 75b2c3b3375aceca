import type { CheckContext } from '../checks/check.ts';
import type { AccessParts } from './access-parts.ts';
import { administratorWays, type WaysChoice } from './administrator-ways.ts';

/**
 * Whose ways to administrator must not all be lost: those of people who can sign in. Where there are
 * none, those of people who could with a password or a key, and by themselves those of whoever comes
 * with a token of an OIDC provider: a pipeline may be all that can still give anybody access.
 */
export function whoCounts(before: AccessParts, context: CheckContext): readonly WaysChoice[] {
  if (administratorWays(before, context).length > 0) return [{}];
  return [{ withoutMeans: true }, { withTokens: true }];
}
