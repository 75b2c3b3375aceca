import type { CheckGroup } from '../check-group.ts';
import { trailDeliveryHealthy } from './trail-delivery-healthy.ts';
import { trailExists } from './trail-exists.ts';
import { trailLogValidation } from './trail-log-validation.ts';
import { trailManagementEvents } from './trail-management-events.ts';
import { trailMultiRegion } from './trail-multi-region.ts';
import { trailPolicyGenerationReady } from './trail-policy-generation-ready.ts';

export const trailChecks: CheckGroup = {
  title: 'CloudTrail',
  checks: [
    trailExists,
    trailMultiRegion,
    trailManagementEvents,
    trailLogValidation,
    trailDeliveryHealthy,
    trailPolicyGenerationReady,
  ],
};
