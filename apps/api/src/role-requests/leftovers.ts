import {
  type AccountPort,
  defaultCheckSettings,
  type Manifest,
  planManifest,
  RolecallError,
} from '@rolecall/core';
import type { AccountRecord } from '../model/records.ts';

export interface GrantPlace {
  readonly account: Pick<AccountRecord, 'id' | 'partition'>;
  /** Of one request, from `scopeOfRequest`. */
  readonly scope: string;
}

export interface Leftover {
  readonly arn: string;
  readonly type: string;
  /** Why it cannot simply be removed; `null` where nothing stands in the way. */
  readonly obstacle: string | null;
}

export type Leftovers =
  | {
      readonly kind: 'known';
      readonly resources: readonly Leftover[];
      readonly notes: readonly string[];
    }
  /** Something may be there: nobody could look. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Declares that of what a grant made nothing stays. */
export function emptyManifest({ account, scope }: GrantPlace): Manifest {
  // A scope of anything else would lose all it holds.
  if (!/^rq-[0-9a-f]{12}$/.test(scope)) throw new Error(`${scope} is no scope of a request`);
  return {
    scope,
    account: account.id,
    partition: account.partition,
    prune: { enabled: true, maxDeletes: 100, everything: true },
    ignoreTags: [],
    checks: defaultCheckSettings,
    declarations: [],
    blueprints: [],
    files: [],
  };
}

/** What of a grant is still in its account, whole or half made. */
export async function leftovers(
  port: Pick<AccountPort, 'identify' | 'collect'>,
  place: GrantPlace,
): Promise<Leftovers> {
  try {
    const manifest = emptyManifest(place);
    const { plan } = await planManifest({ port, manifest, includeRetired: true });
    return {
      kind: 'known',
      resources: [
        ...plan.changes.map(({ arn, type }) => ({ arn, type, obstacle: null })),
        ...plan.conflicts.map(({ arn, type, message }) => ({ arn, type, obstacle: message })),
      ],
      notes: plan.notes,
    };
  } catch (error) {
    if (error instanceof RolecallError) return { kind: 'unknown', why: error.message };
    throw error;
  }
}

/** Whether it is certain that nothing is there. */
export function isNothing(found: Leftovers): boolean {
  return found.kind === 'known' && found.resources.length === 0 && found.notes.length === 0;
}
