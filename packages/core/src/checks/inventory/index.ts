import type { CheckGroup } from '../check-group.ts';
import { delegationRequests } from './delegation-requests.ts';
import { incidentManagerRole } from './incident-manager-role.ts';
import { jobFunctionPolicies } from './job-function-policies.ts';
import { outboundFederation } from './outbound-federation.ts';
import { powerUserPolicy } from './power-user-policy.ts';
import { quotaNearLimit } from './quota-near-limit.ts';

export const inventoryChecks: CheckGroup = {
  title: 'Quotas and inventory',
  checks: [
    quotaNearLimit,
    jobFunctionPolicies,
    powerUserPolicy,
    delegationRequests,
    outboundFederation,
    incidentManagerRole,
  ],
};
