import {
  appliedAccounts,
  appliedIn,
  judgePlanned,
  type Manifest,
  planRollback,
  RolecallError,
  readAppliedPlan,
  renderGuardrails,
  renderPlan,
  renderRisks,
  risksOfPlan,
} from '@rolecall/core';
import { Command } from 'commander';
import { type OpenedAccount, openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { loadManifests } from '../files/manifest-files.ts';
import { requireWritable } from '../files/write-text.ts';
import { keepPlan } from '../planning/keep-plan.ts';
import { readPlanFile } from '../planning/read-plan-file.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  externalIdOption,
  guardrailsOption,
  manifestOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

interface RollbackOptions extends SeveralOptions {
  readonly manifest?: string;
  readonly account?: string;
  readonly guardrails?: string;
  readonly out?: string;
}

export function rollbackCommand(context: CommandContext): Command {
  const command = new Command('rollback')
    .description('Plan the way back from a plan that was carried out.')
    .argument('<file>', 'the plan, or the report that `apply --report` kept')
    .addOption(manifestOption)
    .addOption(accountOption)
    .addOption(accountsOption)
    .addOption(externalIdOption)
    .option('--out <file>', 'keep the way back, to be reviewed and applied as it is')
    .addOption(guardrailsOption);
  return withExamples(runs<RollbackOptions>(command, context, rollback), [
    'rolecall rollback applied.json',
    'rolecall rollback applied.json --out back.json && rolecall apply back.json',
    'rolecall rollback applied.json --account shop --out back.json',
  ]);
}

async function rollback(invocation: Invocation<RollbackOptions>): Promise<number> {
  const { environment, presenter, options, args } = invocation;
  const { cwd } = environment;
  const [file = ''] = args;
  const whole = await readPlanFile(cwd, file);
  if (options.out !== undefined) await requireWritable(cwd, options.out);
  const { manifest, open } = await accountOf(invocation, whole);
  const kept = appliedIn(whole, { file, account: manifest.account });
  const applied = readAppliedPlan(kept, file);
  const guardrails = await loadGuardrails(cwd, options.guardrails);
  const { port } = await open();
  const planned = await planRollback({ port, manifest, applied, guardrails: guardrails?.digest });
  const refusals = guardrails ? judgePlanned(planned, guardrails) : [];
  presenter.value(guardrails ? { ...planned.plan, refusals } : planned.plan);
  presenter.say(renderPlan(planned.plan, presenter.layout, 'Nothing to take back.'));
  const risks = renderRisks(risksOfPlan(planned), presenter.layout);
  if (risks.length > 0) presenter.say(['', ...risks]);
  if (guardrails) {
    const about = { file: guardrails.file, layout: presenter.layout };
    presenter.say(['', ...renderGuardrails(refusals, about)]);
  }
  if (options.out !== undefined) {
    const way = { ...planned.plan, rollbackOf: kept };
    await keepPlan(way, { environment, presenter, file: options.out });
  }
  const { conflicts, changes } = planned.plan;
  if (conflicts.length > 0) {
    presenter.fail(new RolecallError('CONFLICT', 'This way back has conflicts.'));
    return 1;
  }
  if (refusals.length > 0) {
    const message = 'The guardrails do not let this way back through.';
    presenter.fail(new RolecallError('GUARDRAIL_REFUSED', message));
    return 1;
  }
  return changes.length > 0 ? 2 : 0;
}

interface Target {
  readonly manifest: Manifest;
  readonly open: () => Promise<OpenedAccount>;
}

/** The account that is gone back in: where the manifest is for several, one that the file tells of. */
async function accountOf(
  { environment, presenter, options }: Invocation<RollbackOptions>,
  kept: unknown,
): Promise<Target> {
  const manifests = await loadManifests(environment.cwd, options.manifest);
  if (manifests.kind === 'several') {
    const { oneOfSeveral } = await import('../accounts/one-of-several.ts');
    const [usual, ...others] = appliedAccounts(kept);
    const choosing = { environment, presenter, options };
    const one = await oneOfSeveral(manifests, choosing, others.length === 0 ? usual : undefined);
    return { manifest: await one.manifest(), open: one.open };
  }
  refuseSeveral(options);
  const { manifest } = manifests;
  const { account } = options;
  requireSameAccount(manifest, account);
  return { manifest, open: () => openAccount({ environment, presenter, account, manifest }) };
}
