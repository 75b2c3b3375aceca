import { stat } from 'node:fs/promises';

/** Which file lies there: another one has another. `undefined` where there is none. */
export async function fileVersion(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found && `${found.dev} ${found.ino} ${found.mtimeNs} ${found.size}`;
}
