/** So many of the items, evenly spread and always the same ones; all, when there are fewer. */
export function sample<T>(items: readonly T[], size: number): readonly T[] {
  if (items.length <= size) return items;
  return Array.from({ length: size }, (_, index) =>
    Math.floor((index * items.length) / size),
  ).flatMap((at) => items.slice(at, at + 1));
}
