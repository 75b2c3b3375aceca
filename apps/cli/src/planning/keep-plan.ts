import type { Plan, PlanSet } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import { writeText } from '../files/write-text.ts';
import type { Presenter } from '../output/presenter.ts';

export interface KeepPlanInput {
  readonly environment: Environment;
  readonly presenter: Presenter;
  readonly file: string;
}

/** Writes the plan for review, with the time it was made, and says how it is carried out. */
export async function keepPlan(
  plan: Plan | PlanSet,
  { environment, presenter, file }: KeepPlanInput,
): Promise<void> {
  const plannedAt = environment.now().toISOString();
  const kept =
    'accounts' in plan
      ? {
          ...plan,
          accounts: plan.accounts.map((one) =>
            one.plan === null ? one : { ...one, plan: { ...one.plan, plannedAt } },
          ),
        }
      : { ...plan, plannedAt };
  await writeText(environment.cwd, file, `${JSON.stringify(kept, null, 2)}\n`);
  presenter.note(`Kept in ${file}; carry it out with: rolecall apply ${file}`);
}
