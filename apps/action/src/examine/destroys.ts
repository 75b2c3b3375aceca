import type { Plan } from '@rolecall/core';
import type { Failure } from '../run/failure.ts';
import type { Inputs } from '../run/inputs.ts';

type Limits = Pick<Inputs, 'allowDestroy' | 'maxDeletes'>;

/** Why the plan may not be applied for what it deletes; `undefined` where it may. */
export function destroyFailure(plan: Plan, limits: Limits): Failure | undefined {
  const count = destroyed(plan);
  if (count === 0) return undefined;
  if (!limits.allowDestroy) {
    return {
      reason: 'guardrail',
      message: `The plan deletes, or makes again, ${resources(count)}, and the workflow does not allow that.`,
      hint: 'Set allow-destroy: true in the workflow that applies.',
    };
  }
  if (limits.maxDeletes === undefined || count <= limits.maxDeletes) return undefined;
  return {
    reason: 'guardrail',
    message: `The plan deletes, or makes again, ${resources(count)}; the workflow allows ${limits.maxDeletes}.`,
    hint: 'Raise max-deletes in the workflow, or remove fewer at a time.',
  };
}

/** The same, for who reads the plan beforehand. */
export function destroyNotes(plan: Plan, limits: Limits): readonly string[] {
  const failure = destroyFailure(plan, limits);
  return failure === undefined ? [] : [`${failure.message} ${failure.hint ?? ''}`.trim()];
}

function destroyed({ changes }: Plan): number {
  return changes.filter(({ kind }) => kind === 'delete' || kind === 'replace').length;
}

function resources(count: number): string {
  return count === 1 ? 'one resource' : `${count} resources`;
}
