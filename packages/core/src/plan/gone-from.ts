import type { Json } from '@rolecall/policy';
import type { LiveUnspecified } from './adoption-barrier.ts';
import { facetsOf } from './live-facets.ts';
import type { OperationDraft } from './operation.ts';

/**
 * What an operation that deletes a resource takes away: shown with all that it is, so that there is a
 * way back; compared by what tells it from another of its name, whatever was taken from it before.
 */
export function goneFrom(
  live: LiveUnspecified,
  identity: { readonly [member: string]: Json },
): Pick<OperationDraft, 'before' | 'after' | 'compared'> {
  return {
    before: { ...identity, facets: { ...facetsOf(live) } },
    after: null,
    compared: { before: identity, after: null },
  };
}
