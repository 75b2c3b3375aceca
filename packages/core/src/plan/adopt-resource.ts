import { ownershipTags, ownerTag, resourceTag } from '../model/ownership.ts';
import type { DesiredOf } from '../model/resource.ts';
import type { Tags } from '../model/snapshot.ts';
import {
  type AdoptableType,
  type Keeper,
  keeperOf,
  type LiveAdoptable,
} from './adoption-barrier.ts';
import type { Call } from './calls.ts';
import { type ConflictFound, foreign, spelled } from './conflicts.ts';
import type { DiffContext } from './diff-context.ts';
import { describedAnew } from './diff-policy.ts';
import type { Difference } from './difference.ts';
import { comparedFacets, facetsAfter } from './live-facets.ts';
import { looseningWarnings } from './loosening-warnings.ts';
import type { OperationDraft } from './operation.ts';
import type { Facets } from './plan.ts';

/** The tags that the resource has once our mark is on it; nothing for a group, which has no tags. */
interface Marked {
  readonly tags: Tags;
}

type DesiredAdoptable = DesiredOf<AdoptableType>;

/** How resources of a kind are taken over. */
export interface Adoption {
  /** All that a plan compares of it, by the names that operations have for it. */
  readonly facets: Facets;
  /** The call that puts our mark on it; none where it cannot carry one. */
  readonly mark: (tags: Tags) => Call | undefined;
  /** Every difference, as if it had always been ours. */
  readonly update: (marked: Marked) => readonly OperationDraft[];
}

/**
 * Takes over what nobody's mark is on, where the declaration allows it: first the mark, then each
 * difference, as if it had always been ours. Never by making it anew.
 */
export function adoptResource(
  desired: DesiredAdoptable,
  live: LiveAdoptable,
  context: DiffContext,
  { facets: before, mark: markWith, update }: Adoption,
): Difference {
  const keeper = keeperOf(live, context.scope);
  if (keeper === 'another-scope' || !desired.adopt) return foreign(live, context);
  if (keeper !== undefined) return kept(live, keeper);
  if (desired.name !== live.name) return spelled(live);
  if ('path' in desired && 'path' in live && desired.path !== live.path) return elsewhere(live);
  if (desired.type === 'policy' && live.type === 'policy' && describedAnew(desired, live)) {
    return described(live.arn, live.description);
  }
  const mark = ownershipTags(context.scope, desired.address);
  const tags = 'tags' in live ? (live.tags ?? {}) : {};
  const differences = update({ tags: { ...tags, ...mark } });
  const call = markWith(mark);
  const drafts: readonly OperationDraft[] = call
    ? [
        {
          call,
          facet: 'ownership',
          before: { [ownerTag]: tags[ownerTag] ?? null, [resourceTag]: tags[resourceTag] ?? null },
          after: mark,
          // Who approves the taking over approves the resource as it is shown, with all that stays.
          compared: { before: comparedFacets(before, context), after: mark },
        },
        ...differences,
      ]
    : differences;
  if (drafts.length === 0) return { kind: 'none' };
  return {
    kind: 'adopt',
    drafts,
    warnings: looseningWarnings(drafts),
    adopted: { before, after: facetsAfter(before, drafts) },
  };
}

const keepers: { readonly [K in Exclude<Keeper, 'another-scope'>]: string } = {
  aws: 'AWS itself keeps',
  'control-tower': 'AWS Control Tower keeps',
  'stack-sets': 'CloudFormation StackSets keeps',
  cloudformation: 'a CloudFormation stack keeps',
};

export function kept(
  { arn }: { readonly arn: string },
  keeper: Exclude<Keeper, 'another-scope'>,
): ConflictFound {
  return {
    kind: 'conflict',
    message: `${arn} is what ${keepers[keeper]}: two that change it would fight over it.`,
    hint: 'Change it there, or declare one of your own under another name.',
  };
}

/** What is taken over is never deleted and made again, so its path stays what it is. */
function elsewhere({ arn, path }: { readonly arn: string; readonly path: string }): ConflictFound {
  return {
    kind: 'conflict',
    message: `${arn} exists under another path, and what is taken over stays where it is.`,
    hint: `Declare it with the path it has: "path: ${path}".`,
  };
}

function described(arn: string, description: string | undefined): ConflictFound {
  return {
    kind: 'conflict',
    message: `${arn} has another description, and IAM cannot change that of a policy.`,
    hint: description
      ? `Declare the one it has: "description: ${description}".`
      : 'Leave the description out.',
  };
}
