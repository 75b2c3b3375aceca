import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
} from '@aws-sdk/client-eventbridge';
import { jsonSchema, type PartValue } from '@rolecall/core';
import { badResponse, nothingOn, required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readByRegion } from '../by-region.ts';
import { mapLimit } from '../map-limit.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';

const listAction = 'events:ListRules';
const targetsAction = 'events:ListTargetsByRule';
const eventClient = keepClients((config) => new EventBridgeClient(config));

/** A paged call per region, and one per rule that waits for events. */
export async function readEventRules(reader: Reader): Promise<PartValue<'eventRules'>> {
  const { clients, signal } = reader;
  return readByRegion(await reader.regions(), async (region) => {
    const rules = await readList({
      action: listAction,
      send: (NextToken) =>
        eventClient(clients, region).send(new ListRulesCommand({ NextToken }), {
          abortSignal: signal,
        }),
      list: (page) => page.Rules,
    });
    const waiting = rules.filter(({ EventPattern }) => EventPattern);
    return mapLimit(waiting, (rule) => readRule(rule, region, reader));
  });
}

async function readRule(rule: Rule, region: string, reader: Reader) {
  const name = required(rule.Name, listAction, 'Name');
  return {
    name,
    arn: required(rule.Arn, listAction, 'Arn'),
    enabled: required(rule.State, listAction, 'State') !== 'DISABLED',
    pattern: readPattern(required(rule.EventPattern, listAction, 'EventPattern'), name),
    targets: await readTargets(name, region, reader),
  };
}

function readPattern(text: string, name: string) {
  try {
    return jsonSchema.parse(JSON.parse(text));
  } catch (error) {
    throw badResponse(listAction, `with a pattern of ${name} that is no JSON`, error);
  }
}

/** None where the rule was deleted since. */
async function readTargets(
  Rule: string,
  region: string,
  { clients, signal }: Reader,
): Promise<readonly string[]> {
  const targets = await readList({
    action: targetsAction,
    send: (NextToken) =>
      eventClient(clients, region).send(new ListTargetsByRuleCommand({ Rule, NextToken }), {
        abortSignal: signal,
      }),
    list: (page) => page.Targets,
  }).catch(nothingOn('ResourceNotFound'));
  return (targets ?? []).map(({ Arn }) => required(Arn, targetsAction, 'Arn'));
}
