import {
  GetAccountSettingsCommand,
  ProtonClient,
  UpdateAccountSettingsCommand,
} from '@aws-sdk/client-proton';
import type { CallOf, LiveOf, PartValue } from '@rolecall/core';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readByRegion } from '../collect/by-region.ts';
import type { Reader } from '../collect/reader.ts';
import { keepClients } from '../keep-clients.ts';
import { askProton } from './ask-proton.ts';
import { protonRegions } from './proton-regions.ts';

const readAction = 'proton:GetAccountSettings';
const protonClient = keepClients((config) => new ProtonClient(config));

/** A call per region in which there was Proton. */
export async function readProtonSettings(reader: Reader): Promise<PartValue<'protonSettings'>> {
  const { clients, signal } = reader;
  const regions = (await reader.regions()).filter((region) => protonRegions.includes(region));
  return readByRegion(regions, (region) => readRegion({ clients, signal }, region));
}

export async function readLiveProtonSettings(
  clients: AwsClients,
  region: string,
): Promise<LiveOf<'proton-settings'>> {
  return { type: 'proton-settings', name: region, roles: await readRegion({ clients }, region) };
}

async function readRegion(
  { clients, signal }: { readonly clients: AwsClients; readonly signal?: AbortSignal },
  region: string,
): Promise<LiveOf<'proton-settings'>['roles']> {
  const answer = await askProton(readAction, () =>
    protonClient(clients, region).send(
      new GetAccountSettingsCommand({}),
      signal === undefined ? {} : { abortSignal: signal },
    ),
  );
  const settings = required(answer.accountSettings, readAction, 'accountSettings');
  return {
    pipelineServiceRole: settings.pipelineServiceRoleArn ?? '',
    pipelineCodebuildRole: settings.pipelineCodebuildRoleArn ?? '',
  };
}

export async function performProtonCall(
  clients: AwsClients,
  { action, region, input }: CallOf<'proton'>,
): Promise<void> {
  await askProton(action, () =>
    protonClient(clients, region).send(new UpdateAccountSettingsCommand(input)),
  );
}
