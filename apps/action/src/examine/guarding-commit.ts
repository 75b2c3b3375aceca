import {
  type Guardrails,
  noGuardrails,
  type ReportedGuardrails,
  readGuardrails,
} from '@rolecall/core';
import { type CommitFiles, filesOfCommit } from '../github/commit-files.ts';
import { tipOf } from '../github/merged-pulls.ts';
import type { Run } from '../run/run.ts';

/**
 * The commit before the change: guardrails are read from it, and what it declares is what the
 * change is compared with. Never the side that is judged.
 */
export async function guardingCommit({
  event,
  github,
  repository,
  sha,
  inputs,
}: Run): Promise<string> {
  switch (event.kind) {
    case 'pull_request':
      return event.base.sha;
    case 'merge_group':
      return event.baseSha;
    case 'push':
      return event.before ?? tipOf(github, repository.defaultBranch);
    case 'schedule':
    case 'workflow_dispatch':
    case 'other':
      return inputs.mode === 'apply' ? sha : tipOf(github, repository.defaultBranch);
    default:
      return event satisfies never;
  }
}

export interface ReadGuardrails {
  readonly guardrails: Guardrails;
  readonly reported: ReportedGuardrails;
}

/** A guardrail file that cannot be read stops everything: it may forbid what comes next. */
export async function guardrailsAt(run: Run, base: CommitFiles): Promise<ReadGuardrails> {
  const file = run.inputs.guardrails;
  const text = await base.find(file);
  const about = { file, commit: base.commit };
  return text === undefined
    ? { guardrails: noGuardrails, reported: { ...about, state: 'none' } }
    : { guardrails: readGuardrails(file, text), reported: { ...about, state: 'used' } };
}

export function baseFiles({ github }: Run, commit: string): CommitFiles {
  return filesOfCommit(github, commit);
}
