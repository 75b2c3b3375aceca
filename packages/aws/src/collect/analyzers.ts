import { ListAnalyzersCommand } from '@aws-sdk/client-accessanalyzer';
import type { PartValue } from '@rolecall/core';
import { required } from '../ask.ts';
import { readByRegion } from './by-region.ts';
import type { RegionalContext } from './read-context.ts';
import { readList } from './read-list.ts';
import { analyzerClient } from './service-clients.ts';

const action = 'access-analyzer:ListAnalyzers';

export async function readAnalyzers(context: RegionalContext): Promise<PartValue<'analyzers'>> {
  const { clients, signal } = context;
  return readByRegion(await context.regions(), async (region) => {
    const analyzers = await readList({
      action,
      send: (nextToken) =>
        analyzerClient(clients, region).send(new ListAnalyzersCommand({ nextToken }), {
          abortSignal: signal,
        }),
      list: (page) => page.analyzers,
    });
    return analyzers.map((analyzer) => ({
      arn: required(analyzer.arn, action, 'arn'),
      name: required(analyzer.name, action, 'name'),
      type: required(analyzer.type, action, 'type'),
      status: required(analyzer.status, action, 'status'),
      unusedAccessAge: analyzer.configuration?.unusedAccess?.unusedAccessAge,
      tags: analyzer.tags ?? {},
    }));
  });
}
