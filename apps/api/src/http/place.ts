/** A value inside a document, and the pointer that leads to it: `#/paths/~1v1~1me`. */
export interface Place {
  readonly root: unknown;
  readonly value: unknown;
  readonly pointer: string;
}

export function rootOf(document: unknown): Place {
  return { root: document, value: document, pointer: '#' };
}

/** The member of that name; a `$ref` there is followed. */
export function child(place: Place | undefined, key: string): Place | undefined {
  if (place === undefined) return undefined;
  const value = memberOf(place.value, key);
  return value === undefined
    ? undefined
    : follow({ root: place.root, value, pointer: `${place.pointer}/${escapeKey(key)}` });
}

/** Where a `$ref` leads, through as many as there are. */
export function follow(place: Place): Place {
  const target = memberOf(place.value, '$ref');
  if (typeof target !== 'string') return place;
  const found = target
    .slice(2)
    .split('/')
    .reduce((value, key) => memberOf(value, unescapeKey(key)), place.root);
  if (!target.startsWith('#/') || found === undefined)
    throw new Error(`${place.pointer}: nothing is at ${target}`);
  return follow({ root: place.root, value: found, pointer: target });
}

/** Members of an object, elements of an array. */
export function childrenOf(place: Place | undefined): readonly (readonly [string, Place])[] {
  if (place === undefined || typeof place.value !== 'object' || place.value === null) return [];
  return Object.keys(place.value).flatMap((key) => {
    const found = child(place, key);
    return found === undefined ? [] : [[key, found] as const];
  });
}

export function textAt(place: Place | undefined, key: string): string | undefined {
  const value = memberOf(place?.value, key);
  return typeof value === 'string' ? value : undefined;
}

export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

/** For use in the fragment of a URI, where braces have to be escaped too. */
function escapeKey(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function unescapeKey(key: string): string {
  return decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
}
