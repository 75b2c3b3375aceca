import { lintPolicy } from '@rolecall/policy';
import type { Handlers } from '../http/handler.ts';
import { comparePolicies } from '../use-cases/policies/compare-policies.ts';
import { evaluatePolicies } from '../use-cases/policies/evaluate-policies.ts';

type PolicyHandlers = Pick<Handlers, 'lintPolicy' | 'comparePolicies' | 'evaluatePolicies'>;

/** Nothing is stored, and nobody is asked: the policy engine answers by itself. */
export const policyHandlers: PolicyHandlers = {
  lintPolicy: async ({ body }) => {
    const { policy, policyType = 'IDENTITY_POLICY', resourceType, entity } = body;
    return { status: 200, body: lintPolicy(policy, { policyType, resourceType, entity }) };
  },
  comparePolicies: async ({ body }) => ({ status: 200, body: comparePolicies(body) }),
  evaluatePolicies: async ({ body }) => ({ status: 200, body: evaluatePolicies(body) }),
};
