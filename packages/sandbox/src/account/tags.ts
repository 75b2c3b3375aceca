import { refuse } from '../aws-error.ts';
import type { Tag } from './entities.ts';
import { fixedLimits } from './quotas.ts';

/** The tags of a new entity, checked. */
export function newTags(tags: readonly Tag[] | undefined): readonly Tag[] {
  return addTags([], tags ?? []);
}

/**
 * Adds or replaces tags. AWS compares keys ignoring case, refuses its own `aws:` prefix, and
 * keeps at most 50.
 */
export function addTags(present: readonly Tag[], added: readonly Tag[]): readonly Tag[] {
  const keys = new Set(added.map(({ Key }) => Key.toLowerCase()));
  if (keys.size < added.length) {
    refuse(
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  }
  if (added.some(({ Key }) => Key.toLowerCase().startsWith('aws:'))) {
    refuse('InvalidInput', 'Tag keys that start with aws: are reserved for system tags.');
  }
  const kept = present.filter(({ Key }) => !keys.has(Key.toLowerCase()));
  if (kept.length + added.length > fixedLimits.tags) {
    refuse('LimitExceeded', 'The number of tags has reached the maximum limit.');
  }
  return [...kept, ...added].map(({ Key, Value }) => ({ Key, Value }));
}

export function removeTags(present: readonly Tag[], keys: readonly string[]): readonly Tag[] {
  const removed = new Set(keys.map((key) => key.toLowerCase()));
  return present.filter(({ Key }) => !removed.has(Key.toLowerCase()));
}

/** AWS leaves out the member where there are no tags. */
export function tagsOrNothing(tags: readonly Tag[]): readonly Tag[] | undefined {
  return tags.length === 0 ? undefined : tags;
}
