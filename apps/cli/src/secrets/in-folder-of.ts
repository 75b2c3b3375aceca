import { join } from 'node:path';
import type { SecretsOptions } from './open-world.ts';

/** Of a manifest for several accounts, each has a folder of its own. */
export function inFolderOf<O extends SecretsOptions>(name: string, options: O): O {
  const { secretsDir } = options;
  return secretsDir === undefined ? options : { ...options, secretsDir: join(secretsDir, name) };
}
