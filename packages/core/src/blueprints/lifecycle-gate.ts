import type { Blueprint } from './blueprint.ts';
import { lifecycle, type ServiceLifecycle } from './lifecycle.ts';

export interface Refusal {
  readonly message: string;
  readonly hint: string;
}

export interface LifecycleGateInput {
  /** Somebody said that they mean it. */
  readonly includeRetired: boolean;
  /** Service principals of the service-linked roles that the account has. */
  readonly servicesSeen: ReadonlySet<string>;
}

/**
 * Why a blueprint of a service that AWS has closed is not used; `undefined` where it may be. An
 * ended service is refused to all. A closed one is refused to those who show no sign of being its
 * customer; that they show none proves nothing, so that a person can overrule it.
 */
export function refusal(
  { id, service }: Pick<Blueprint, 'id' | 'service'>,
  { includeRetired, servicesSeen }: LifecycleGateInput,
): Refusal | undefined {
  const fate = service === undefined ? undefined : lifecycle.services[service];
  if (!fate || includeRetired) return undefined;
  if (fate.state === 'closed' && fate.customerEvidence.some((name) => servicesSeen.has(name))) {
    return undefined;
  }
  return { message: `${id}: ${explain(fate)} Source: ${fate.source}`, hint: advise(fate) };
}

function explain(fate: ServiceLifecycle): string {
  switch (fate.state) {
    case 'ended':
      return `AWS ended ${fate.title} on ${fate.since}.`;
    case 'closed':
      return `AWS takes no new customers of ${fate.title} since ${fate.since}, and this account shows no sign of being one: it has no service-linked role of the service.`;
    default:
      return fate.state satisfies never;
  }
}

function advise({ advice, successor }: ServiceLifecycle): string {
  const instead = successor === undefined ? '' : ` Use the blueprint "${successor}" instead.`;
  return `${advice}${instead} To go on all the same, set includeRetired: true.`;
}
