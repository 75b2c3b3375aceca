import { resourceKey } from '../model/resource.ts';
import { type Holders, holdersOf } from './holders.ts';
import { mayBeStripped } from './may-be-stripped.ts';
import type { OperationDraft } from './operation.ts';
import { labelOf, type Pruned } from './prune.ts';
import type { Leaving } from './surplus.ts';

export type Outcome = Pruned & Pick<Leaving, 'why'>;

interface Staying {
  readonly holders: Holders;
  /** Keys of what is declared and cannot be changed: it keeps its boundary. */
  readonly stuck: ReadonlySet<string>;
}

/**
 * A policy or group that something has which was to go and stays after all (a user with somebody
 * else's credentials, say) stays with it: IAM would refuse to delete it, in every run. To take a
 * boundary or a deny off instead would give its holder more. What a group that stays has stays too.
 */
export function keepHeld(outcomes: readonly Outcome[], staying: Staying): readonly Outcome[] {
  const byKey = new Map(outcomes.map((one) => [resourceKey(one.live), one]));
  const kept = outcomes.map((one) => {
    const holder = one.kind === 'delete' ? stayingHolder(one, byKey, staying) : undefined;
    return holder === undefined ? one : keptFor(one, holder);
  });
  // Each time at least one more stays.
  return kept.some((one, index) => one !== outcomes[index]) ? keepHeld(kept, staying) : kept;
}

function keptFor({ live, why }: Outcome, holder: string): Outcome {
  const kept = mayBeStripped(why, {
    kind: 'strip',
    live,
    drafts: [],
    message: `${labelOf(live)} is no longer declared, but in use by ${holder}, which stays for now.`,
    hint: 'Once that can go, it is deleted with the rest.',
  });
  return { ...kept, why };
}

/** The ARN of one that has it, stays, and does not let go of it in this plan. */
function stayingHolder(
  { live }: Outcome,
  outcomes: ReadonlyMap<string, Outcome>,
  { holders, stuck }: Staying,
): string | undefined {
  const keeps = (
    holder: Holders['users' | 'groups' | 'roles'][number],
    isHeld: boolean,
  ): boolean => {
    const outcome = outcomes.get(resourceKey(holder));
    if (outcome === undefined || outcome.kind === 'delete') return false;
    return isHeld || !(outcome.kind === 'strip' && outcome.drafts.some((one) => letsGo(one, live)));
  };
  if (live.type === 'group') {
    const members = holders.users.filter(({ groups }) => groups.includes(live.name));
    return members.find((user) => keeps(user, false))?.arn;
  }
  if (live.type !== 'policy') return undefined;
  const { attached, bounded } = holdersOf(live.arn, holders);
  const found =
    bounded.find(({ holder }) => stuck.has(resourceKey(holder)) || keeps(holder, true)) ??
    attached.find(({ holder }) => keeps(holder, false));
  return found?.holder.arn;
}

function letsGo({ call }: OperationDraft, live: Outcome['live']): boolean {
  switch (call.action) {
    case 'iam:DetachUserPolicy':
    case 'iam:DetachRolePolicy':
    case 'iam:DetachGroupPolicy':
      return live.type === 'policy' && call.input.PolicyArn === live.arn;
    case 'iam:RemoveUserFromGroup':
      return live.type === 'group' && call.input.GroupName === live.name;
    default:
      return false;
  }
}
