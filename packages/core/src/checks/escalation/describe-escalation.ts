import type { Json } from '@rolecall/policy';
import type { Escalation } from './reach.ts';

/** One sentence or two: what whoever it is can do, and what follows. */
export function describeEscalation(label: string, escalation: Escalation): string {
  const [first, ...others] = chainOf(escalation);
  const goesOn = others.map(({ path, through }) => `${titleOf(path.title)}${nameOf(through)}`);
  const then = goesOn.length === 0 ? '' : `; that one ${goesOn.join(', which ')}`;
  const { path, through } = first ?? escalation;
  return `${label} ${titleOf(path.title)}${nameOf(through)}${then} (${path.steps.map(({ action }) => action).join(', ')})${doubt(escalation)}.`;
}

/** Every path by id; of the surest the requests, in order, with what allows each of them. */
export function escalationEvidence(ways: readonly Escalation[]): {
  readonly [name: string]: Json;
} {
  const [best] = ways;
  return {
    paths: ways.map(({ path }) => path.id),
    chain:
      best === undefined
        ? []
        : chainOf(best).map(({ path, through }) => ({
            path: path.id,
            through: through.actor?.arn ?? through.policy ?? null,
          })),
    requests:
      best === undefined
        ? []
        : chainOf(best).flatMap(({ attempt }) =>
            attempt.requests.map(({ action, resource, context, allowedBy }) => ({
              action,
              resource,
              context: { ...context },
              allowedBy: [...allowedBy],
            })),
          ),
  };
}

function chainOf(escalation: Escalation): readonly Escalation[] {
  return escalation.next === undefined ? [escalation] : [escalation, ...chainOf(escalation.next)];
}

function titleOf(title: string): string {
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function nameOf({ actor, policy }: Escalation['through']): string {
  if (actor !== undefined) return `: ${actor.kind} ${actor.name}`;
  return policy === undefined ? '' : `: ${policy}`;
}

function doubt({ certainty, path }: Escalation): string {
  if (certainty === 'undecided') return ', unless what was not read forbids it';
  if (path.workload !== undefined) return ', where something of that kind exists';
  return certainty === 'conditional' ? ', while a condition holds' : '';
}
