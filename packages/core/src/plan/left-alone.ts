import { isMeant, type Nameable, policyNameable } from '../model/ignored.ts';
import {
  type DesiredResource,
  type LiveResource,
  resourceKey,
  resourceTypes,
} from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { revocationNotes } from './kept-revocation.ts';
import type { LiveIndex } from './live-index.ts';
import type { PlanInput } from './plan-input.ts';

/** How many names a note holds before it counts the others. */
const mostNames = 5;

/** For each pattern of `ignore` what it keeps the plan away from. */
export function ignoredNotes(
  { ignore = [] }: Pick<PlanInput, 'ignore'>,
  live: LiveIndex,
): readonly string[] {
  if (ignore.length === 0) return [];
  const all = resourceTypes.flatMap((type) => live.all(type).map(nameableOf));
  return ignore.map(({ pattern }) => {
    const keys = all.filter((one) => isMeant(pattern, one)).map(({ key }) => key);
    if (keys.length === 0) return `ignore "${pattern}" means nothing that is there.`;
    const more = keys.length > mostNames ? ` and ${keys.length - mostNames} more` : '';
    const names = `${keys.slice(0, mostNames).join(', ')}${more}`;
    return `ignore "${pattern}": not ours, left alone: ${names}.`;
  });
}

function nameableOf(live: LiveResource): Nameable {
  return { key: resourceKey(live), arn: 'arn' in live ? live.arn : undefined };
}

/** What others put on a declared resource, and what the plan leaves there. */
export function leftOnIt(
  desired: DesiredResource,
  live: LiveResource | undefined,
  context: DiffContext,
): readonly string[] {
  const { ignores } = context;
  if (live === undefined || !('attachedPolicies' in live) || !('managedPolicies' in desired))
    return [];
  const attached = live.attachedPolicies.filter(
    ({ arn }) => !desired.managedPolicies.includes(arn) && ignores(policyNameable(arn)),
  );
  return [
    ...(desired.exclusive
      ? attached.map(({ arn }) => `${live.arn}: ${arn} on it is not ours, left alone.`)
      : []),
    ...(live.type === 'role' && desired.type === 'role'
      ? revocationNotes(desired.inlinePolicies, live, context)
      : []),
  ];
}
