import { Document, isMap, isSeq, parse, parseDocument, type YAMLMap } from 'yaml';
import { RolecallError } from '../model/errors.ts';
import {
  addSelector,
  type EntryPlace,
  type OneAccount,
  placeForAccount,
} from './entry-for-account.ts';
import { manifestEntry, type PlannedEntry } from './planned-entry.ts';
import { spliceItems, spliceMember } from './splice-yaml.ts';

export interface AddToManifestInput {
  /** What the file holds; undefined where there is none. */
  readonly text: string | undefined;
  /** Name of the file, for errors. */
  readonly file: string;
  readonly account: string;
  readonly partition: string;
  /** Of a manifest that is new. */
  readonly scope: string;
  readonly entries: readonly PlannedEntry[];
  /** Of a manifest for several accounts, the one that the entries are for. */
  readonly only?: OneAccount | undefined;
}

export interface AddedToManifest {
  readonly text: string;
  /** Names of the blueprints that were added. */
  readonly added: readonly string[];
  /** What was added to `checks.emergencyPrincipals`. */
  readonly emergencyPrincipals: readonly string[];
}

/**
 * The manifest with the entries in it; what stands there stays, comments too. An entry that is there
 * is left alone, so that a second time adds nothing. Fails (`MANIFEST_INVALID`, `ACCOUNT_MISMATCH`,
 * `CONFLICT`) rather than overwrite anything.
 */
export function addToManifest(input: AddToManifestInput): AddedToManifest {
  const { text, file, entries } = input;
  const document = text === undefined ? newManifest(input) : readDocument(text, file);
  requireAccount(document, input);
  const fresh = entries.flatMap((entry) => addEntry(document, entry, input) ?? []);
  const wanted = [...new Set(entries.flatMap((entry) => entry.emergencyPrincipals))];
  const emergencyPrincipals = addPrincipals(document, wanted, file);
  const added = fresh.map(({ path }) => path[1]);
  if (text !== undefined && added.length + emergencyPrincipals.length === 0) {
    return { text, added, emergencyPrincipals };
  }
  const printed = document.toString({ lineWidth: 0, singleQuote: true });
  const spliced = text === undefined ? undefined : splice(text, fresh, emergencyPrincipals);
  // Printing anew says the same for certain, and keeps the comments, but not every line as it was.
  const isSame = spliced !== undefined && sameValue(parse(spliced), parse(printed));
  return { text: isSame ? spliced : printed, added, emergencyPrincipals };
}

function splice(
  text: string,
  additions: readonly Addition[],
  principals: readonly string[],
): string | undefined {
  let changed: string | undefined = text;
  for (const { path, value } of additions) {
    if (changed === undefined) return undefined;
    const [section, name] = path;
    changed =
      typeof value === 'string'
        ? spliceItems(changed, [...path, 'inAccounts'], [value])
        : spliceMember(changed, section, { [name]: value });
  }
  if (changed === undefined || principals.length === 0) return changed;
  return spliceItems(changed, ['checks', 'emergencyPrincipals'], principals);
}

function newManifest({ scope, account, partition }: AddToManifestInput): Document {
  const head = [
    ['version', 1],
    ['scope', scope],
    ['account', account],
    ...(partition === 'aws' ? [] : [['partition', partition]]),
  ];
  return new Document(Object.fromEntries(head), { aliasDuplicateObjects: false });
}

function readDocument(text: string, file: string): Document {
  const document = parseDocument(text);
  if (document.errors.length === 0 && isMap(document.contents)) return document;
  throw new RolecallError('MANIFEST_INVALID', `${file} is no manifest that could be added to.`, {
    hint: 'Mend it first: rolecall plan says what is wrong with it.',
    cause: document.errors[0],
  });
}

function requireAccount(document: Document, { file, account, only }: AddToManifestInput): void {
  if (only !== undefined && (document.has('accounts') || document.has('discoverAccounts'))) return;
  const named = document.get('account');
  if (named === account) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `${file} is for account ${String(named)}, the guide was walked in ${account}.`,
    { hint: 'Name another file; each account has its own manifest.' },
  );
}

/** What was added to `blueprints`: an entry, or the selector of one more account for it. */
interface Addition {
  readonly path: readonly ['blueprints', string];
  readonly value: object | string;
}

/** What was added; `undefined` where all of it is there. */
function addEntry(
  document: Document,
  entry: PlannedEntry,
  { file, only }: AddToManifestInput,
): Addition | undefined {
  const blueprints = section(document, 'blueprints', file);
  const place = only ? placeForAccount(blueprints, entry, only) : placeOf(blueprints, entry);
  switch (place.kind) {
    case 'there':
      return undefined;
    case 'own':
      blueprints.set(place.name, document.createNode(place.member));
      return { path: ['blueprints', place.name], value: place.member };
    case 'shared':
      addSelector(document, place.name, place.selector);
      return { path: ['blueprints', place.name], value: place.selector };
    case 'taken':
      throw new RolecallError(
        'CONFLICT',
        `${file} uses the name blueprints.${entry.name} already.`,
        { hint: 'Give that entry another name, and ask again.' },
      );
    default:
      return place satisfies never;
  }
}

function placeOf(blueprints: YAMLMap, entry: PlannedEntry): EntryPlace {
  const { name, use } = entry;
  const there = blueprints.get(name);
  if (there === undefined) return { kind: 'own', name, member: manifestEntry(entry) };
  return isMap(there) && there.get('use') === use ? { kind: 'there' } : { kind: 'taken' };
}

/** What of it was added. */
function addPrincipals(
  document: Document,
  wanted: readonly string[],
  file: string,
): readonly string[] {
  if (wanted.length === 0) return [];
  const checks = section(document, 'checks', file);
  const list = checks.get('emergencyPrincipals');
  if (list === undefined) {
    checks.set('emergencyPrincipals', document.createNode(wanted));
    return wanted;
  }
  if (!isSeq(list)) throw notSuch(file, 'checks.emergencyPrincipals', 'a list');
  const there: readonly unknown[] = list.toJSON();
  const missing = wanted.filter((name) => !there.includes(name));
  for (const name of missing) list.add(document.createNode(name));
  return missing;
}

function section(document: Document, key: string, file: string): YAMLMap {
  const found = document.get(key);
  if (isMap(found)) return found;
  if (found !== undefined && found !== null) throw notSuch(file, key, 'a map of names');
  const made = document.createNode({});
  document.set(key, made);
  return made;
}

function notSuch(file: string, what: string, wanted: string): RolecallError {
  return new RolecallError('MANIFEST_INVALID', `${file}: ${what} is not ${wanted}.`, {
    hint: 'Nothing was written. Mend it and ask again.',
  });
}

/** Of what YAML holds, the order of members apart. */
function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
