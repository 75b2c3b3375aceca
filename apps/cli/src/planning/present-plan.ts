import {
  type Guardrails,
  judgePlanned,
  type PlannedManifest,
  RolecallError,
  renderGuardrails,
  renderPlan,
  renderRisks,
  risksOfPlan,
} from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/** Shows a plan with its risks and what guardrails say of it. Gives the exit code. */
export function presentPlan(
  planned: PlannedManifest,
  {
    presenter,
    guardrails,
    nothing,
  }: {
    readonly presenter: Presenter;
    readonly guardrails: Guardrails | undefined;
    /** What is said where nothing would change. */
    readonly nothing?: string;
  },
): number {
  const refusals = guardrails ? judgePlanned(planned, guardrails) : [];
  presenter.value(guardrails ? { ...planned.plan, refusals } : planned.plan);
  presenter.say(renderPlan(planned.plan, presenter.layout, nothing));
  const risks = renderRisks(risksOfPlan(planned), presenter.layout);
  if (risks.length > 0) presenter.say(['', ...risks]);
  if (guardrails) {
    const { file } = guardrails;
    presenter.say(['', ...renderGuardrails(refusals, { file, layout: presenter.layout })]);
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
