import { fileURLToPath } from 'node:url';
import { type Distribution, distributionOf } from './distribution.ts';
import type { ManagedPolicy } from './managed-policies.ts';
import { type Attempt, runPython } from './run-python.ts';

export interface CfnLintTimes {
  readonly version: string;
  readonly rulesOnly: Distribution;
  readonly wholeTemplate: Distribution;
  readonly findings: number;
}

interface Printed {
  readonly version: string;
  /** Seconds. */
  readonly times: readonly { readonly rules: number; readonly template: number }[];
  readonly findings: number;
}

/** Lints each policy in a CloudFormation template of its own, all in one process of Python. */
export function timeCfnLint(policies: readonly ManagedPolicy[]): Attempt<CfnLintTimes> {
  const script = fileURLToPath(new URL('cfn_lint_times.py', import.meta.url));
  const documents = policies.map(({ document }) => document);
  const run = runPython([script], JSON.stringify(documents));
  if (!run.ok) return run;
  const { version, times, findings }: Printed = JSON.parse(run.value);
  const rulesOnly = distributionOf(times.map(({ rules }) => rules * 1_000));
  const wholeTemplate = distributionOf(times.map(({ template }) => template * 1_000));
  return { ok: true, value: { version, rulesOnly, wholeTemplate, findings } };
}
