import { type Plan, type ReviewedPlan, RolecallError, renderPlan } from '@rolecall/core';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';

/**
 * How the plan is agreed to: it was reviewed, or --yes says so, or a person types it. Fails before
 * anything is read where there is nobody to ask.
 */
export function confirmPlan(
  { environment, presenter, options }: Invocation<ApplyOptions>,
  reviewed: ReviewedPlan | undefined,
): (plan: Plan) => Promise<boolean> {
  const { stdin, stderr, signal } = environment;
  const asks = reviewed === undefined && options.yes !== true;
  if (asks && !(stdin.isTTY && stderr.isTTY)) throw nobodyToAsk();
  return async (plan) => {
    presenter.say([...renderPlan(plan, presenter.layout), '']);
    if (!asks) return true;
    // Nobody agrees to what went into a file or a pipe.
    if (!presenter.isOnScreen) presenter.noteLines(renderPlan(plan, presenter.noteLayout));
    stderr.write(`Type yes, or the account id ${plan.account}, to carry this out: `);
    const answer = await stdin.readLine(signal);
    const typed = answer?.trim() ?? '';
    if (answer === undefined) presenter.noteLines(['']);
    return typed === 'yes' || typed === plan.account;
  };
}

export function nobodyToAsk(): RolecallError {
  return new RolecallError('USAGE', 'There is nobody to ask: this is no terminal.', {
    hint: 'Review a plan first (`rolecall plan --out plan.json`, `rolecall apply plan.json`), or say --yes.',
  });
}
