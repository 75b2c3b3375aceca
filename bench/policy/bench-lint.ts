import { lintPolicy } from '@rolecall/policy';
import { timeCfnLint } from './cfn-lint.ts';
import {
  distributionCells,
  distributionHead,
  distributionOf,
  formatMilliseconds,
  ratio,
  rows,
  target,
  timed,
} from './distribution.ts';
import type { ManagedPolicy } from './managed-policies.ts';
import { sample } from './sample.ts';

const besideCfnLint = 100;

/** Lints every policy once, from its text, and a sample of them beside cfn-lint. */
export function benchLint(policies: readonly ManagedPolicy[]): string {
  // The first call takes the action data apart; that is part of loading.
  const first = timed(() => lintTexts(policies.slice(0, 1)));
  const lints = lintTexts(policies);
  const all = distributionOf(lints.map(({ milliseconds }) => milliseconds));
  const findings = lints.reduce((sum, { result }) => sum + result.findings.length, 0);
  return [
    `Linting the ${policies.length.toLocaleString('en')} AWS-managed policies of moto, first call ${formatMilliseconds(first.milliseconds)}`,
    rows(
      ['policies', 'findings', ...distributionHead],
      [[String(all.count), String(findings), ...distributionCells(all)]],
    ),
    [target('p95', all.p95, 5), target('whole set', all.total, 5_000)].join('\n'),
    compareWithCfnLint(sample(policies, besideCfnLint)),
  ].join('\n\n');
}

function lintTexts(policies: readonly ManagedPolicy[]) {
  return policies.map(({ text }) =>
    timed(() => lintPolicy(text, { policyType: 'IDENTITY_POLICY' })),
  );
}

function compareWithCfnLint(policies: readonly ManagedPolicy[]): string {
  const theirs = timeCfnLint(policies);
  if (!theirs.ok) return `Beside cfn-lint: left out, ${theirs.reason}`;
  const { version, rulesOnly, wholeTemplate, findings } = theirs.value;
  const lints = lintTexts(policies);
  const ours = distributionOf(lints.map(({ milliseconds }) => milliseconds));
  const ourFindings = lints.reduce((sum, { result }) => sum + result.findings.length, 0);
  const row = (name: string, times: typeof ours, found: number) => [
    name,
    String(found),
    ...distributionCells(times),
    ratio(times.p50, ours.p50),
    ratio(times.total, ours.total),
  ];
  return [
    `Beside cfn-lint ${version}, ${policies.length} of them as AWS::IAM::ManagedPolicy, its modules loaded and warm`,
    rows(
      ['linter', 'findings', ...distributionHead, 'p50 to ours', 'total to ours'],
      [
        row('rolecall', ours, ourFindings),
        row('cfn-lint, time within its IAM rules', rulesOnly, findings),
        row('cfn-lint, the template', wholeTemplate, findings),
      ],
    ),
  ].join('\n\n');
}
