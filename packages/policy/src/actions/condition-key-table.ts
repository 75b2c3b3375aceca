import type { KeyData, KeyType } from './action-data.ts';

/** Looks condition keys up without regard to case, those with a placeholder by their pattern. */
export interface ConditionKeyTable {
  readonly keys: readonly KeyData[];
  find(key: string): KeyData | undefined;
}

export function conditionKeyTable(keys: readonly KeyData[]): ConditionKeyTable {
  const exact = new Map<string, KeyData>();
  const patterns: { readonly pattern: KeyPattern; readonly key: KeyData }[] = [];
  for (const key of keys) {
    const pattern = keyPattern(key.key);
    if (pattern === undefined) exact.set(key.key.toLowerCase(), key);
    else patterns.push({ pattern, key });
  }
  return {
    keys,
    find: (text) => {
      const lower = text.toLowerCase();
      return exact.get(lower) ?? patterns.find(({ pattern }) => fits(pattern, lower))?.key;
    },
  };
}

interface KeyPattern {
  readonly before: string;
  readonly after: string;
}

/** What stands before the first placeholder and after the last; `undefined` where there is none. */
export function keyPattern(key: string): KeyPattern | undefined {
  const open = key.indexOf('${');
  if (open < 0) return undefined;
  const lower = key.toLowerCase();
  return { before: lower.slice(0, open), after: lower.slice(lower.lastIndexOf('}') + 1) };
}

function fits({ before, after }: KeyPattern, key: string): boolean {
  return key.length > before.length + after.length && key.startsWith(before) && key.endsWith(after);
}

const typesByCode: ReadonlyMap<string, KeyType> = new Map([
  ['s', 'String'],
  ['a', 'Arn'],
  ['b', 'Bool'],
  ['n', 'Numeric'],
  ['d', 'Date'],
  ['i', 'IpAddress'],
  ['x', 'Binary'],
]);

/** Reads `s aws:username`: the type's letter, a capital for several values, and the key. */
export function readPackedKey(line: string): KeyData {
  const code = line.charAt(0);
  const lower = code.toLowerCase();
  return {
    key: line.slice(2),
    type: typesByCode.get(lower) ?? 'String',
    multivalued: code !== lower,
  };
}
