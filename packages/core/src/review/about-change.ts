import type { Change } from '../plan/plan.ts';
import type { Risk } from './find-risks.ts';

/** What a risk says of the resource that changes; nobody gains a request by it. */
export function aboutChange({
  arn,
  resource,
  position,
}: Change): Pick<Risk, 'arn' | 'witness' | 'causes'> {
  return { arn, witness: undefined, causes: [{ resource, position }] };
}
