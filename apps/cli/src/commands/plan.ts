import {
  judgePlanned,
  RolecallError,
  renderGuardrails,
  renderPlan,
  renderRisks,
  reviewPlan,
  staleLifecycle,
} from '@rolecall/core';
import { Command } from 'commander';
import { loadGuardrails } from '../files/guardrails-file.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { makePlan, type PlanningOptions } from '../planning/make-plan.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  asOfOption,
  guardrailsOption,
  includeRetiredOption,
  manifestOption,
} from './shared-options.ts';

interface PlanOptions extends PlanningOptions {
  readonly guardrails?: string;
  readonly out?: string;
}

export function planCommand(context: CommandContext): Command {
  const command = new Command('plan')
    .description('Show what would change so that the account is as the manifest says.')
    .addOption(manifestOption)
    .addOption(accountOption)
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
  ]);
}

async function plan(invocation: Invocation<PlanOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const { cwd } = environment;
  if (options.out !== undefined) await requireWritable(cwd, options.out);
  const guardrails = await loadGuardrails(cwd, options.guardrails);
  const planned = await makePlan(invocation, guardrails);
  const refusals = guardrails ? judgePlanned(planned, guardrails) : [];
  presenter.value(guardrails ? { ...planned.plan, refusals } : planned.plan);
  presenter.say(renderPlan(planned.plan, presenter.layout));
  const risks = renderRisks(reviewPlan(planned).risks, presenter.layout);
  if (risks.length > 0) presenter.say(['', ...risks]);
  if (guardrails) {
    const { file } = guardrails;
    presenter.say(['', ...renderGuardrails(refusals, { file, layout: presenter.layout })]);
  }
  const stale = staleLifecycle(environment.now());
  if (stale !== undefined) presenter.note(stale);
  if (options.out !== undefined) {
    await writeText(cwd, options.out, `${JSON.stringify(planned.plan, null, 2)}\n`);
    presenter.note(`Kept in ${options.out}; carry it out with: rolecall apply ${options.out}`);
  }
  const { conflicts, changes } = planned.plan;
  if (conflicts.length > 0) {
    presenter.fail(new RolecallError('CONFLICT', 'This plan has conflicts and cannot be applied.'));
    return 1;
  }
  if (refusals.length > 0) {
    const message = 'The guardrails do not let this plan through.';
    presenter.fail(new RolecallError('GUARDRAIL_REFUSED', message));
    return 1;
  }
  return changes.length > 0 ? 2 : 0;
}
