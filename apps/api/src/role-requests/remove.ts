import { applyManifest, planManifest, RolecallError } from '@rolecall/core';
import { endSessions } from './end-sessions.ts';
import {
  emptyManifest,
  type GrantPlace,
  isNothing,
  type Leftovers,
  leftovers,
  untagged,
} from './leftovers.ts';
import type { Run } from './provision.ts';
import { failureOf, incompleteOf, type WorkFailure } from './work-failure.ts';

export interface RemoveInput extends GrantPlace, Run {}

export type Removed =
  /** Nothing of the grant is in the account; also where nothing was. */
  | { readonly kind: 'removed'; readonly warnings: readonly string[] }
  | {
      readonly kind: 'failed';
      readonly failure: WorkFailure;
      readonly warnings: readonly string[];
      readonly leftovers: Leftovers;
    };

/**
 * Takes away all that a grant made and nothing else: ends the sessions, then deletes what its scope
 * holds. It may be called again at any time, and goes on where it broke off. It says `removed` only
 * once the account shows nothing any more.
 */
export async function removeGrant(input: RemoveInput): Promise<Removed> {
  const { port } = input;
  const warnings: string[] = [];
  const failed = async (failure: WorkFailure): Promise<Removed> => ({
    kind: 'failed',
    failure,
    warnings,
    leftovers: await leftovers(port, input),
  });
  try {
    const manifest = emptyManifest(input);
    const about = { ...input, manifest, includeRetired: true };
    const planned = await planManifest(about);
    const { changes, conflicts } = planned.plan;
    const roles = [...changes, ...conflicts, ...untagged(planned)].filter(
      ({ type }) => type === 'role',
    );
    warnings.push(...(await endSessions({ ...input, roles })));
    const applied = await applyManifest({
      ...about,
      reviewed: undefined,
      allowReplace: false,
      skipPreflight: true,
      confirm: async ({ changes }) => changes.every(({ kind }) => kind === 'delete'),
    });
    if (applied.kind === 'applied' && !applied.report.complete)
      return failed(incompleteOf(applied.report));
  } catch (error) {
    return failed(failureOf(error));
  }
  const left = await leftovers(port, input);
  if (isNothing(left)) return { kind: 'removed', warnings };
  const failure = new RolecallError('APPLY_INCOMPLETE', 'Something of the grant is still there.');
  return { kind: 'failed', failure: failureOf(failure), warnings, leftovers: left };
}
