import { RolecallError, type Snapshot, snapshotSchema } from '@rolecall/core';
import type { WorkspaceFiles } from './workspace-files.ts';

/** A snapshot that `rolecall snapshot` wrote, from the checked-out repository. */
export async function readSnapshotFile(workspace: WorkspaceFiles, file: string): Promise<Snapshot> {
  const text = await workspace.read(file);
  const parsed = snapshotSchema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  throw invalid(file, parsed.error);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(file, cause);
  }
}

function invalid(file: string, cause: unknown): RolecallError {
  return new RolecallError('SNAPSHOT_INVALID', `${file} is not a snapshot of this version.`, {
    hint: 'Make one with `rolecall snapshot --output account.json`.',
    cause,
  });
}
