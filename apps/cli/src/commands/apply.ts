import { applyManifest, isFixPlan, planRollback, readReviewedPlan } from '@rolecall/core';
import { Command } from 'commander';
import { parseAccountChoice } from '../account/account-choice.ts';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import {
  concurrencyOption,
  deadlineOption,
  operationDeadlineOption,
  waitOption,
  withDeadline,
} from '../applying/apply-options.ts';
import { confirmPlan } from '../applying/confirm-plan.ts';
import { narrateApply } from '../applying/narrate-apply.ts';
import { presentApplied } from '../applying/present-applied.ts';
import { runChoices } from '../applying/run-choices.ts';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { loadManifests } from '../files/manifest-files.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { applyFixPlan } from '../fixing/apply-fix-plan.ts';
import { readPlanFile, rollbackOf } from '../planning/read-plan-file.ts';
import type { SecretsOptions } from '../secrets/open-world.ts';
import { secretsDirOption, secretsFormatOption } from '../secrets/secrets-options.ts';
import { withSecrets } from '../secrets/with-secrets.ts';
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

export interface ApplyOptions extends SecretsOptions, SeveralOptions {
  readonly all?: boolean;
  readonly manifest?: string;
  readonly account?: string;
  readonly guardrails?: string;
  readonly report?: string;
  readonly yes?: boolean;
  readonly allowReplace?: boolean;
  readonly skipPreflight?: boolean;
  readonly includeRetired?: boolean;
  readonly concurrency?: number;
  readonly deadline?: number;
  readonly operationDeadline?: number;
  readonly lease: boolean;
  readonly wait?: number;
  /** A file, or false for none. */
  readonly journal?: string | boolean;
}

export function applyCommand(context: CommandContext): Command {
  const command = new Command('apply')
    .description('Make the account as the manifest says, after asking.')
    .argument(
      '[plan]',
      'a plan kept with `plan --out`: nothing else is done, and nobody is asked; or fixes kept with `check --fix-plan`',
    )
    .addOption(manifestOption)
    .addOption(accountOption)
    .addOption(accountsOption)
    .option('--all', 'all accounts of a manifest for several')
    .addOption(atOnceOption)
    .addOption(externalIdOption)
    .option('-y, --yes', 'do not ask')
    .option('--report <file>', 'keep what was done, for `rolecall rollback`')
    .option('--allow-replace', 'allow resources to be deleted and made again')
    .option('--skip-preflight', 'do not ask IAM first whether you may do all of it')
    .addOption(concurrencyOption)
    .addOption(deadlineOption)
    .addOption(operationDeadlineOption)
    .addOption(waitOption)
    .option('--no-lease', 'do not keep other runs out while this one writes')
    .option('--journal <file>', 'where this run is written down (default: in the state folder)')
    .option('--no-journal', 'write nothing down')
    .addOption(guardrailsOption)
    .addOption(includeRetiredOption)
    .addOption(secretsDirOption)
    .addOption(secretsFormatOption);
  return withExamples(runs<ApplyOptions>(command, context, apply), [
    'rolecall apply',
    'rolecall apply plan.json',
    'rolecall apply fixes.json',
    'rolecall apply --accounts tag:test',
    'rolecall apply --account sandbox:neglected --yes',
  ]);
}

async function apply(invocation: Invocation<ApplyOptions>): Promise<number> {
  const { environment, presenter, options, args } = invocation;
  const { cwd, sleep } = environment;
  const signal = withDeadline(environment.signal, options.deadline);
  const [planFile] = args;
  const kept = planFile === undefined ? undefined : await readPlanFile(cwd, planFile);
  if (planFile !== undefined && isFixPlan(kept)) {
    return applyFixPlan(invocation, { value: kept, file: planFile });
  }
  const manifests = await loadManifests(cwd, options.manifest);
  const guardrails = await loadGuardrails(cwd, options.guardrails);
  if (manifests.kind === 'several') {
    const { applyAccounts } = await import('../accounts/apply-accounts.ts');
    const file = planFile === undefined ? undefined : { value: kept, file: planFile };
    const bounded = { ...invocation, environment: { ...environment, signal } };
    return applyAccounts(bounded, { manifests, guardrails, kept: file });
  }
  refuseSeveral(options);
  const { manifest } = manifests;
  requireSameAccount(manifest, options.account);
  const reviewed = planFile === undefined ? undefined : readReviewedPlan(kept, planFile);
  const back = planFile === undefined ? undefined : rollbackOf(kept, planFile);
  if (options.report !== undefined) await requireWritable(cwd, options.report);
  const confirm = confirmPlan(invocation, reviewed);
  const narrator = narrateApply(presenter, signal);
  const opened = await openAccount({
    environment: { ...environment, signal },
    presenter,
    account: options.account,
    manifest,
  });
  const port = await withSecrets(invocation, { ...opened, manifest });
  const applied = await applyManifest({
    port,
    manifest,
    ...(back && {
      plan: (judge) => planRollback({ port, manifest, applied: back, guardrails: judge }),
    }),
    reviewed,
    guardrails,
    confirm: (plan) => {
      narrator.begin(plan);
      return confirm(plan);
    },
    sleep,
    signal,
    includeRetired: options.includeRetired === true,
    allowReplace: options.allowReplace === true,
    skipPreflight: options.skipPreflight === true,
    ...runChoices(invocation, { manifest, journal: options.journal }),
    onEvent: narrator.hear,
  }).finally(narrator.end);
  const exitCode = presentApplied(applied, presenter);
  if (options.report !== undefined && applied.kind === 'applied') {
    const { plan, report } = applied;
    await writeText(cwd, options.report, `${JSON.stringify({ plan, report }, null, 2)}\n`);
    presenter.note(`The way back from it: rolecall rollback ${options.report}`);
  }
  if (parseAccountChoice(options.account).kind === 'sandbox') {
    presenter.note('This account was in memory, and is gone now.');
  }
  return exitCode;
}
