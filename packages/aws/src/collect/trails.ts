import { GetEventSelectorsCommand, GetTrailStatusCommand } from '@aws-sdk/client-cloudtrail';
import type { PartValue } from '@rolecall/core';
import { ask, required } from '../ask.ts';
import type { TrailSettings } from './describe-trails.ts';
import { readManagementEvents } from './management-events.ts';
import { mapLimit } from './map-limit.ts';
import type { Reader } from './reader.ts';
import { trailClient } from './service-clients.ts';
import { settleRegion } from './settle-part.ts';

const statusAction = 'cloudtrail:GetTrailStatus';
const selectorsAction = 'cloudtrail:GetEventSelectors';

type Trails = PartValue<'trails'>;

/**
 * Two more calls per trail, in its home region. A trail of the organization may not show them to a
 * member: that is unknown of this trail alone.
 */
export async function readTrails(reader: Reader): Promise<Trails> {
  return mapLimit(await reader.describedTrails(), async (trail) => ({
    ...trail,
    status: await settleRegion(readStatus(trail, reader)),
    managementEvents: await settleRegion(readSelectors(trail, reader)),
  }));
}

async function readStatus({ arn, homeRegion }: TrailSettings, { clients, signal }: Reader) {
  const command = new GetTrailStatusCommand({ Name: arn });
  const answer = await ask(statusAction, () =>
    trailClient(clients, homeRegion).send(command, { abortSignal: signal }),
  );
  return {
    logging: required(answer.IsLogging, statusAction, 'IsLogging'),
    deliveryError: answer.LatestDeliveryError || undefined,
  };
}

async function readSelectors({ arn, homeRegion }: TrailSettings, { clients, signal }: Reader) {
  const command = new GetEventSelectorsCommand({ TrailName: arn });
  const answer = await ask(selectorsAction, () =>
    trailClient(clients, homeRegion).send(command, { abortSignal: signal }),
  );
  return readManagementEvents(answer, selectorsAction);
}
