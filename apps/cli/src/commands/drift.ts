import { randomUUID } from 'node:crypto';
import {
  applyManifest,
  isSettledBeforehand,
  type Manifest,
  type ManifestSet,
  RolecallError,
} from '@rolecall/core';
import { Command } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { waitOption } from '../applying/apply-options.ts';
import { confirmPlan } from '../applying/confirm-plan.ts';
import { narrateApply } from '../applying/narrate-apply.ts';
import { presentApplied } from '../applying/present-applied.ts';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { loadManifests } from '../files/manifest-files.ts';
import { makePlan, type PlanningOptions } from '../planning/make-plan.ts';
import { presentDrift } from '../planning/present-drift.ts';
import type { ApplyOptions } from './apply.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  atOnceOption,
  externalIdOption,
  guardrailsOption,
  includeRetiredOption,
  manifestOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

type DriftOptions = Omit<PlanningOptions, 'asOf'> &
  SeveralOptions &
  Pick<ApplyOptions, 'all' | 'guardrails' | 'yes' | 'skipPreflight' | 'lease' | 'wait'> & {
    readonly repair?: boolean;
  };

export function driftCommand(context: CommandContext): Command {
  const command = new Command('drift')
    .description('Show where the account is not as the manifest says.')
    .addOption(manifestOption)
    .addOption(accountOption)
    .addOption(accountsOption)
    .option('--all', 'with --repair: all accounts of a manifest for several')
    .addOption(atOnceOption)
    .addOption(externalIdOption)
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
    'rolecall drift --accounts tag:live',
  ]);
}

async function drift(invocation: Invocation<DriftOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  if (options.repair === true && options.snapshot !== undefined) {
    throw new RolecallError('USAGE', 'A snapshot cannot be repaired.', {
      hint: 'Leave out --snapshot or --repair.',
    });
  }
  const manifests = await loadManifests(environment.cwd, options.manifest);
  if (manifests.kind === 'several') return driftOfSeveral(invocation, manifests);
  refuseSeveral(options);
  const { manifest } = manifests;
  if (options.repair === true) return repair(invocation, manifest);
  const { plan } = await makePlan(invocation, { manifest, judge: undefined });
  return presentDrift(plan, presenter);
}

async function driftOfSeveral(
  invocation: Invocation<DriftOptions>,
  set: ManifestSet,
): Promise<number> {
  const { environment, options } = invocation;
  if (options.repair !== true) {
    const { driftAccounts } = await import('../accounts/drift-accounts.ts');
    return driftAccounts(invocation, set);
  }
  const guardrails = await loadGuardrails(environment.cwd, options.guardrails);
  const { repairAccounts } = await import('../accounts/repair-accounts.ts');
  const unwritten = { ...invocation, options: { ...options, journal: false } };
  return repairAccounts(unwritten, { set, guardrails });
}

/** Does what was settled beforehand, then looks again: what is left is still drift. */
async function repair(invocation: Invocation<DriftOptions>, manifest: Manifest): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd, signal, sleep, now } = environment;
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
  }).finally(narrator.end);
  const exitCode = presentApplied(applied, presenter, 'There is nothing that may be repaired.');
  if (exitCode !== 0) return exitCode;
  const { changes, conflicts } = applied.whole;
  const left = changes.filter((change) => !isSettledBeforehand(change)).length + conflicts.length;
  if (left === 0) return 0;
  presenter.note(`${left} more ${left === 1 ? 'is' : 'are'} not as declared: see rolecall drift.`);
  return 2;
}
