import { staleLifecycle } from '@rolecall/core';
import { Command } from 'commander';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { loadManifests } from '../files/manifest-files.ts';
import { requireWritable } from '../files/write-text.ts';
import { keepPlan } from '../planning/keep-plan.ts';
import { makePlan, type PlanningOptions } from '../planning/make-plan.ts';
import { presentPlan } from '../planning/present-plan.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  asOfOption,
  atOnceOption,
  externalIdOption,
  guardrailsOption,
  includeRetiredOption,
  manifestOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

export interface PlanOptions extends PlanningOptions, SeveralOptions {
  readonly guardrails?: string;
  readonly out?: string;
}

export function planCommand(context: CommandContext): Command {
  const command = new Command('plan')
    .description('Show what would change so that the account is as the manifest says.')
    .addOption(manifestOption)
    .addOption(accountOption)
    .addOption(accountsOption)
    .addOption(atOnceOption)
    .addOption(externalIdOption)
    .option('--snapshot <file>', 'plan against this snapshot, offline')
    .addOption(asOfOption)
    .option('--out <file>', 'keep the plan, to be reviewed and applied as it is')
    .addOption(guardrailsOption)
    .addOption(includeRetiredOption);
  return withExamples(runs<PlanOptions>(command, context, plan), [
    'rolecall plan',
    'rolecall plan --account sandbox:neglected',
    'rolecall plan --out plan.json && rolecall apply plan.json',
    'rolecall plan --json | jq .planId',
    'rolecall plan --as-of 2027-01-01T00:00:00Z',
    'rolecall plan --accounts prod,tag:live --out plans.json',
  ]);
}

async function plan(invocation: Invocation<PlanOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  if (options.out !== undefined) await requireWritable(cwd, options.out);
  const guardrails = await loadGuardrails(cwd, options.guardrails);
  const manifests = await loadManifests(cwd, options.manifest);
  if (manifests.kind === 'several') {
    const { planAccounts } = await import('../accounts/plan-accounts.ts');
    return planAccounts(invocation, { manifests, guardrails });
  }
  refuseSeveral(options);
  const { manifest } = manifests;
  const planned = await makePlan(invocation, { manifest, judge: guardrails });
  const exitCode = presentPlan(planned, { presenter, guardrails });
  const stale = staleLifecycle(environment.now());
  if (stale !== undefined) presenter.note(stale);
  if (options.out !== undefined) {
    await keepPlan(planned.plan, { environment, presenter, file: options.out });
  }
  return exitCode;
}
