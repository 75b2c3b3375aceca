import type { GuardrailRules } from '../schema.ts';
import { assignmentContradictions } from './assignments.ts';
import type { Contradiction } from './contradiction.ts';
import { credentialContradictions } from './credentials.ts';
import { membershipContradictions } from './membership.ts';
import { protectedNames } from './protected-names.ts';
import { sectionContradictions } from './sections.ts';

/**
 * Rules that can never both hold. Whoever wrote them meant one: guessing which would let through
 * what the other forbids, or forbid for ever what it allows without a word.
 */
export function findContradictions(rules: GuardrailRules): readonly Contradiction[] {
  return [
    ...credentialContradictions(rules),
    ...assignmentContradictions(rules),
    ...membershipContradictions(rules),
    ...sectionContradictions(rules),
    ...protectedNames(rules),
  ];
}
