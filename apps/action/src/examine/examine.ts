import {
  type AccountPort,
  type DesiredResource,
  declaredSnapshot,
  type GuardrailRefusal,
  type Guardrails,
  judgeDeclared,
  judgePlanned,
  type Manifest,
  type PlannedManifest,
  type PullRequestReport,
  planManifest,
  planSnapshot,
  RolecallError,
  reviewPlan,
  reviewSnapshots,
  type Snapshot,
  sketchManifest,
} from '@rolecall/core';
import { openAccount } from '../account/open-account.ts';
import { ownManifest } from '../accounts/own-manifest.ts';
import { readSnapshotFile } from '../files/read-snapshot-file.ts';
import type { CommitFiles } from '../github/commit-files.ts';
import { failureOf } from '../run/failure.ts';
import type { Run } from '../run/run.ts';
import { changedFiles, controlPlaneChanges, guardrailsAlone } from './control-plane.ts';
import { destroyNotes } from './destroys.ts';
import { emptyReport } from './empty-report.ts';
import { examinePolicies } from './examine-policies.ts';
import { baseFiles, guardingCommit, guardrailsAt } from './guarding-commit.ts';

/** What a run found out, and what is needed to carry it out. */
export interface Examined {
  readonly report: PullRequestReport;
  readonly guardrails: Guardrails | undefined;
  readonly manifest: Manifest | undefined;
  readonly port: AccountPort | undefined;
}

/**
 * Reads guardrails and base, lints, plans where the account can be asked, and says what it all
 * newly grants. What is wrong with the inputs is in the report; only defects of ours are thrown.
 */
export async function examine(run: Run): Promise<Examined> {
  const empty = emptyReport(run);
  let examined: Examined = {
    report: empty,
    guardrails: undefined,
    manifest: undefined,
    port: undefined,
  };
  const add = (parts: Partial<PullRequestReport>) => {
    examined = { ...examined, report: { ...examined.report, ...parts } };
  };
  try {
    const base = baseFiles(run, await guardingCommit(run));
    add({ commits: { ...empty.commits, base: base.commit } });
    const { guardrails, reported } = await guardrailsAt(run, base);
    examined = { ...examined, guardrails };
    const changed = await changedFiles(run);
    add({ guardrails: reported, controlPlane: controlPlaneChanges(run, changed) });
    const manifest = await findManifest(run);
    if (manifest) add({ declared: { account: manifest.account, scope: manifest.scope } });
    examined = { ...examined, manifest };
    const found = await examinePolicies(run, base, manifest?.files ?? []);
    const { policies, lint, problems, files } = found;
    const together = guardrailsAlone(run, changed, files);
    add({ policies, lint, problems, refusals: together });
    if (manifest !== undefined) {
      const planned = await planOrCompare(run, { manifest, guardrails, base });
      examined = { ...examined, port: planned.port };
      const { refusals = [], ...report } = planned.report;
      add({ ...report, refusals: [...together, ...refusals] });
    }
    return examined;
  } catch (error) {
    add(failureOf(error));
    return examined;
  }
}

/** A repository may have policies only, and no manifest yet. */
async function findManifest(run: Run): Promise<Manifest | undefined> {
  const { workspace, inputs } = run;
  const isMissing = (await workspace.find(inputs.manifest)) === undefined;
  if (isMissing && inputs.policies.length > 0) return undefined;
  return ownManifest(run, workspace, inputs.manifest);
}

interface Subject {
  readonly manifest: Manifest;
  readonly guardrails: Guardrails;
  readonly base: CommitFiles;
}

interface PlannedReport {
  readonly port: AccountPort | undefined;
  readonly report: Partial<PullRequestReport>;
}

async function planOrCompare(run: Run, subject: Subject): Promise<PlannedReport> {
  const { manifest, guardrails } = subject;
  const about = { manifest, includeRetired: false, guardrails: guardrails.digest };
  if (run.inputs.snapshot !== undefined) {
    const snapshot = await readSnapshotFile(run.workspace, run.inputs.snapshot);
    const planned = planSnapshot({ ...about, snapshot });
    const offline = `Planned against the snapshot ${run.inputs.snapshot}; AWS was not asked.`;
    return { port: undefined, report: { ...reportPlanned(run, planned, guardrails), offline } };
  }
  const opened = await openAccount(run, manifest.account);
  if (opened.kind === 'offline') return compareDeclared(run, subject, opened.why);
  const planned = await planManifest({ ...about, port: opened.port });
  const account = accountOf(planned.snapshot);
  const report = { ...reportPlanned(run, planned, guardrails), account };
  return { port: opened.port, report };
}

function reportPlanned(
  run: Run,
  planned: PlannedManifest,
  guardrails: Guardrails,
): Partial<PullRequestReport> {
  const { plan } = planned;
  return {
    plan: { ...plan, notes: [...plan.notes, ...destroyNotes(plan, run.inputs)] },
    review: reviewPlan(planned),
    refusals: judgePlanned(planned, guardrails),
  };
}

function accountOf({ caller, parts }: Snapshot): PullRequestReport['account'] {
  const { accountAliases } = parts;
  const alias = accountAliases.status === 'known' ? accountAliases.value[0] : undefined;
  return { id: caller.account, alias, partition: caller.partition };
}

/** Without the account: what the declaration grants that the one of the base does not. */
async function compareDeclared(
  run: Run,
  { manifest, guardrails, base }: Subject,
  why: string,
): Promise<PlannedReport> {
  const desired = sketchManifest(manifest);
  const { account, partition } = manifest;
  const was = await declaredAtBase(run, base, manifest);
  const after = declaredSnapshot({ desired, account, partition });
  const before = declaredSnapshot({ desired: was, account, partition });
  return {
    port: undefined,
    report: {
      offline: why,
      review: reviewSnapshots({ before, after, plan: undefined, desired }),
      refusals: newRefusals({ guardrails, manifest }, was, desired),
    },
  };
}

/** What the guardrails refuse of the declaration that they would not have refused of the old one. */
function newRefusals(
  { guardrails, manifest }: Omit<Subject, 'base'>,
  was: readonly DesiredResource[],
  desired: readonly DesiredResource[],
): readonly GuardrailRefusal[] {
  const { account, partition, scope } = manifest;
  const judge = (declared: readonly DesiredResource[]) =>
    judgeDeclared({ guardrails, account, partition, scope, desired: declared });
  const keyOf = ({ rule, resource, message }: GuardrailRefusal) =>
    JSON.stringify([rule, resource, message]);
  const old = new Set(judge(was).map(keyOf));
  return judge(desired).filter((refusal) => !old.has(keyOf(refusal)));
}

/** A base that has no manifest, or none that is valid, declares nothing: then everything is new. */
async function declaredAtBase(run: Run, base: CommitFiles, manifest: Manifest) {
  const [file = ''] = manifest.files;
  try {
    if ((await base.find(file)) === undefined) return [];
    return sketchManifest(await ownManifest(run, base, file));
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    return [];
  }
}
