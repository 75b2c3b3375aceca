import {
  DescribeTrailsCommand,
  type DescribeTrailsCommandInput,
  ListTrailsCommand,
  type Trail,
} from '@aws-sdk/client-cloudtrail';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import type { ReadContext } from './read-context.ts';
import { readList } from './read-list.ts';
import { trailClient } from './service-clients.ts';

const action = 'cloudtrail:DescribeTrails';
const listAction = 'cloudtrail:ListTrails';

export type TrailSettings = Omit<PartValue<'trails'>[number], 'status' | 'managementEvents'>;

/**
 * The trails of all regions. One call shows those of the client's region, and shadows of those that
 * cover it; another lists the names of all, and what is then missing is described by its ARN.
 */
export async function describeTrails(context: ReadContext): Promise<readonly TrailSettings[]> {
  const here = await describe({ includeShadowTrails: true }, context);
  const arns = new Set(here.map(({ arn }) => arn));
  const missing = (await listTrails(context)).filter((arn) => !arns.has(arn));
  // Deleted in between where it is not described; without a name, those of the region are.
  const elsewhere = missing.length === 0 ? [] : await describe({ trailNameList: missing }, context);
  const trails = [...here, ...elsewhere];
  return [...new Map(trails.map((trail) => [trail.arn, trail])).values()];
}

async function describe(
  input: DescribeTrailsCommandInput,
  { clients, signal }: ReadContext,
): Promise<readonly TrailSettings[]> {
  const command = new DescribeTrailsCommand(input);
  const answer = await ask(action, () =>
    trailClient(clients).send(command, { abortSignal: signal }),
  );
  return required(answer.trailList, action, 'trailList').map(readSettings);
}

async function listTrails({ clients, signal }: ReadContext): Promise<readonly string[]> {
  const listed = await readList({
    action: listAction,
    send: (NextToken) =>
      trailClient(clients).send(new ListTrailsCommand({ NextToken }), { abortSignal: signal }),
    list: (page) => page.Trails,
  });
  return listed.map(({ TrailARN }) => required(TrailARN, listAction, 'TrailARN'));
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
