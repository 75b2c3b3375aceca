import { ListRegionsCommand } from '@aws-sdk/client-account';
import { badResponse, required } from '../ask.ts';
import type { ReadContext } from './read-context.ts';
import { readList } from './read-list.ts';
import { accountClient } from './service-clients.ts';

const action = 'account:ListRegions';

/** The regions that are enabled, sorted; those on their way there or from there are not. */
export async function readRegions({
  clients,
  signal,
}: Pick<ReadContext, 'clients' | 'signal'>): Promise<readonly string[]> {
  const regions = await readList({
    action,
    send: (NextToken) => {
      const command = new ListRegionsCommand({
        RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
        MaxResults: 50,
        NextToken,
      });
      return accountClient(clients).send(command, { abortSignal: signal });
    },
    list: (page) => page.Regions,
  });
  const names = regions.map(({ RegionName }) => required(RegionName, action, 'RegionName'));
  if (names.length === 0) throw badResponse(action, 'without any region');
  return names.sort();
}
