import { matchesPattern } from '@rolecall/policy';
import { pendingKeyTag } from '../model/sign-in.ts';
import type { Tags } from '../model/snapshot.ts';
import type { Call } from './calls.ts';
import { type Tag, toTagList } from './calls.ts';
import type { DiffContext } from './diff-context.ts';
import type { OperationDraft } from './operation.ts';

export interface TagCalls {
  readonly add: (tags: Tag[]) => Call;
  readonly remove: (keys: string[]) => Call;
}

/**
 * Tags that differ are set, tags beyond the declaration removed, but for those that AWS keeps for
 * itself and those that the manifest ignores. An empty value is a value.
 */
export function diffTags(
  desired: Tags,
  live: Tags,
  { add, remove }: TagCalls,
  { ignoreTags }: DiffContext,
): readonly OperationDraft[] {
  const changed = Object.entries(desired).filter(([key, value]) => tagOf(live, key) !== value);
  // IAM keeps the case of tag keys and compares them without: setting one replaces the other.
  const wanted = new Set(Object.keys(desired).map((key) => key.toLowerCase()));
  const surplus = Object.keys(live).filter(
    (key) =>
      !wanted.has(key.toLowerCase()) &&
      !key.startsWith('aws:') &&
      key !== pendingKeyTag &&
      !ignoreTags.some((pattern) => matchesPattern(pattern, key)),
  );
  const set: OperationDraft = {
    call: add(toTagList(Object.fromEntries(changed))),
    facet: 'tags',
    before: Object.fromEntries(changed.map(([key]) => [key, tagOf(live, key) ?? null])),
    after: Object.fromEntries(changed),
  };
  const unset: OperationDraft = {
    call: remove(surplus),
    facet: 'tags',
    before: Object.fromEntries(surplus.map((key) => [key, tagOf(live, key) ?? null])),
    after: null,
  };
  return [...(changed.length > 0 ? [set] : []), ...(surplus.length > 0 ? [unset] : [])];
}

/** Tag keys may be spelt like the members that every JavaScript object has. */
function tagOf(tags: Tags, key: string): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined;
}
