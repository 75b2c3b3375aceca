import {
  type AccountPort,
  defaultCheckSettings,
  isUnderScope,
  type Manifest,
  type PlannedManifest,
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
    prune: { enabled: true, maxDeletes: 100, allowEmpty: true, iamOnly: true },
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
    const planned = await planManifest({ port, manifest, includeRetired: true });
    const { plan } = planned;
    return {
      kind: 'known',
      resources: [
        ...plan.changes.map(({ arn, type }) => ({ arn, type, obstacle: null })),
        ...plan.conflicts.map(({ arn, type, message }) => ({ arn, type, obstacle: message })),
        ...untagged(planned).map(({ arn, type }) => ({ arn, type, obstacle: tagLost })),
      ],
      notes: plan.notes,
    };
  } catch (error) {
    if (error instanceof RolecallError) return { kind: 'unknown', why: error.message };
    throw error;
  }
}

const tagLost = 'It no longer bears the tag rolecall:owner, so that it is left to people.';

/**
 * What lies below the path of a request, which nobody else uses, and bears our tag no more. Tags
 * can be taken off, by whoever uses the role too where it allows that; a path stays.
 */
export function untagged({ plan, snapshot }: PlannedManifest): readonly {
  readonly arn: string;
  readonly type: string;
  readonly name: string;
}[] {
  const seen = new Set([...plan.changes, ...plan.conflicts].map(({ arn }) => arn));
  const { roles, policies } = snapshot.parts;
  return [
    ...(roles.status === 'known' ? roles.value.map((one) => ({ ...one, type: 'role' })) : []),
    ...(policies.status === 'known'
      ? policies.value.map((one) => ({ ...one, type: 'policy' }))
      : []),
  ].filter((one) => isUnderScope(one, plan.scope) && !seen.has(one.arn));
}

/** Whether it is certain that nothing is there. */
export function isNothing(found: Leftovers): boolean {
  return found.kind === 'known' && found.resources.length === 0 && found.notes.length === 0;
}
