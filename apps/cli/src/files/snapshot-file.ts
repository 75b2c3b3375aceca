import { RolecallError, type Snapshot, snapshotSchema } from '@rolecall/core';
import { readJson } from './read-json.ts';

/** A snapshot that `rolecall snapshot` wrote. */
export async function readSnapshot(cwd: string, file: string): Promise<Snapshot> {
  const invalid = (cause: unknown) =>
    new RolecallError('SNAPSHOT_INVALID', `${file} is not a snapshot of this version.`, {
      hint: 'Make one with `rolecall snapshot --output account.json`.',
      cause,
    });
  const parsed = snapshotSchema.safeParse(await readJson(cwd, file, invalid));
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}
