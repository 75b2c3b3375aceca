import { Document, isMap, isSeq, parse, parseDocument, type YAMLMap } from 'yaml';
import { RolecallError } from '../model/errors.ts';
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
  const fresh = entries.filter((entry) => addEntry(document, entry, file));
  const wanted = [...new Set(entries.flatMap((entry) => entry.emergencyPrincipals))];
  const emergencyPrincipals = addPrincipals(document, wanted, file);
  const added = fresh.map(({ name }) => name);
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
  entries: readonly PlannedEntry[],
  principals: readonly string[],
): string | undefined {
  let changed: string | undefined = text;
  for (const entry of entries) {
    const member = { [entry.name]: manifestEntry(entry) };
    if (changed !== undefined) changed = spliceMember(changed, 'blueprints', member);
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

function requireAccount(document: Document, { file, account }: AddToManifestInput): void {
  const named = document.get('account');
  if (named === account) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `${file} is for account ${String(named)}, the guide was walked in ${account}.`,
    { hint: 'Name another file; each account has its own manifest.' },
  );
}

/** Whether it was added. */
function addEntry(document: Document, entry: PlannedEntry, file: string): boolean {
  const { name, use } = entry;
  const blueprints = section(document, 'blueprints', file);
  const there = blueprints.get(name);
  if (there !== undefined) {
    if (isMap(there) && there.get('use') === use) return false;
    throw new RolecallError('CONFLICT', `${file} uses the name blueprints.${name} already.`, {
      hint: 'Give that entry another name, and ask again.',
    });
  }
  blueprints.set(name, document.createNode(manifestEntry(entry)));
  return true;
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
