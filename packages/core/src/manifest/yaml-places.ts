import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';

export type SourcePath = readonly (string | number)[];

/**
 * Where the parts of a file stand, as offsets into its text. Kept instead of the parsed document,
 * which takes ten times the memory.
 */
export interface Place {
  readonly at: number;
  /** Of the key, where it is the value of one. */
  readonly keyAt?: number;
  /** Of a map by key, of a list by index; an alias has none of its own. */
  readonly parts?: ReadonlyMap<string, Place>;
}

/** The places of the parts that a path of up to `depth` elements names. */
export function placesIn(node: ParsedNode | null, depth: number, keyAt?: number): Place {
  const own = ownPlace(node?.range[0] ?? keyAt ?? 0, keyAt);
  if (depth === 0) return own;
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const named = node.items.flatMap(({ key, value }): [string, Place][] =>
      isScalar(key) ? [[String(key.value), placesIn(value, depth - 1, key.range[0])]] : [],
    );
    return { ...own, parts: new Map(named) };
  }
  if (isSeq<ParsedNode>(node)) {
    const listed = node.items.map((item, index): [string, Place] => [
      String(index),
      placesIn(item, depth - 1),
    ]);
    return { ...own, parts: new Map(listed) };
  }
  return own;
}

/** Of what has no parts, or none that are asked for. */
export function ownPlace(at: number, keyAt: number | undefined): Place {
  return keyAt === undefined ? { at } : { at, keyAt };
}

/** Where the value at `path` stands, or the nearest parent that is written. */
export function offsetOf(root: Place, path: SourcePath): number {
  let place = root;
  for (const key of path) {
    const part = place.parts?.get(String(key));
    if (part === undefined) break;
    place = part;
  }
  return place.at;
}

/** Where the key that ends `path` stands. */
export function keyOffsetOf(root: Place, path: SourcePath): number | undefined {
  let place: Place | undefined = root;
  for (const key of path) place = place?.parts?.get(String(key));
  return place?.keyAt;
}
