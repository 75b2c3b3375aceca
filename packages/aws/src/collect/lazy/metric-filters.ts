import {
  CloudWatchLogsClient,
  DescribeMetricFiltersCommand,
  type MetricFilter,
} from '@aws-sdk/client-cloudwatch-logs';
import { type PartValue, RolecallError } from '@rolecall/core';
import { parseArn } from '@rolecall/policy';
import { badResponse, nothingOn, required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion } from '../by-region.ts';
import { mapLimit } from '../map-limit.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';

const action = 'logs:DescribeMetricFilters';
const logsClient = keepClients((config) => new CloudWatchLogsClient(config));

/** A paged call per log group that a trail writes to; regions without one are left out. */
export async function readMetricFilters(reader: Reader): Promise<PartValue<'metricFilters'>> {
  const trails = await reader.describedTrails();
  const arns = new Set(trails.flatMap(({ logGroupArn }) => logGroupArn ?? []));
  const groups = [...arns].map(readLogGroup);
  const regions = [...new Set(groups.map(({ region }) => region))].sort();
  return readByRegion(regions, async (region) => {
    const here = groups.filter((group) => group.region === region);
    const own = here.filter(({ account }) => account === reader.caller.account);
    // Of a trail of the organization; nobody but its owner sees what watches that group.
    if (own.length === 0) throw foreignGroups(here);
    const filters = await mapLimit(own, (group) => readFilters(group, reader));
    return filters.flat();
  });
}

interface LogGroup {
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

function readLogGroup(text: string): LogGroup {
  const arn = parseArn(text);
  const name = /^log-group:([^:]+)/.exec(arn?.resource ?? '')?.[1];
  if (arn === undefined || name === undefined) {
    throw badResponse('cloudtrail:DescribeTrails', 'with a CloudWatchLogsLogGroupArn that is none');
  }
  return { region: arn.region, account: arn.account, name };
}

function foreignGroups(groups: readonly LogGroup[]): RolecallError {
  const accounts = [...new Set(groups.map(({ account }) => account))].join(', ');
  return new RolecallError(
    'AWS_ERROR',
    `The log groups of the trails belong to ${accounts}; ask there which metric filters they have.`,
    { action },
  );
}

/** None where the log group was deleted. */
async function readFilters({ region, name }: LogGroup, { clients, signal }: Reader) {
  const filters = await readList({
    action,
    send: (nextToken) =>
      logsClient(clients, region).send(
        new DescribeMetricFiltersCommand({ logGroupName: name, nextToken }),
        { abortSignal: signal },
      ),
    list: (page) => page.metricFilters,
  }).catch(nothingOn('ResourceNotFound'));
  return (filters ?? []).map((filter) => readFilter(filter, name));
}

function readFilter(filter: MetricFilter, logGroup: string) {
  return {
    name: required(filter.filterName, action, 'filterName'),
    logGroup,
    // A filter that takes every line has an empty pattern.
    pattern: filter.filterPattern ?? '',
    metrics: required(filter.metricTransformations, action, 'metricTransformations').map(
      ({ metricNamespace, metricName }) =>
        `${required(metricNamespace, action, 'metricNamespace')}/${required(metricName, action, 'metricName')}`,
    ),
  };
}
