import { ListFindingsV2Command } from '@aws-sdk/client-accessanalyzer';
import type { PartValue } from '@rolecall/core';
import { required } from '../ask.ts';
import { readOnByRegion } from './by-region.ts';
import { mapLimit } from './map-limit.ts';
import { readStart } from './read-list.ts';
import type { Reader } from './reader.ts';
import { analyzerClient } from './service-clients.ts';

/** The action of both ListFindings and ListFindingsV2. Source: Access Analyzer API reference. */
const action = 'access-analyzer:ListFindings';
const most = 100;

/** The first hundred active findings of every active analyzer: as a rule a call for each. */
export async function readAnalyzerFindings(reader: Reader): Promise<PartValue<'analyzerFindings'>> {
  return readOnByRegion(await reader.analyzers(), async (analyzers, region) => {
    const active = analyzers.filter(({ status }) => status === 'ACTIVE');
    const found = await mapLimit(
      active,
      async ({ arn }) => [arn, await readFindings(arn, region, reader)] as const,
    );
    return Object.fromEntries(found);
  });
}

async function readFindings(analyzerArn: string, region: string, { clients, signal }: Reader) {
  const { items, more } = await readStart({
    action,
    send: (nextToken) => {
      const filter = { status: { eq: ['ACTIVE'] } };
      const command = new ListFindingsV2Command({
        analyzerArn,
        filter,
        maxResults: most,
        nextToken,
      });
      return analyzerClient(clients, region).send(command, { abortSignal: signal });
    },
    list: (page) => page.findings,
    enough: most,
  });
  const first = items.slice(0, most).map((finding) => ({
    id: required(finding.id, action, 'id'),
    type: required(finding.findingType, action, 'findingType'),
    resource: finding.resource,
  }));
  return { counts: countTypes(first), first, more: more || items.length > most };
}

function countTypes(findings: readonly { readonly type: string }[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1);
  return Object.fromEntries(counts);
}
