import { type Document, isMap, isSeq, type YAMLMap } from 'yaml';
import { manifestEntry, type PlannedEntry } from './planned-entry.ts';

/** One account of a manifest for several. */
export interface OneAccount {
  /** By which entries of the manifest say that they are for it. */
  readonly selector: string;
  /** Whether a selector, such as a pattern or a tag, means it too. */
  readonly isMeant: (selector: string) => boolean;
}

/** What becomes of an entry among those of other accounts. */
export type EntryPlace =
  /** It is there for this account as well. */
  | { readonly kind: 'there' }
  /** The same is there for others: one more selector. */
  | { readonly kind: 'shared'; readonly name: string; readonly selector: string }
  | { readonly kind: 'own'; readonly name: string; readonly member: object }
  /** The name means something else in this account. */
  | { readonly kind: 'taken' };

export function placeForAccount(
  blueprints: YAMLMap,
  entry: PlannedEntry,
  { selector, isMeant }: OneAccount,
): EntryPlace {
  const own = { ...manifestEntry(entry), inAccounts: [selector] };
  // A name may be another account's; that of the account is then put behind it.
  for (const name of [entry.name, `${entry.name}-${selector}`]) {
    const there: unknown = blueprints.get(name);
    if (there === undefined) return { kind: 'own', name, member: own };
    if (!isMap(there)) return { kind: 'taken' };
    const { inAccounts, notInAccounts, ...said }: { [key: string]: unknown } = there.toJSON();
    const only = selectorsOf(inAccounts);
    if (only.length === 0 || only.some(isMeant)) {
      if (selectorsOf(notInAccounts).some(isMeant)) continue;
      return said['use'] === entry.use ? { kind: 'there' } : { kind: 'taken' };
    }
    const isSame = JSON.stringify(said) === JSON.stringify(manifestEntry(entry));
    if (isSame && notInAccounts === undefined) return { kind: 'shared', name, selector };
  }
  return { kind: 'taken' };
}

/** Makes a list of one selector that stands alone. */
export function addSelector(document: Document, name: string, selector: string): void {
  const path = ['blueprints', name, 'inAccounts'];
  const there = document.getIn(path);
  if (isSeq(there)) there.add(document.createNode(selector));
  else document.setIn(path, document.createNode([there, selector]));
}

function selectorsOf(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}
