import {
  GetReplicationSetCommand,
  ListReplicationSetsCommand,
  SSMIncidentsClient,
} from '@aws-sdk/client-ssm-incidents';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion, searchRegions } from '../by-region.ts';
import { mapLimit } from '../map-limit.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';
import { incidentManagerRegions } from './offered-regions.ts';

const listAction = 'ssm-incidents:ListReplicationSets';
const getAction = 'ssm-incidents:GetReplicationSet';
const incidentClient = keepClients((config) => new SSMIncidentsClient(config));

/** A set is known in the regions it spans, so every one is asked; then a call per set. */
export async function readReplicationSets(reader: Reader): Promise<PartValue<'replicationSets'>> {
  const regions = (await reader.regions()).filter((region) =>
    incidentManagerRegions.includes(region),
  );
  const found = searchRegions(await readByRegion(regions, (region) => listArns(region, reader)));
  const sets = new Map(found.map(({ region, value }) => [value, region]));
  return mapLimit([...sets], ([arn, region]) => readSet(arn, region, reader));
}

function listArns(region: string, { clients, signal }: Reader): Promise<readonly string[]> {
  return readList({
    action: listAction,
    send: (nextToken) =>
      incidentClient(clients, region).send(new ListReplicationSetsCommand({ nextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.replicationSetArns,
  });
}

async function readSet(arn: string, region: string, { clients, signal }: Reader) {
  const command = new GetReplicationSetCommand({ arn });
  const answer = await ask(getAction, () =>
    incidentClient(clients, region).send(command, { abortSignal: signal }),
  );
  const set = required(answer.replicationSet, getAction, 'replicationSet');
  const statuses = Object.entries(required(set.regionMap, getAction, 'regionMap')).map(
    ([name, { status }]) => [name, required(status, getAction, 'status')] as const,
  );
  return {
    arn,
    status: required(set.status, getAction, 'status'),
    deletionProtected: required(set.deletionProtected, getAction, 'deletionProtected'),
    regions: Object.fromEntries(statuses),
  };
}
