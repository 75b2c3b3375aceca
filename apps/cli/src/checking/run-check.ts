import {
  type CheckReport,
  type CheckSettings,
  checkAccount,
  checksOf,
  compareRuns,
  defaultCheckSettings,
  exceptFindings,
  type Finding,
  type FixPort,
  type Manifest,
  type Profile,
  partsForExceptions,
  partsForFixes,
  type Refreshed,
  type ReportedFinding,
  RolecallError,
  type RunComparison,
  refreshFindings,
  runChecks,
  type Snapshot,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import type { CheckOptions } from '../commands/check.ts';
import type { Invocation } from '../commands/command-context.ts';
import { findManifest } from '../files/manifest-files.ts';
import { readSnapshot } from '../files/snapshot-file.ts';
import type { ChosenChecks } from './choose-checks.ts';
import { type FoundExceptions, findExceptions } from './find-exceptions.ts';
import { type PreviousRun, readPrevious, requireSameAccount } from './read-previous.ts';
import { ownSettings, withOptions } from './settings-for.ts';

export interface Checked {
  readonly snapshot: Snapshot;
  /** The moment to which ages are measured. */
  readonly checkedAt: Date;
  /** What the checks say. */
  readonly judged: readonly Finding[];
  /** The same with what is excepted marked, and what is wrong with the exceptions. */
  readonly findings: readonly ReportedFinding[];
  readonly profile: Profile | undefined;
  /** What the team sets itself: of the manifest and of the command line. */
  readonly explicit: Partial<CheckSettings>;
  readonly settings: CheckSettings;
  readonly refreshed: Refreshed | undefined;
  readonly comparison: RunComparison | undefined;
  /** What reads the states that fixes start from; not of a snapshot, nor where none are planned. */
  readonly fixPort?: FixPort | undefined;
}

/** One of several accounts of a manifest. */
export interface CheckTarget {
  readonly manifest: Manifest;
  /** The way to it; not of a snapshot. */
  readonly opened?: OpenedAccount;
}

/** What is read before the account: a fault in it should cost nobody a minute. */
interface Given {
  readonly target: CheckTarget | undefined;
  readonly manifest: Manifest | undefined;
  readonly exceptions: FoundExceptions | undefined;
  readonly previous: PreviousRun | undefined;
}

/** Checks the account, or the snapshot as of the moment it was taken. */
export async function runCheck(
  invocation: Invocation<CheckOptions>,
  chosen: ChosenChecks,
  target?: CheckTarget,
): Promise<Checked> {
  const { environment, options } = invocation;
  const given: Given = {
    target,
    manifest: target?.manifest ?? (await findManifest(environment.cwd, options.manifest)),
    exceptions: await findExceptions(environment, options),
    previous:
      options.compare === undefined
        ? undefined
        : await readPrevious(environment.cwd, options.compare),
  };
  return options.snapshot === undefined
    ? checkLive(invocation, chosen, given)
    : checkSnapshot(invocation, { chosen, given, file: options.snapshot });
}

async function checkSnapshot(
  invocation: Invocation<CheckOptions>,
  {
    chosen,
    given,
    file,
  }: { readonly chosen: ChosenChecks; readonly given: Given; readonly file: string },
): Promise<Checked> {
  const { environment, options } = invocation;
  const snapshot = await readSnapshot(environment.cwd, file);
  const { account } = snapshot.caller;
  requireChoice(options.account, account);
  const prepared = prepare(invocation, { chosen, given, account });
  const checkedAt = new Date(snapshot.takenAt);
  const { settings } = prepared;
  const findings = runChecks({ checks: chosen.checks, snapshot, settings, now: checkedAt });
  return conclude(prepared, { snapshot, findings, checkedAt, now: environment.now() });
}

async function checkLive(
  invocation: Invocation<CheckOptions>,
  chosen: ChosenChecks,
  given: Given,
): Promise<Checked> {
  const { environment, presenter, options } = invocation;
  const { manifest, previous } = given;
  const toOpen = { environment, presenter, account: options.account, manifest };
  const { port, clients } = given.target?.opened ?? (await openAccount(toOpen));
  const asks = manifest !== undefined || previous !== undefined;
  const account = asks ? (await port.identify()).account : undefined;
  const prepared = prepare(invocation, { chosen, given, account });
  const { settings, exceptions } = prepared;
  const now = environment.now();
  const input = { checks: chosen.checks, settings, now };
  const plansFixes = options.fixPlan !== undefined;
  const alsoRead = [...partsForExceptions(exceptions), ...(plansFixes ? partsForFixes : [])];
  const report = await checkAccount({ ...input, port, alsoRead });
  const { createCredentialsPort, createFixPort } = await import('@rolecall/aws');
  const fixPort = plansFixes ? createFixPort(clients) : undefined;
  if (options.fresh !== true) {
    return { ...conclude(prepared, { ...report, checkedAt: now, now }), fixPort };
  }
  const credentials = createCredentialsPort(clients, environment.signal);
  const refreshed = await refreshFindings({ ...input, ...report, port: credentials });
  return { ...conclude(prepared, { ...refreshed, checkedAt: now, now, refreshed }), fixPort };
}

type Prepared = Pick<Checked, 'profile' | 'explicit' | 'settings'> &
  Pick<Given, 'previous'> & { readonly exceptions: FoundExceptions['exceptions'] };

/** What the files that were given say about this account; unknown where nothing depends on it. */
function prepare(
  { presenter, options }: Invocation<CheckOptions>,
  {
    chosen: { profile },
    given: { manifest, exceptions, previous },
    account,
  }: {
    readonly chosen: ChosenChecks;
    readonly given: Given;
    readonly account: string | undefined;
  },
): Prepared {
  if (previous !== undefined && account !== undefined) requireSameAccount(previous, account);
  const isForeign = manifest !== undefined && manifest.account !== account;
  const own =
    manifest !== undefined && account !== undefined
      ? ownSettings(account, manifest, presenter)
      : {};
  const explicit = withOptions(own, options);
  const settings =
    profile === undefined
      ? { ...defaultCheckSettings, ...explicit }
      : checksOf(profile, explicit).settings;
  // What excuses somebody in one account excuses nobody in another.
  const holds = exceptions !== undefined && (exceptions.isNamed || !isForeign);
  return {
    profile,
    explicit,
    settings,
    previous,
    exceptions: holds ? exceptions.exceptions : [],
  };
}

interface Ended extends CheckReport {
  readonly checkedAt: Date;
  /** The day on which exceptions hold. */
  readonly now: Date;
  readonly refreshed?: Refreshed;
}

function conclude(
  { profile, explicit, settings, previous, exceptions }: Prepared,
  { snapshot, findings: judged, checkedAt, now, refreshed }: Ended,
): Checked {
  const { findings } = exceptFindings(judged, exceptions, { now, snapshot });
  const takenAt = new Date(snapshot.takenAt);
  return {
    snapshot,
    checkedAt,
    judged,
    findings,
    profile,
    explicit,
    settings,
    refreshed,
    comparison: previous && compareRuns(previous.run, { takenAt, findings }),
  };
}

/** A snapshot is of one account and no sandbox. */
function requireChoice(text: string | undefined, account: string): void {
  const choice = parseAccountChoice(text);
  if (choice.kind === 'any' || (choice.kind === 'account' && choice.id === account)) return;
  throw new RolecallError('ACCOUNT_MISMATCH', `The snapshot is of account ${account}.`, {
    hint: 'Leave --account out, or take another snapshot.',
  });
}
