import { ListArchiveRulesCommand } from '@aws-sdk/client-accessanalyzer';
import type { PartValue } from '@rolecall/core';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readOnByRegion } from './by-region.ts';
import { mapLimit } from './map-limit.ts';
import { readList } from './read-list.ts';
import type { Reader } from './reader.ts';
import { analyzerClient } from './service-clients.ts';

const action = 'access-analyzer:ListArchiveRules';

type Rules = Record<string, Record<string, Record<string, Criterion>>>;
interface Criterion {
  eq?: string[] | undefined;
  neq?: string[] | undefined;
  contains?: string[] | undefined;
  exists?: boolean | undefined;
}

/** A call for each analyzer. */
export async function readArchiveRules(reader: Reader): Promise<PartValue<'archiveRules'>> {
  const { clients, signal } = reader;
  return readOnByRegion(await reader.analyzers(), async (analyzers, region): Promise<Rules> => {
    const rules = await mapLimit(analyzers, async ({ arn, name }) => {
      const found = await readRulesOf(clients, { region, analyzerName: name }, signal);
      return [arn, found] as const;
    });
    return Object.fromEntries(rules);
  });
}

export async function readRulesOf(
  clients: AwsClients,
  { region, analyzerName }: { readonly region: string; readonly analyzerName: string },
  abortSignal?: AbortSignal,
): Promise<Rules[string]> {
  const rules = await readList({
    action,
    send: (nextToken) =>
      analyzerClient(clients, region).send(
        new ListArchiveRulesCommand({ analyzerName, nextToken }),
        abortSignal === undefined ? {} : { abortSignal },
      ),
    list: (page) => page.archiveRules,
  });
  return Object.fromEntries(
    rules.map(({ ruleName, filter }) => [
      required(ruleName, action, 'ruleName'),
      Object.fromEntries(
        Object.entries(required(filter, action, 'filter')).map(([property, criterion]) => [
          property,
          readCriterion(criterion),
        ]),
      ),
    ]),
  );
}

/** What is not said may come as an empty list. */
function readCriterion({ eq, neq, contains, exists }: Criterion): Criterion {
  const said = (values: string[] | undefined) => (values?.length ? values : undefined);
  return {
    ...(said(eq) && { eq }),
    ...(said(neq) && { neq }),
    ...(said(contains) && { contains }),
    ...(exists === undefined ? {} : { exists }),
  };
}
