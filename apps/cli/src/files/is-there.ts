import { access } from 'node:fs/promises';
import { resolve } from 'node:path';

export function isThere(cwd: string, file: string): Promise<boolean> {
  return access(resolve(cwd, file)).then(
    () => true,
    () => false,
  );
}
