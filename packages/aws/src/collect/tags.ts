import type { Tag } from '@aws-sdk/client-iam';
import type { Tags } from '@rolecall/core';

/** Tags by key. A tag's value may be empty. */
export function readTags(tags: readonly Tag[] = []): Tags {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
