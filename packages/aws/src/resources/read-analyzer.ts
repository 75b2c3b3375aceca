import { GetAnalyzerCommand } from '@aws-sdk/client-accessanalyzer';
import type { LiveOf } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readRulesOf } from '../collect/archive-rules.ts';
import { analyzerClient } from '../collect/service-clients.ts';

const action = 'access-analyzer:GetAnalyzer';

/** `name` begins with the region. */
export async function readLiveAnalyzer(
  clients: AwsClients,
  name: string,
): Promise<LiveOf<'analyzer'> | undefined> {
  const [region = '', analyzerName = ''] = name.split('/');
  const answer = await ask(action, () =>
    analyzerClient(clients, region).send(new GetAnalyzerCommand({ analyzerName })),
  ).catch(nothingOn('ResourceNotFound'));
  if (answer === undefined) return undefined;
  const analyzer = required(answer.analyzer, action, 'analyzer');
  return {
    type: 'analyzer',
    name: `${region}/${required(analyzer.name, action, 'name')}`,
    arn: required(analyzer.arn, action, 'arn'),
    region,
    analyzerName: required(analyzer.name, action, 'name'),
    analyzerType: required(analyzer.type, action, 'type'),
    unusedAccessAge: analyzer.configuration?.unusedAccess?.unusedAccessAge,
    archiveRules: await readRulesOf(clients, { region, analyzerName }),
    tags: analyzer.tags ?? {},
  };
}
