import { checks, type Exception, readExceptions } from '@rolecall/core';
import { baseFiles, guardingCommit } from '../examine/guarding-commit.ts';
import type { Run } from '../run/run.ts';

export interface SidedExceptions {
  /** Those that hold. */
  readonly holding: readonly Exception[];
  /** Those of a pull request that changes the file; they hold once it is merged. */
  readonly proposed: readonly Exception[] | undefined;
}

/**
 * The exceptions as the base has them: none excuses itself in the pull request that adds it. On the
 * default branch they are those of the commit itself.
 */
export async function baseExceptions(run: Run): Promise<SidedExceptions> {
  const { inputs, event, workspace } = run;
  const base = await baseFiles(run, await holdingCommit(run)).find(inputs.exceptions);
  const holding = read(run, base);
  if (event.kind !== 'pull_request') return { holding, proposed: undefined };
  const changed = await workspace.find(inputs.exceptions);
  return { holding, proposed: changed === base ? undefined : read(run, changed) };
}

function read({ inputs, now }: Run, text: string | undefined): readonly Exception[] {
  if (text === undefined) return [];
  return readExceptions(inputs.exceptions, text, {
    checks: checks.map(({ id }) => id),
    now: now(),
  });
}

async function holdingCommit(run: Run): Promise<string> {
  const { event, repository, sha } = run;
  const isDefault = 'ref' in event && event.ref === `refs/heads/${repository.defaultBranch}`;
  return isDefault ? sha : guardingCommit(run);
}
