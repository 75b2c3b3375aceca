import {
  defaultCheckSettings,
  type Guide,
  type GuideReportInput,
  guideAccount,
  guideSnapshot,
  type Manifest,
  RolecallError,
  type Snapshot,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { settingsFor } from '../checking/settings-for.ts';
import type { Invocation } from '../commands/command-context.ts';
import type { GuideOptions } from '../commands/guide.ts';
import { explainFirstStep } from './explain-first-step.ts';
import type { GuideTarget } from './guide-target.ts';
import { planEntries } from './plan-entries.ts';
import { readSetOptions } from './read-set-options.ts';
import { requireSteps } from './require-steps.ts';

export interface WalkedOver {
  readonly target: GuideTarget;
  /** In the place of the account. */
  readonly snapshot: Snapshot | undefined;
}

/** Walks a guide over the account or the snapshot, and plans what it finds missing. */
export async function runGuide(
  guide: Guide,
  invocation: Invocation<GuideOptions>,
  { target, snapshot }: WalkedOver,
): Promise<GuideReportInput> {
  const { environment, presenter, options } = invocation;
  requireSteps(guide, options.step);
  const { manifest } = target;
  const walking = walkingWith(guide, invocation, manifest);
  const planning = { scope: manifest?.scope ?? options.scope };
  if (snapshot !== undefined) {
    const { account } = snapshot.caller;
    requireChoice(target.account, account);
    const { walk } = guideSnapshot({ ...walking(account, new Date(snapshot.takenAt)), snapshot });
    return { walk, ...(await planEntries(walk, { ...planning, from: snapshot })) };
  }
  const { port } = await target.open();
  const caller = await port.identify();
  if (caller.arn.endsWith(':root')) explainFirstStep(guide, caller, presenter);
  const { walk } = await guideAccount({ ...walking(caller.account, environment.now()), port });
  return { walk, ...(await planEntries(walk, { ...planning, from: port })) };
}

function walkingWith(
  guide: Guide,
  { presenter, options }: Invocation<GuideOptions>,
  manifest: Manifest | undefined,
) {
  const { step: wanted = [], includeRetired = false } = options;
  const values = readSetOptions(guide, options.set);
  return (account: string, now: Date) => ({
    guide,
    values,
    wanted,
    includeRetired,
    now,
    declared: manifest?.account === account ? manifest.blueprints : [],
    settings: manifest ? settingsFor(account, manifest, presenter) : defaultCheckSettings,
  });
}

/** A snapshot is of one account and no sandbox. */
function requireChoice(text: string | undefined, account: string): void {
  const choice = parseAccountChoice(text);
  if (choice.kind === 'any' || (choice.kind === 'account' && choice.id === account)) return;
  throw new RolecallError('ACCOUNT_MISMATCH', `The snapshot is of account ${account}.`, {
    hint: 'Leave --account out, or take another snapshot.',
  });
}
