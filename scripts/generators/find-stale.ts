import { createHash } from 'node:crypto';

/**
 * Compares what the generators produce, and the digests of what was imported, with the files in the
 * tree, by path. Git is not asked: it says nothing of files that it does not know yet.
 */
export function findStale(input: {
  produced: ReadonlyMap<string, string | Uint8Array>;
  imported: ReadonlyMap<string, string>;
  existing: ReadonlyMap<string, Uint8Array>;
}): string[] {
  const { produced, imported, existing } = input;
  const expected = new Map([
    ...imported,
    ...[...produced].map(([path, content]) => [path, sha256(content)] as const),
  ]);
  return [
    ...[...expected].flatMap(([path, digest]) => {
      // What others name by its path, such as the action's main file, cannot be called so.
      if (!/\.gen\.[^/]+$|^apps\/[^/]+\/dist\//.test(path))
        return [`${path}: a generated file is called *.gen.*, or lies in an app's dist`];
      const content = existing.get(path);
      if (content === undefined) return [`${path}: missing`];
      const actual = sha256(content);
      return actual === digest ? [] : [`${path}: not current (its SHA-256 is ${actual})`];
    }),
    ...[...existing.keys()]
      .filter((path) => !expected.has(path))
      .map((path) => `${path}: neither generated nor listed as imported`),
  ];
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
