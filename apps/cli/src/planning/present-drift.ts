import { driftOf, type Plan, renderDrift } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/** Shows where an account is not as declared. Gives the exit code. */
export function presentDrift(plan: Plan, presenter: Presenter): number {
  const found = driftOf(plan);
  presenter.value(found);
  presenter.say(renderDrift(found, plan, presenter.layout));
  if (found.drifted.some(({ kind }) => kind === 'changed')) {
    presenter.note('Who did it, CloudTrail tells for 90 days: aws cloudtrail lookup-events.');
  }
  return found.drifted.length + found.conflicts.length > 0 ? 2 : 0;
}
