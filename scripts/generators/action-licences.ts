import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAction } from './action-bundle.ts';
import { packageFolders, readPackage } from './licences/bundled-package.ts';
import { renderLicences } from './licences/render-licences.ts';

const root = join(import.meta.dirname, '../..');

/** The licences of what others wrote and the action's bundle holds: they ask to be given along. */
export async function produceActionLicences(): Promise<string> {
  const { metafile } = await bundleAction();
  const packages = packageFolders(metafile).map((folder) => readPackage(root, folder));
  const apache = readFileSync(join(root, 'LICENSE'), 'utf8');
  return renderLicences(packages, { apache });
}
