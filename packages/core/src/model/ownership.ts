import type { Tags } from './snapshot.ts';

/** Tags by which we know what is ours; their names are part of our contract with accounts. */
export const ownerTag = 'rolecall:owner';
export const resourceTag = 'rolecall:resource';

/** The path under which everything of a scope lies, unless a blueprint fixes another. */
export function scopePath(scope: string): string {
  return `/rolecall/${scope}/`;
}

export function ownershipTags(scope: string, address: string): Tags {
  return { [ownerTag]: scope, [resourceTag]: address };
}

interface Markable {
  readonly type: string;
  readonly path?: string | undefined;
  readonly tags?: Tags | undefined;
}

/** Whether a live resource carries the mark of the scope. Groups have no tags: their path is it. */
export function isOwned(live: Markable, scope: string): boolean {
  if (live.type === 'group') return live.path?.startsWith(scopePath(scope)) === true;
  return live.tags?.[ownerTag] === scope;
}
