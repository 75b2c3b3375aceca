import {
  type ComparedRun,
  findingsJsonSchema,
  RolecallError,
  readComparedRun,
} from '@rolecall/core';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

/** An earlier report of this account; `undefined` where there is none yet. */
export async function readPrevious(
  workspace: WorkspaceFiles,
  { file, account }: { readonly file: string; readonly account: string },
): Promise<ComparedRun | undefined> {
  const text = await workspace.find(file);
  if (text === undefined) return undefined;
  const value = parseJson(text, file);
  const parsed = findingsJsonSchema.safeParse(value);
  if (!parsed.success) throw invalid(file, parsed.error);
  if (parsed.data.account === account) return readComparedRun(value);
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `${file} is a report on account ${parsed.data.account}; this is ${account}.`,
    { hint: 'Compare with an earlier report on the same account.' },
  );
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(file, cause);
  }
}

function invalid(file: string, cause: unknown): RolecallError {
  return new RolecallError('USAGE', `${file} is no report of Rolecall in JSON.`, {
    hint: 'Keep the file that the input json-file names, and compare with that.',
    cause,
  });
}
