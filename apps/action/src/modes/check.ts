import {
  checkAccount,
  checks,
  defaultCheckSettings,
  type Finding,
  isAtLeast,
  type Manifest,
  type PullRequestReport,
  readManifest,
  runChecks,
  type Severity,
  severities,
} from '@rolecall/core';
import { openAccount } from '../account/open-account.ts';
import { emptyReport } from '../examine/empty-report.ts';
import { readSnapshotFile } from '../files/read-snapshot-file.ts';
import { failureOf } from '../run/failure.ts';
import type { Run } from '../run/run.ts';

/** Checks how the account is set up; fails for what failed, or could not be read, and is grave. */
export async function check(run: Run): Promise<PullRequestReport> {
  const report = emptyReport(run);
  try {
    const { findings, account, offline } = await findingsOf(run);
    const shown = findings
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'warn' || outcome === 'unknown')
      .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
    return {
      ...report,
      account,
      offline,
      checks: shown,
      failure: failureIn(findings, run.inputs.failOn ?? 'high'),
    };
  } catch (error) {
    return { ...report, ...failureOf(error) };
  }
}

function failureIn(
  findings: readonly Finding[],
  failOn: Severity | 'never',
): PullRequestReport['failure'] {
  if (failOn === 'never') return undefined;
  const grave = findings.filter(
    ({ severity, outcome }) =>
      isAtLeast(severity, failOn) && (outcome === 'fail' || outcome === 'unknown'),
  );
  if (grave.length === 0) return undefined;
  const count = grave.length === 1 ? 'One finding is' : `${grave.length} findings are`;
  return { reason: 'findings', message: `${count} ${failOn} or worse.` };
}

async function findingsOf(run: Run): Promise<{
  readonly findings: readonly Finding[];
  readonly account: PullRequestReport['account'];
  readonly offline: string | undefined;
}> {
  const { workspace, inputs, now } = run;
  const hasManifest = (await workspace.find(inputs.manifest)) !== undefined;
  const manifest = hasManifest ? await readManifest(workspace, inputs.manifest) : undefined;
  if (inputs.snapshot !== undefined) {
    const snapshot = await readSnapshotFile(workspace, inputs.snapshot);
    const settings = settingsFor(snapshot.caller.account, manifest);
    const moment = new Date(snapshot.takenAt);
    return {
      findings: runChecks({ checks, snapshot, settings, now: moment }),
      account: undefined,
      offline: `Checked against the snapshot ${inputs.snapshot}; AWS was not asked.`,
    };
  }
  const opened = await openAccount(run, undefined);
  if (opened.kind === 'offline') {
    return { findings: [], account: undefined, offline: `${opened.why} Nothing was checked.` };
  }
  const { account, partition } = await opened.port.identify();
  const settings = settingsFor(account, manifest);
  const usual = checks.filter(({ optIn }) => optIn !== true);
  const { findings, snapshot } = await checkAccount({
    port: opened.port,
    checks: usual,
    settings,
    now: now(),
  });
  const { accountAliases } = snapshot.parts;
  const alias = accountAliases.status === 'known' ? accountAliases.value[0] : undefined;
  return { findings, account: { id: account, alias, partition }, offline: undefined };
}

/** What excuses somebody in one account excuses nobody in another. */
function settingsFor(account: string, manifest: Manifest | undefined) {
  return manifest?.account === account ? manifest.checks : defaultCheckSettings;
}
