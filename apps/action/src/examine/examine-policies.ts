import {
  compareRepository,
  type Diagnostic,
  lintRepositoryPolicies,
  type ReportedLint,
  type ReportedPolicy,
  type RepositoryFinding,
  readRepositoryPolicies,
} from '@rolecall/core';
import type { CommitFiles } from '../github/commit-files.ts';
import type { Run } from '../run/run.ts';

export interface ExaminedPolicies {
  readonly policies: readonly ReportedPolicy[];
  readonly lint: readonly ReportedLint[];
  readonly problems: readonly Diagnostic[];
  /** What was read: the manifest's files, and those of policies before and after the change. */
  readonly files: readonly string[];
}

/** Lints the policies in the manifest and in other files, and compares the latter with the base. */
export async function examinePolicies(
  run: Run,
  base: CommitFiles,
  manifestFiles: readonly string[],
): Promise<ExaminedPolicies> {
  const { workspace, inputs } = run;
  const names = inputs.policies.length === 0 ? [] : await workspace.list(inputs.policies);
  const was = inputs.policies.length === 0 ? [] : await base.list(inputs.policies);
  const head = await readAll(names, (file) => workspace.find(file));
  const declared = await readAll(manifestFiles, (file) => workspace.find(file));
  const before = await readAll(was, (file) => base.find(file));
  const read = [...head].map(([file, text]) => readRepositoryPolicies(file, text));
  const inManifest = [...declared].map(([file, text]) => readRepositoryPolicies(file, text));
  const all = [...inManifest, ...read].flatMap(({ policies }) => policies);
  return {
    policies: compareRepository(before, head).map((each) => ({ ...each, arn: each.address })),
    lint: lintRepositoryPolicies(all).map(reportFinding),
    problems: read.flatMap(({ faults }) => faults),
    files: [...manifestFiles, ...names, ...was],
  };
}

async function readAll(
  files: readonly string[],
  find: (file: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    files.map(async (file): Promise<readonly (readonly [string, string])[]> => {
      const text = await find(file);
      return text === undefined ? [] : [[file, text]];
    }),
  );
  return new Map(texts.flat());
}

function reportFinding(finding: RepositoryFinding): ReportedLint {
  const { findingType, issueCode, findingDetails, learnMoreLink, position } = finding;
  return {
    level: levels[findingType],
    code: issueCode,
    message: findingDetails,
    position,
    learnMore: learnMoreLink,
  };
}

const levels: Readonly<Record<RepositoryFinding['findingType'], ReportedLint['level']>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'note',
};
