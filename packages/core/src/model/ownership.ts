import type { Tags } from './snapshot.ts';

/** Tags by which we know what is ours; their names are part of our contract with accounts. */
export const ownerTag = 'rolecall:owner';
export const resourceTag = 'rolecall:resource';
/** When it ends, for people who look at the account; what ends it is its declaration. */
export const expiryTag = 'rolecall:expires-at';

/** The path under which everything of a scope lies, unless a blueprint fixes another. */
export function scopePath(scope: string): string {
  return `/rolecall/${scope}/`;
}

export function ownershipTags(scope: string, address: string, expiresAt?: string): Tags {
  // Names may hold characters, and have lengths, that tag values may not.
  const value = address.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '_').slice(0, 256);
  const end = expiresAt === undefined ? {} : { [expiryTag]: expiresAt };
  return { [ownerTag]: scope, [resourceTag]: value, ...end };
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

export function isUnderScope({ path }: { readonly path: string }, scope: string): boolean {
  return path.startsWith(scopePath(scope));
}

/**
 * The scope that a live resource belongs to, ours or another's: by its tag, by its path where it has
 * none. IAM takes tag keys without regard to case, so one in another spelling would be overwritten.
 */
export function ownerOf(live: Omit<Markable, 'type'>): string | undefined {
  const tag = Object.entries(live.tags ?? {}).find(([key]) => key.toLowerCase() === ownerTag);
  if (tag !== undefined) return tag[1];
  const [, core, scope] = /^\/(?:(rolecall-core)|rolecall\/([^/]+))\//.exec(live.path ?? '') ?? [];
  return core ?? scope;
}
