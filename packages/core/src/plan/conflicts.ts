import { ownerOf } from '../model/ownership.ts';
import type { LiveResource } from '../model/resource.ts';
import type { Tags } from '../model/snapshot.ts';
import type { DiffContext } from './diff-context.ts';
import type { Difference } from './difference.ts';

export type ConflictFound = Extract<Difference, { readonly kind: 'conflict' }>;

interface Found {
  readonly arn: string;
}

/** It exists, and nobody has said that it may be taken over. */
export function foreign(
  live: Found & { readonly tags?: Tags | undefined },
  { scope }: DiffContext,
): ConflictFound {
  const owner = ownerOf(live);
  return owner === undefined || owner === scope
    ? {
        kind: 'conflict',
        message: `${live.arn} exists and is not ours; it is left alone.`,
        hint: 'Declare it under another name, or take it over as it is with "adopt: true".',
      }
    : {
        kind: 'conflict',
        message: `${live.arn} belongs to scope "${owner}"; it is left alone.`,
        hint: 'Declare it under another name, or remove the one that is there.',
      };
}

/** A tag proves little: to be deleted, also to be made again, a resource lies under our path. */
export function outsidePath(live: Found): ConflictFound {
  return {
    kind: 'conflict',
    message: `${live.arn} would have to be deleted and made again, and does not lie under our path.`,
    hint: 'Delete it by hand, or declare it with the path and description it has.',
  };
}

/** ARNs are compared to the letter, so a name in another case would be another principal. */
export function spelled(live: Found & { readonly name: string }): ConflictFound {
  return {
    kind: 'conflict',
    message: `${live.arn} exists in another spelling, and IAM takes both for one name.`,
    hint: `Write it as "${live.name}".`,
  };
}

/** AWS attaches these where it has found an access key in public: taking them off is no clean-up. */
export function quarantineOf(live: LiveResource): string | undefined {
  if (live.type !== 'user' && live.type !== 'role' && live.type !== 'group') return undefined;
  return live.attachedPolicies.find(({ arn }) =>
    arn.includes(':policy/AWSCompromisedKeyQuarantine'),
  )?.arn;
}

export function quarantined(arn: string): ConflictFound {
  return {
    kind: 'conflict',
    message: `AWS has put it under quarantine (${arn}): it believes that a key has leaked.`,
    hint: 'Rotate its keys and look at what they did; then detach the policy by hand.',
  };
}
