import { AppRunnerClient, ListServicesCommand } from '@aws-sdk/client-apprunner';
import type { PartValue } from '@rolecall/core';
import { required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion } from '../by-region.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';
import { appRunnerRegions } from './offered-regions.ts';

const action = 'apprunner:ListServices';
const appRunnerClient = keepClients((config) => new AppRunnerClient(config));

/** A paged call per region in which there is App Runner. */
export async function readAppRunnerServices(
  reader: Reader,
): Promise<PartValue<'appRunnerServices'>> {
  const { clients, signal } = reader;
  const regions = (await reader.regions()).filter((region) => appRunnerRegions.includes(region));
  return readByRegion(regions, async (region) => {
    const services = await readList({
      action,
      send: (NextToken) =>
        appRunnerClient(clients, region).send(new ListServicesCommand({ NextToken }), {
          abortSignal: signal,
        }),
      list: (page) => page.ServiceSummaryList,
    });
    return services.map((service) => ({
      name: required(service.ServiceName, action, 'ServiceName'),
      arn: required(service.ServiceArn, action, 'ServiceArn'),
      status: required(service.Status, action, 'Status'),
    }));
  });
}
