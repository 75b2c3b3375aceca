import type { Json } from '@rolecall/policy';

/** The members of a JSON object; none of anything else. */
export function membersOf(value: Json | undefined): { readonly [member: string]: Json } {
  return isObject(value) ? value : {};
}

function isObject(value: Json | undefined): value is { readonly [member: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
