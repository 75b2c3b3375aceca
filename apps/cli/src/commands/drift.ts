import { randomUUID } from 'node:crypto';
import {
  applyManifest,
  driftOf,
  isSettledBeforehand,
  RolecallError,
  renderDrift,
} from '@rolecall/core';
import { Command } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { waitOption } from '../applying/apply-options.ts';
import { confirmPlan } from '../applying/confirm-plan.ts';
import { narrateApply } from '../applying/narrate-apply.ts';
import { presentApplied } from '../applying/present-applied.ts';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { loadManifest } from '../files/manifest-files.ts';
import { makePlan, type PlanningOptions } from '../planning/make-plan.ts';
import type { ApplyOptions } from './apply.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  guardrailsOption,
  includeRetiredOption,
  manifestOption,
} from './shared-options.ts';

type DriftOptions = Omit<PlanningOptions, 'asOf'> &
  Pick<ApplyOptions, 'guardrails' | 'yes' | 'skipPreflight' | 'lease' | 'wait'> & {
    readonly repair?: boolean;
  };

export function driftCommand(context: CommandContext): Command {
  const command = new Command('drift')
    .description('Show where the account is not as the manifest says.')
    .addOption(manifestOption)
    .addOption(accountOption)
    .option('--snapshot <file>', 'look at this snapshot, offline')
    .option('--repair', 'make what is enforced as declared again, and delete what has expired')
    .option('-y, --yes', 'do not ask before a repair')
    .option('--skip-preflight', 'do not ask IAM first whether you may do all of it')
    .addOption(waitOption)
    .option('--no-lease', 'do not keep other runs out while a repair writes')
    .addOption(guardrailsOption)
    .addOption(includeRetiredOption);
  return withExamples(runs<DriftOptions>(command, context, drift), [
    'rolecall drift',
    'rolecall drift --json | jq .drifted',
    'rolecall drift --repair --yes --guardrails guardrails.yaml',
  ]);
}

async function drift(invocation: Invocation<DriftOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  if (options.repair === true) return repair(invocation);
  const manifest = await loadManifest(environment.cwd, options.manifest);
  const { plan } = await makePlan(invocation, { manifest, judge: undefined });
  const found = driftOf(plan);
  presenter.value(found);
  presenter.say(renderDrift(found, plan, presenter.layout));
  if (found.drifted.some(({ kind }) => kind === 'changed')) {
    presenter.note('Who did it, CloudTrail tells for 90 days: aws cloudtrail lookup-events.');
  }
  return found.drifted.length + found.conflicts.length > 0 ? 2 : 0;
}

/** Does what was settled beforehand, then looks again: what is left is still drift. */
async function repair(invocation: Invocation<DriftOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd, signal, sleep, now } = environment;
  if (options.snapshot !== undefined) {
    throw new RolecallError('USAGE', 'A snapshot cannot be repaired.', {
      hint: 'Leave out --snapshot or --repair.',
    });
  }
  const manifest = await loadManifest(cwd, options.manifest);
  requireSameAccount(manifest, options.account);
  const guardrails = await loadGuardrails(cwd, options.guardrails);
  const confirm = confirmPlan(invocation, undefined);
  const narrator = narrateApply(presenter, signal);
  const { account } = options;
  const { port } = await openAccount({ environment, presenter, account, manifest });
  const includeRetired = options.includeRetired === true;
  const applied = await applyManifest({
    ...{ port, manifest, guardrails, includeRetired, sleep, signal },
    reviewed: undefined,
    only: isSettledBeforehand,
    allowReplace: false,
    skipPreflight: options.skipPreflight === true,
    confirm: (plan) => {
      narrator.begin(plan);
      return confirm(plan);
    },
    lease: options.lease
      ? { token: randomUUID(), door: 'command line', now, waitMs: options.wait ?? 0 }
      : undefined,
    onEvent: narrator.hear,
  });
  const exitCode = presentApplied(applied, presenter, 'There is nothing that may be repaired.');
  if (exitCode !== 0) return exitCode;
  const { changes, conflicts } = applied.whole;
  const left = changes.filter((change) => !isSettledBeforehand(change)).length + conflicts.length;
  if (left === 0) return 0;
  presenter.note(`${left} more ${left === 1 ? 'is' : 'are'} not as declared: see rolecall drift.`);
  return 2;
}
