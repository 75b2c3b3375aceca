import { showTrust } from '../documents/trust.ts';
import type { Account } from './account.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/**
 * The account as plain JSON: maps as objects with sorted keys, trusts both as they are stored and
 * as they are shown. What passes (reports, sessions, tasks) is left out.
 */
export function accountState(account: Account): JsonValue {
  const { passing: _, clock: __, faults: ___, servicePrincipals: ____, ...lasting } = account;
  const shown = new Map(
    [...account.roles].map(([name, { trust }]) => [name, showTrust(account, trust)]),
  );
  return plain({ ...lasting, shownTrusts: shown });
}

function plain(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (typeof value !== 'object' || value === null) return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, plain(member)]),
  );
}
