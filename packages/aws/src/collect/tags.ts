import type { Tags } from '@rolecall/core';

/** As every service shows a tag, whatever it promises. */
interface ShownTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** Tags by key. A tag's value may be empty. */
export function readTags(tags: readonly ShownTag[] = []): Tags {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
}
