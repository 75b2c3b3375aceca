import { ownerTag, resourceTag } from '../../model/ownership.ts';
import type { Tags } from '../../model/snapshot.ts';

interface Marked {
  readonly name: string;
  readonly tags: Tags;
}

/**
 * Permission sets have no path that would tell what we made from what we took over, so the second
 * tag does: what was taken over is never deleted, nor are its assignments.
 */
export function adoptedAs(address: string): string {
  return `adopted/${address}`.slice(0, 256);
}

export function isAdopted({ tags }: Pick<Marked, 'tags'>): boolean {
  return tags[resourceTag]?.startsWith('adopted/') === true;
}

/** Made by us. One tag may be anybody's: ours bear both, the second with their own name. */
export function isMadeByUs({ name, tags }: Marked, scope: string): boolean {
  const address = tags[resourceTag] ?? '';
  return (
    tags[ownerTag] === scope && !isAdopted({ tags }) && address.endsWith(`permission-set/${name}`)
  );
}
