import {
  judgePlanned,
  planRollback,
  RolecallError,
  readAppliedPlan,
  renderGuardrails,
  renderPlan,
  renderRisks,
  reviewPlan,
} from '@rolecall/core';
import { Command } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { loadManifest } from '../files/manifest-files.ts';
import { requireWritable } from '../files/write-text.ts';
import { keepPlan } from '../planning/keep-plan.ts';
import { readPlanFile } from '../planning/read-plan-file.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { accountOption, guardrailsOption, manifestOption } from './shared-options.ts';

interface RollbackOptions {
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
    .option('--out <file>', 'keep the way back, to be reviewed and applied as it is')
    .addOption(guardrailsOption);
  return withExamples(runs<RollbackOptions>(command, context, rollback), [
    'rolecall rollback applied.json',
    'rolecall rollback applied.json --out back.json && rolecall apply back.json',
  ]);
}

async function rollback(invocation: Invocation<RollbackOptions>): Promise<number> {
  const { environment, presenter, options, args } = invocation;
  const { cwd } = environment;
  const [file = ''] = args;
  const kept = await readPlanFile(cwd, file);
  const applied = readAppliedPlan(kept, file);
  if (options.out !== undefined) await requireWritable(cwd, options.out);
  const manifest = await loadManifest(cwd, options.manifest);
  requireSameAccount(manifest, options.account);
  const guardrails = await loadGuardrails(cwd, options.guardrails);
  const { account } = options;
  const { port } = await openAccount({ environment, presenter, account, manifest });
  const planned = await planRollback({ port, manifest, applied, guardrails: guardrails?.digest });
  const refusals = guardrails ? judgePlanned(planned, guardrails) : [];
  presenter.value(guardrails ? { ...planned.plan, refusals } : planned.plan);
  presenter.say(renderPlan(planned.plan, presenter.layout, 'Nothing to take back.'));
  const risks = renderRisks(reviewPlan(planned).risks, presenter.layout);
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
