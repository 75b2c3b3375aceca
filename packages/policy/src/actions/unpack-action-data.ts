import type {
  AccessLevel,
  ActionData,
  ActionEntry,
  ResourceTypeEntry,
  ServiceData,
} from './action-data.ts';
import { conditionKeyTable, readPackedKey } from './condition-key-table.ts';
import { retiredServices } from './retired-services.ts';

/** Action data in the form that scripts/generators/action-data.ts writes. */
export interface PackedActionData {
  readonly date: string;
  readonly globalKeys: readonly string[];
  readonly rcpServices: readonly string[];
  /** Name, keys, sets of keys, resource types and actions of each service, as texts of lines. */
  readonly services: Readonly<Record<string, readonly string[]>>;
}

/** Gives access to packed data. A service is taken apart when it is first asked for. */
export function unpackActionData(packed: PackedActionData): ActionData {
  const lines = new Map(Object.entries(packed.services));
  const resourceControl = new Set(packed.rcpServices);
  const services = new Map<string, ServiceData | undefined>();
  const globals = conditionKeyTable(packed.globalKeys.map(readPackedKey));
  const unpack = (prefix: string): ServiceData | undefined => {
    const parts = lines.get(prefix);
    if (parts !== undefined) return unpackService(prefix, parts, resourceControl.has(prefix));
    const name = retiredServices.get(prefix);
    return name === undefined ? undefined : retiredService(prefix, name);
  };
  return {
    date: packed.date,
    services: [...new Set([...lines.keys(), ...retiredServices.keys()])].sort(),
    service: (prefix) => {
      const key = prefix.toLowerCase();
      const known = services.get(key);
      if (known !== undefined) return known;
      const unpacked = unpack(key);
      if (unpacked !== undefined) services.set(key, unpacked);
      return unpacked;
    },
    globalKey: globals.find,
  };
}

/** A service whose names are gone from the data. */
function retiredService(prefix: string, name: string): ServiceData {
  const none = { prefix, name, retired: true, supportsResourceControl: false };
  return {
    ...none,
    actions: [],
    action: () => undefined,
    resourceTypes: [],
    conditionKey: () => undefined,
    conditionKeys: [],
  };
}

function unpackService(
  prefix: string,
  [name = '', keyLines = '', setLines = '', typeLines = '', actionLines = '']: readonly string[],
  supportsResourceControl: boolean,
): ServiceData {
  const keys = once(() => conditionKeyTable(linesOf(keyLines).map(readPackedKey)));
  const sets = once(() =>
    setLines
      .split('\n')
      .map((line) =>
        line === '' ? [] : line.split(' ').map((number) => keys().keys[Number(number)]?.key ?? ''),
      ),
  );
  const types = once(() => linesOf(typeLines).map((line) => readType(line, sets())));
  const actions = once(() => linesOf(actionLines).map((line) => readAction(line, sets(), types())));
  const byName = once(
    () => new Map(actions().map((action) => [action.name.toLowerCase(), action] as const)),
  );
  return {
    prefix,
    name,
    retired: retiredServices.has(prefix) && actionLines === '',
    supportsResourceControl,
    get actions() {
      return actions();
    },
    action: (action) => byName().get(action.toLowerCase()),
    get resourceTypes() {
      return types();
    },
    conditionKey: (key) => keys().find(key),
    get conditionKeys() {
      return keys().keys;
    },
  };
}

type KeySets = readonly (readonly string[])[];

/** `name arn set`; no ARN format holds a space. */
function readType(line: string, sets: KeySets): ResourceTypeEntry {
  const [name = '', arn = '', set = ''] = line.split(' ');
  return { name, arn, conditionKeys: sets[Number(set)] ?? [] };
}

/** `name level set types` */
function readAction(line: string, sets: KeySets, types: readonly ResourceTypeEntry[]): ActionEntry {
  const [name = '', level = '', set = '', typeNumbers = ''] = line.split(' ');
  const own = sets[Number(set)] ?? [];
  const found = typeNumbers === '' ? [] : typeNumbers.split(',').map((text) => types[Number(text)]);
  const ofTypes = found.filter((type) => type !== undefined);
  const all = once(() => [...new Set([...own, ...ofTypes.flatMap((type) => type.conditionKeys)])]);
  return {
    name,
    accessLevel: levels.get(level) ?? 'unknown',
    resourceTypes: ofTypes.map((type) => type.name),
    get conditionKeys() {
      return all();
    },
    ownConditionKeys: own,
  };
}

const levels: ReadonlyMap<string, AccessLevel> = new Map([
  ['L', 'List'],
  ['R', 'Read'],
  ['W', 'Write'],
  ['T', 'Tagging'],
  ['P', 'Permissions management'],
]);

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
