import type { Json } from '@rolecall/policy';
import type { FacetLine } from './facet-line.ts';
import { isRecord } from './is-record.ts';

/** Tags that come, change and go; our own mark is on everything and says nothing new. */
export function describeTags(before: Json, after: Json): readonly FacetLine[] {
  const old = tagsOf(before);
  const now = tagsOf(after);
  const set = Object.entries(now).filter(([key]) => !(isOurs(key) && old[key] == null));
  const fresh = set.filter(([key]) => old[key] == null).map(([key, value]) => `${key}=${value}`);
  return [
    ...(fresh.length > 0 ? [{ sign: '+' as const, text: `tags ${fresh.join(', ')}` }] : []),
    ...set
      .filter(([key]) => old[key] != null)
      .map(([key, value]) => ({ sign: ' ' as const, text: `tag ${key}: ${old[key]} → ${value}` })),
    ...Object.entries(old)
      .filter(([key]) => !(key in now))
      .map(([key, value]) => ({ sign: '-' as const, text: `tag ${key}=${value}` })),
  ];
}

function tagsOf(value: Json): { readonly [key: string]: Json } {
  return isRecord(value) ? value : {};
}

function isOurs(key: string): boolean {
  return key.startsWith('rolecall:');
}
