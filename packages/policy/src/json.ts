/** A value that JSON can say. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * One text for one value: object keys sorted by code unit (those that are array indexes first, by
 * number, as every JavaScript object has them), no white space. Members that are `undefined` are
 * left out, as JSON.stringify does.
 */
export function canonicalJson(value: unknown): string {
  // Sorted first: with a replacer, JSON.stringify leaves its fast path.
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value.toJSON === 'function') return sorted(value.toJSON());
  const inOrder: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = sorted(value[key]);
    if (key !== '__proto__') inOrder[key] = member;
    else Object.defineProperty(inOrder, key, { value: member, enumerable: true });
  }
  return inOrder;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
