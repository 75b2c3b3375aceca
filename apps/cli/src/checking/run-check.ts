import {
  type Check,
  checkAccount,
  defaultCheckSettings,
  type Finding,
  RolecallError,
  runChecks,
  type Snapshot,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { openAccount } from '../account/open-account.ts';
import type { CheckOptions } from '../commands/check.ts';
import type { Invocation } from '../commands/command-context.ts';
import { findManifest } from '../files/manifest-files.ts';
import { readSnapshot } from '../files/snapshot-file.ts';
import { settingsFor, withEmergency } from './settings-for.ts';

export interface Checked {
  readonly snapshot: Snapshot;
  /** The moment to which ages are measured. */
  readonly checkedAt: Date;
  readonly findings: readonly Finding[];
}

/** Checks the account, or the snapshot as of the moment it was taken. */
export async function runCheck(
  { environment, presenter, options }: Invocation<CheckOptions>,
  checks: readonly Check[],
): Promise<Checked> {
  const manifest = await findManifest(environment.cwd, options.manifest);
  if (options.snapshot !== undefined) {
    const snapshot = await readSnapshot(environment.cwd, options.snapshot);
    const { account } = snapshot.caller;
    requireChoice(options.account, account);
    const settings = withEmergency(
      manifest ? settingsFor(account, manifest, presenter) : defaultCheckSettings,
      options.emergency,
    );
    const checkedAt = new Date(snapshot.takenAt);
    const findings = runChecks({ checks, snapshot, settings, now: checkedAt });
    return { snapshot, checkedAt, findings };
  }
  const { port } = await openAccount({
    environment,
    presenter,
    account: options.account,
    manifest,
  });
  const settings = withEmergency(
    manifest
      ? settingsFor((await port.identify()).account, manifest, presenter)
      : defaultCheckSettings,
    options.emergency,
  );
  const now = environment.now();
  return { checkedAt: now, ...(await checkAccount({ port, checks, settings, now })) };
}

/** A snapshot is of one account and no sandbox. */
function requireChoice(text: string | undefined, account: string): void {
  const choice = parseAccountChoice(text);
  if (choice.kind === 'any' || (choice.kind === 'account' && choice.id === account)) return;
  throw new RolecallError('ACCOUNT_MISMATCH', `The snapshot is of account ${account}.`, {
    hint: 'Leave --account out, or take another snapshot.',
  });
}
