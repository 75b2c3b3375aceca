import type { ActionData, KeyData } from '../../../actions/action-data.ts';
import { type ConditionKeyTable, conditionKeyTable } from '../../../actions/condition-key-table.ts';
import { keysOfUnsureCount, unlistedGlobalKeys } from './observed-names.ts';

/** What is known of a key by its name. */
export type FoundKey =
  | { readonly kind: 'known'; readonly key: KeyData; readonly isSure: boolean }
  /** The service (or `aws`) is known and has no such key. */
  | { readonly kind: 'unknown-key'; readonly service: string }
  | { readonly kind: 'unknown-service'; readonly service: string }
  /** Keys of identity providers, of retired services and those no page lists are not looked up. */
  | { readonly kind: 'not-looked-up' };

/** Looks a condition key up, without regard to case. */
export function findConditionKey(name: string, data: ActionData): FoundKey {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(colon, 0)).toLowerCase();
  const isUnlisted = unlistedGlobalKeys.has(name.toLowerCase());
  if (colon < 0 || isUnlisted || isProvider(prefix)) return { kind: 'not-looked-up' };
  const global = data.globalKey(name);
  if (global !== undefined) return { kind: 'known', key: global, isSure: true };
  const { foreign } = indexOf(data);
  const service = data.service(prefix);
  if (service?.retired) return { kind: 'not-looked-up' };
  const own = service?.conditionKey(name);
  const others = foreign.get(prefix)?.find(name);
  const key = own ?? others;
  if (key !== undefined) return { kind: 'known', key, isSure: isSure(own, others) };
  if (prefix === 'aws') return { kind: 'unknown-key', service: 'aws' };
  if (service === undefined && !foreign.has(prefix))
    return { kind: 'unknown-service', service: prefix };
  return { kind: 'unknown-key', service: prefix };
}

/** Web identity providers stand as host names, perhaps with a path; SAML has a word of its own. */
function isProvider(prefix: string): boolean {
  return /[./]/.test(prefix) || prefix === 'saml';
}

function isSure(one: KeyData | undefined, other: KeyData | undefined): boolean {
  const key = one ?? other;
  if (key !== undefined && keysOfUnsureCount.has(key.key.toLowerCase())) return false;
  if (one === undefined || other === undefined) return true;
  return one.type === other.type && one.multivalued === other.multivalued;
}

interface KeyIndex {
  /** Keys that services take although their prefix is another's, by that prefix. */
  readonly foreign: ReadonlyMap<string, ConditionKeyTable>;
}

const indexes = new WeakMap<ActionData, KeyIndex>();

function indexOf(data: ActionData): KeyIndex {
  const known = indexes.get(data);
  if (known !== undefined) return known;
  const byPrefix = new Map<string, KeyData[]>();
  for (const service of data.services) {
    for (const key of data.service(service)?.conditionKeys ?? []) {
      const prefix = key.key.slice(0, key.key.indexOf(':')).toLowerCase();
      if (prefix === service) continue;
      const keys = byPrefix.get(prefix);
      if (keys === undefined) byPrefix.set(prefix, [key]);
      else keys.push(key);
    }
  }
  const foreign = new Map(
    [...byPrefix].map(([prefix, keys]) => [prefix, conditionKeyTable(keys)] as const),
  );
  const made = { foreign };
  indexes.set(data, made);
  return made;
}
