import type { PolicyDocument } from '@rolecall/policy';
import { type Attempt, runPython } from './run-python.ts';

export interface ManagedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
  /** As IAM and people write it: indented. */
  readonly text: string;
}

const printPolicies = [
  'import sys',
  'from moto.iam.aws_managed_policies import aws_managed_policies_data as data',
  'sys.stdout.write(data)',
].join('\n');

/** Every AWS-managed policy that the installed moto ships, by name. */
export function loadManagedPolicies(): Attempt<readonly ManagedPolicy[]> {
  const printed = runPython(['-c', printPolicies]);
  if (!printed.ok) return printed;
  const byName: Readonly<Record<string, { readonly Document: PolicyDocument }>> = JSON.parse(
    printed.value,
  );
  const policies = Object.entries(byName).map(([name, { Document: document }]) => ({
    name,
    document,
    text: JSON.stringify(document, null, 2),
  }));
  return { ok: true, value: policies.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
