import { arnOf } from '../manifest/resolve-resources.ts';
import { RolecallError } from '../model/errors.ts';
import type { DesiredResource } from '../model/resource.ts';
import type { Change, Plan } from '../plan/plan.ts';
import type { PruneFacts } from '../plan/prune.ts';
import { recompare } from '../plan/recompare.ts';
import type { AccountPort, ResourceReference } from './account-port.ts';

/** What reading one resource again takes. */
export interface Reading {
  readonly port: Pick<AccountPort, 'readResource'>;
  readonly plan: Plan;
  readonly facts: PruneFacts;
  readonly desired: ReadonlyMap<string, DesiredResource>;
}

export type StillToDo =
  /** Ids of what of the change is still to be done. */
  { readonly ids: ReadonlySet<string> } | { readonly failure: unknown };

/** Reads the resource of a change once more, and compares. */
export async function liveAgain(
  change: Change,
  { port, facts, desired }: Reading,
  reference: ResourceReference = referenceOf(change),
): Promise<StillToDo> {
  try {
    const live = await port.readResource(reference);
    const wanted = change.kind === 'delete' ? undefined : desired.get(change.resource);
    const compared = recompare({ change, desired: wanted, live, facts });
    if ('operations' in compared) return { ids: new Set(compared.operations.map(({ id }) => id)) };
    return { failure: new RolecallError('PLAN_CHANGED', compared.moved, { hint: 'Plan again.' }) };
  } catch (failure) {
    return { failure };
  }
}

/** Where the resource is found once the change is made: a new path gives a new ARN. */
export function afterwards(change: Change, { desired, plan }: Reading): ResourceReference {
  const wanted = change.kind === 'delete' ? undefined : desired.get(change.resource);
  return wanted ? { ...change, arn: arnOf(wanted, plan) } : referenceOf(change);
}

/** What is taken from somebody is looked for by the id that it is taken by. */
function referenceOf(change: Change): ResourceReference {
  const { type, name, arn, operations } = change;
  const [principalId] = operations.flatMap(({ input }) =>
    'PrincipalId' in input ? [input.PrincipalId] : [],
  );
  return { type, name, arn, principalId };
}
