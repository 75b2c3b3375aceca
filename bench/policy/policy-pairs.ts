import type { PolicyDocument } from '@rolecall/policy';
import { editedCopies } from './edited-copies.ts';
import type { ManagedPolicy } from './managed-policies.ts';

export interface PolicyPair {
  /** What distinguishes the two. */
  readonly kind: string;
  readonly name: string;
  readonly old: PolicyDocument;
  readonly next: PolicyDocument;
}

/** Each policy with itself and, in both directions, with its edited copies. */
export function policyPairs(policies: readonly ManagedPolicy[]): readonly PolicyPair[] {
  return policies.flatMap(({ name, document }) => [
    { kind: 'the same', name, old: document, next: document },
    ...editedCopies(document).flatMap(({ edit, copy }) => [
      { kind: edit, name, old: document, next: copy },
      { kind: `${edit}, backwards`, name, old: copy, next: document },
    ]),
  ]);
}
