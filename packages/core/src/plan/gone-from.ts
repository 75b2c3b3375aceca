import type { Json } from '@rolecall/policy';
import type { LiveUnspecified } from './adoption-barrier.ts';
import { facetsOf } from './live-facets.ts';
import type { OperationDraft } from './operation.ts';
import type { Facets } from './plan.ts';

interface Identity {
  readonly [member: string]: Json;
}

type Gone = Pick<OperationDraft, 'before' | 'after' | 'compared'>;

/** What an operation that deletes a resource takes away. */
export function goneFrom(live: LiveUnspecified, identity: Identity): Gone {
  return goneAs(facetsOf(live), identity);
}

/**
 * What is taken away, shown with all that it is, so that there is a way back; compared by what tells
 * it from another of its name, whatever was taken from it before.
 */
export function goneAs(facets: Facets, identity: Identity): Gone {
  return {
    before: { ...identity, facets: { ...facets } },
    after: null,
    compared: { before: identity, after: null },
  };
}
