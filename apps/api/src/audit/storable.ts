import type { Json } from '@rolecall/policy';

/**
 * The same value in text that PostgreSQL can keep: no NUL, no half of a surrogate pair. What is
 * hashed has to come back as it was, or the chain would seem broken.
 */
export function storable(value: Json): Json {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(storable);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [storableText(key), storable(member)]),
  );
}

export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
