import type { CloudTrailProperties } from '@aws-sdk/client-accessanalyzer';
import type { ReadActivity } from '@rolecall/core';
import { required } from '../ask.ts';

/** Which activity a policy was generated from, as AWS says afterwards. */
export function readActivity(
  { trailProperties, startTime, endTime }: CloudTrailProperties,
  action: string,
): ReadActivity {
  return {
    trails: required(trailProperties, action, 'the trails').map((trail) => ({
      arn: required(trail.cloudTrailArn, action, 'the ARN of a trail'),
      regions: trail.allRegions === true ? 'all' : (trail.regions ?? []),
    })),
    startTime: required(startTime, action, 'the startTime'),
    endTime: required(endTime, action, 'the endTime'),
  };
}
