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
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON());
  const inOrder: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    if (key !== '__proto__') inOrder[key] = sorted(member);
    else Object.defineProperty(inOrder, key, { value: sorted(member), enumerable: true });
  }
  return inOrder;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
