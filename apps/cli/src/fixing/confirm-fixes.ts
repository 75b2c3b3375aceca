import { type KeptFixPlan, RolecallError, renderFixPlan } from '@rolecall/core';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';

/**
 * How fixes are agreed to: --yes says so, or a person types it. That a plan was kept is no consent,
 * since nothing else declares what it does. Fails at once where there is nobody to ask.
 */
export function confirmFixes({
  environment,
  presenter,
  options,
}: Invocation<ApplyOptions>): (plan: KeptFixPlan) => Promise<boolean> {
  const { stdin, stderr, signal } = environment;
  const asks = options.yes !== true;
  if (asks && !(stdin.isTTY && stderr.isTTY)) {
    throw new RolecallError('USAGE', 'There is nobody to ask: this is no terminal.', {
      hint: 'Look through the plan and say --yes.',
    });
  }
  return async (plan) => {
    presenter.say([...renderFixPlan(plan, presenter.layout), '']);
    if (!asks || plan.operations.length === 0) return true;
    // Nobody agrees to what went into a file or a pipe.
    if (!presenter.isOnScreen) presenter.noteLines(renderFixPlan(plan, presenter.noteLayout));
    stderr.write(`Type yes, or the account id ${plan.account}, to carry this out: `);
    const answer = await stdin.readLine(signal);
    const typed = answer?.trim() ?? '';
    if (answer === undefined) presenter.noteLines(['']);
    return typed === 'yes' || typed === plan.account;
  };
}
