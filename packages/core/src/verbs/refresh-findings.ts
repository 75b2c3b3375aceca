import type { Check } from '../checks/check.ts';
import { runChecks } from '../checks/run-checks.ts';
import type { Finding } from '../model/finding.ts';
import { known } from '../model/part.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { CredentialReport, PartName, Snapshot } from '../model/snapshot.ts';
import type { CheckReport } from './check-account.ts';
import { correctCredentialRow, correctRootRow } from './correct-credential-row.ts';
import type { CredentialsPort } from './credentials-port.ts';
import { type FreshReads, readFresh } from './read-fresh.ts';

export interface RefreshFindingsInput extends CheckReport {
  readonly port: CredentialsPort;
  /** Those that ran. */
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
  readonly now: Date;
}

/** A finding before and after; missing where nothing was, or is, said. */
export interface FreshChange {
  readonly before: Finding | undefined;
  readonly after: Finding | undefined;
}

export interface Refreshed extends CheckReport {
  /** Names of the users that were read once more. */
  readonly users: readonly string[];
  readonly root: boolean;
  readonly changed: readonly FreshChange[];
  /** Ids of the failures that are so live. */
  readonly confirmed: readonly string[];
  /** What could not be read live and stays as the report says, as sentences. */
  readonly notes: readonly string[];
}

/**
 * Checks once more, live, what failed by the credential report, which may be four hours old: of the
 * users concerned, and no others, the credentials are read one by one, the report is corrected and
 * the checks that rest on it run again. A finding that is live has `readLiveAt` in its evidence.
 */
export async function refreshFindings(input: RefreshFindingsInput): Promise<Refreshed> {
  const { port, checks, snapshot, findings, settings, now } = input;
  const { credentialReport } = snapshot.parts;
  const nothing = { snapshot, findings, users: [], root: false, changed: [], confirmed: [] };
  if (credentialReport.status === 'unknown')
    return {
      ...nothing,
      notes: [`There is no credential report: ${credentialReport.reason.message}`],
    };
  const resting = checks.filter((check) => reads(check, 'credentialReport'));
  const ids = new Set(resting.map(({ id }) => id));
  const failed = findings.filter(({ check, outcome }) => outcome === 'fail' && ids.has(check));
  const rootChecks = new Set(resting.filter(judgesRoot).map(({ id }) => id));
  const fresh = await readFresh(port, {
    report: credentialReport.value,
    failed,
    ofRoot: failed.some(({ check, subject }) => rootChecks.has(check) && isRoot(subject)),
  });
  if (fresh.users.size === 0 && fresh.root === undefined) return { ...nothing, notes: [] };
  const corrected = correctSnapshot(snapshot, credentialReport.value, fresh);
  const again = runChecks({ checks: resting, snapshot: corrected, settings, now });
  const compared = compareFindings(
    findings.filter(({ check }) => ids.has(check)),
    again,
  );
  const marked = Map.groupBy(
    again.map((finding) => markLive(finding, { fresh, compared, now })),
    ({ check }) => check,
  );
  const before = Map.groupBy(findings, ({ check }) => check);
  const settled = checks.flatMap(({ id }) => marked.get(id) ?? before.get(id) ?? []);
  const byId = new Map(settled.map((finding) => [finding.id, finding]));
  const same = failed.filter(({ id }) => !compared.has(id));
  return {
    snapshot: corrected,
    findings: settled,
    users: [...fresh.users.values()].map(({ row }) => row.user),
    root: fresh.root !== undefined,
    changed: [...compared].map(([id, change]) => ({ before: change.before, after: byId.get(id) })),
    confirmed: same.filter(({ subject }) => isRead(subject, fresh)).map(({ id }) => id),
    notes: [...fresh.notes, ...notesOnRoot(same, { fresh, resting })],
  };
}

function reads({ needs, uses = [] }: Check, part: PartName): boolean {
  return needs.includes(part) || uses.includes(part);
}

/** Of checks about the account, those that look at root's row; others look at all the rows. */
function judgesRoot(check: Check): boolean {
  return check.needs.includes('credentialReport') || reads(check, 'accountSummary');
}

function isRoot(subject: string): boolean {
  return /:iam::\d{12}:root$/.test(subject);
}

function correctSnapshot(
  snapshot: Snapshot,
  report: CredentialReport,
  fresh: FreshReads,
): Snapshot {
  const { parts } = snapshot;
  const gone = new Set(
    [...fresh.users].filter(([, { live }]) => live === undefined).map(([arn]) => arn),
  );
  const rows = report.rows.flatMap((row) => {
    if (row.isRoot)
      return [fresh.root?.status === 'known' ? correctRootRow(row, fresh.root.value) : row];
    const read = fresh.users.get(row.arn);
    if (read === undefined) return [row];
    return read.live === undefined ? [] : [correctCredentialRow(row, read.live)];
  });
  return {
    ...snapshot,
    parts: {
      ...parts,
      credentialReport: known({ ...report, rows }),
      ...(fresh.root?.status === 'known' && { accountSummary: fresh.root }),
      ...(parts.users.status === 'known' && {
        users: known(parts.users.value.filter(({ arn }) => !gone.has(arn))),
      }),
    },
  };
}

/** What reads otherwise now, by id. */
function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
): ReadonlyMap<string, FreshChange> {
  const was = new Map(before.map((finding) => [finding.id, finding]));
  const is = new Map(after.map((finding) => [finding.id, finding]));
  const changes = [...new Set([...was.keys(), ...is.keys()])].map((id) => {
    const change: FreshChange = { before: was.get(id), after: is.get(id) };
    return [id, change] as const;
  });
  return new Map(changes.filter(([, change]) => said(change.before) !== said(change.after)));
}

function said(finding: Finding | undefined): string {
  return finding === undefined
    ? ''
    : [finding.outcome, finding.severity, finding.message].join('\n');
}

interface Marking {
  readonly fresh: FreshReads;
  readonly compared: ReadonlyMap<string, FreshChange>;
  readonly now: Date;
}

/** Only what was read whole is live; of root that is what has changed. */
function markLive(finding: Finding, { fresh, compared, now }: Marking): Finding {
  const read = fresh.users.get(finding.subject);
  if (read === undefined && !compared.has(finding.id)) return finding;
  const { reportGeneratedAt, ...evidence } = finding.evidence;
  const missing = read?.missing ?? [];
  return {
    ...finding,
    evidence: {
      ...evidence,
      ...(missing.length > 0 && reportGeneratedAt !== undefined && { reportGeneratedAt }),
      readLiveAt: now.toISOString(),
      ...(missing.length > 0 && { notReadLive: [...missing] }),
    },
  };
}

function isRead(subject: string, fresh: FreshReads): boolean {
  return fresh.users.get(subject)?.missing.length === 0;
}

/** What GetAccountSummary does not tell: when root was last used. */
function notesOnRoot(
  same: readonly Finding[],
  { fresh, resting }: { readonly fresh: FreshReads; readonly resting: readonly Check[] },
): readonly string[] {
  if (fresh.root?.status !== 'known') return [];
  const reportOnly = resting.filter(
    (check) => judgesRoot(check) && !reads(check, 'accountSummary'),
  );
  return same
    .filter(({ subject, check }) => isRoot(subject) && reportOnly.some(({ id }) => id === check))
    .map(
      ({ check }) => `${check}: what it rests on cannot be read live; it is as the report says.`,
    );
}
