import type { PolicyCondition } from '@rolecall/policy';
import { ownerTag } from '../model/ownership.ts';

/** The resource carries the mark of the scope. */
export function owned(scope: string): PolicyCondition {
  return { StringEquals: { [`aws:ResourceTag/${ownerTag}`]: scope } };
}

/**
 * The request brings the mark, and the resource carries no other. What is being created has no tags
 * yet, which is why the second half holds where there are none.
 */
export function marked(scope: string): PolicyCondition {
  return {
    StringEquals: { [`aws:RequestTag/${ownerTag}`]: scope },
    StringEqualsIfExists: { [`aws:ResourceTag/${ownerTag}`]: scope },
  };
}

/** All conditions at once; keys below the same operator come together. */
export function allOf(...conditions: readonly PolicyCondition[]): PolicyCondition {
  const merged: Record<string, PolicyCondition[string]> = {};
  for (const condition of conditions) {
    for (const [operator, keys] of Object.entries(condition)) {
      merged[operator] = { ...merged[operator], ...keys };
    }
  }
  return merged;
}
