import { DescribeTrailsCommand, type Trail } from '@aws-sdk/client-cloudtrail';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import type { ReadContext } from './read-context.ts';
import { trailClient } from './service-clients.ts';

const action = 'cloudtrail:DescribeTrails';

export type TrailSettings = Omit<PartValue<'trails'>[number], 'status' | 'managementEvents'>;

/** One call, unpaged: the trails of the client's region, and shadows of those that cover it. */
export async function describeTrails({
  clients,
  signal,
}: ReadContext): Promise<readonly TrailSettings[]> {
  const command = new DescribeTrailsCommand({ includeShadowTrails: true });
  const answer = await ask(action, () =>
    trailClient(clients).send(command, { abortSignal: signal }),
  );
  const trails = required(answer.trailList, action, 'trailList').map(readSettings);
  return [...new Map(trails.map((trail) => [trail.arn, trail])).values()];
}

function readSettings(trail: Trail): TrailSettings {
  const member = <T>(name: string, value: T | undefined) => required(value, action, name);
  return {
    name: member('Name', trail.Name),
    arn: member('TrailARN', trail.TrailARN),
    homeRegion: member('HomeRegion', trail.HomeRegion),
    multiRegion: member('IsMultiRegionTrail', trail.IsMultiRegionTrail),
    organization: member('IsOrganizationTrail', trail.IsOrganizationTrail),
    logFileValidation: member('LogFileValidationEnabled', trail.LogFileValidationEnabled),
    bucket: trail.S3BucketName,
    kmsKey: trail.KmsKeyId,
    logGroupArn: trail.CloudWatchLogsLogGroupArn,
  };
}
