import {
  areaScores,
  checkAccount,
  checkGroups,
  complianceJson,
  countedFindings,
  countStandings,
  type Exception,
  exceptFindings,
  exceptionScope,
  findingsReport,
  isOpen,
  partsForExceptions,
  partsForFixes,
  planAccountFixes,
  type Refreshed,
  type ReportedFinding,
  refreshFindings,
  reportCompliance,
  severities,
  totalScore,
} from '@rolecall/core';
import type { AccountRecord, CheckRunRecord } from '../../model/records.ts';
import { version } from '../../version.ts';
import type { ServiceDeps } from '../service-deps.ts';
import { chooseChecks } from './choose-checks.ts';
import { readStoredExceptions } from './given-exceptions.ts';
import type { RunReport } from './run-report.ts';

/** What a run that went through says. */
export interface CheckedRun extends Pick<CheckRunRecord, 'counts' | 'openBySeverity' | 'score'> {
  readonly findings: readonly ReportedFinding[];
  readonly report: RunReport;
}

/** Reads the account as a run asks for it, checks it, and changes nothing there. */
export async function checkForRun(
  deps: Pick<ServiceDeps, 'store' | 'accounts' | 'now'>,
  { id, request }: CheckRunRecord,
  { account, signal }: { readonly account: AccountRecord; readonly signal: AbortSignal },
): Promise<CheckedRun> {
  const now = deps.now();
  const { profile, checks, settings, explicit } = chooseChecks(request);
  const exceptions = await exceptionsFor(deps.store, { account, request, now });
  const opening = { reference: `check-runs/${id}`, signal };
  const { port, credentials, fixes } = await deps.accounts.openForChecks(account, opening);
  const alsoRead = [...partsForExceptions(exceptions), ...(request.fixes ? partsForFixes : [])];
  const read = await checkAccount({ port, checks, settings, now, alsoRead });
  const refreshed = request.fresh
    ? await refreshFindings({ ...read, port: credentials, checks, settings, now })
    : undefined;
  const { snapshot, findings: judged } = refreshed ?? read;
  const { findings } = exceptFindings(judged, exceptions, { now, snapshot });
  const fixPlan = request.fixes
    ? await planAccountFixes({
        port: fixes,
        findings: countedFindings(findings),
        choice: { checks: request.checks ?? undefined },
        snapshot,
        settings,
      })
    : null;
  const about = { snapshot, findings, groups: checkGroups, checkedAt: now, version };
  const { credentialReportGeneratedAt = null, ...reported } = findingsReport(about);
  const open = findings.filter(isOpen);
  return {
    findings,
    counts: countStandings(findings),
    openBySeverity: Object.fromEntries(
      severities.map((each) => [each, open.filter(({ severity }) => severity === each).length]),
    ),
    score: totalScore(areaScores(reported)).score ?? null,
    report: {
      version,
      caller: snapshot.caller,
      takenAt: snapshot.takenAt,
      checkedAt: now.toISOString(),
      credentialReportGeneratedAt,
      compliance:
        profile === undefined
          ? null
          : complianceJson(reportCompliance({ profile, findings, explicit, now })),
      fixPlan,
      fresh: refreshed === undefined ? null : shownRefreshed(refreshed),
    },
  };
}

/** Those of the account, and those of the run that are not there already. */
async function exceptionsFor(
  store: Pick<ServiceDeps['store'], 'accountExceptions'>,
  {
    account,
    request,
    now,
  }: Pick<CheckRunRecord, 'request'> & { readonly account: AccountRecord; readonly now: Date },
): Promise<readonly Exception[]> {
  const kept = await store.accountExceptions.get(account.id);
  const ofAccount = readStoredExceptions(kept?.exceptions ?? [], now);
  const scopes = new Set(ofAccount.map(exceptionScope));
  const ofRun = readStoredExceptions(request.exceptions, now);
  return [...ofAccount, ...ofRun.filter((one) => !scopes.has(exceptionScope(one)))];
}

function shownRefreshed({ users, root, changed, confirmed, notes }: Refreshed): object {
  const both = changed.map(({ before = null, after = null }) => ({ before, after }));
  return { users, root, changed: both, confirmed, notes };
}
