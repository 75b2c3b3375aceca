import {
  type ComparedRun,
  findingsJsonSchema,
  RolecallError,
  readComparedRun,
} from '@rolecall/core';
import { readJson } from '../files/read-json.ts';

export interface PreviousRun {
  readonly file: string;
  readonly account: string;
  readonly run: ComparedRun;
}

/** An earlier run, as `rolecall check --json` wrote it. */
export async function readPrevious(cwd: string, file: string): Promise<PreviousRun> {
  const value = await readJson(cwd, file, (cause) => invalid(file, cause));
  const parsed = findingsJsonSchema.safeParse(value);
  if (!parsed.success) throw invalid(file, parsed.error);
  return { file, account: parsed.data.account, run: readComparedRun(value) };
}

/** Ids of findings hold the account: runs of two would have nothing in common. */
export function requireSameAccount({ file, account }: PreviousRun, other: string): void {
  if (account === other) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `${file} is a report on account ${account}; this is ${other}.`,
    { hint: 'Compare with an earlier report on the same account.' },
  );
}

function invalid(file: string, cause: unknown): RolecallError {
  return new RolecallError('USAGE', `${file} is not a report of \`rolecall check --json\`.`, {
    hint: 'Make one with `rolecall check --json --output before.json`.',
    cause,
  });
}
