import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import type { PartValue } from '@rolecall/core';
import { nothingOn, required } from '../../ask.ts';
import { keepClients } from '../../keep-clients.ts';
import { readOnByRegion } from '../by-region.ts';
import { mapLimit } from '../map-limit.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';

const action = 'sns:ListSubscriptionsByTopic';
const topicClient = keepClients((config) => new SNSClient(config));

/** A paged call per topic that an alarm tells. Alarms and their topics are in one region. */
export async function readTopicSubscriptions(
  reader: Reader,
): Promise<PartValue<'topicSubscriptions'>> {
  return readOnByRegion(await reader.alarms(), async (alarms, region) => {
    const told = alarms.flatMap(({ actions }) => actions).filter((arn) => isTopic.test(arn));
    const counts = await mapLimit(
      [...new Set(told)],
      async (topic) => [topic, await countConfirmed(topic, region, reader)] as const,
    );
    return Object.fromEntries(counts);
  });
}

const isTopic = /^arn:[\w-]+:sns:/;

/** None where the topic was deleted: its alarm tells nobody. */
async function countConfirmed(
  TopicArn: string,
  region: string,
  { clients, signal }: Reader,
): Promise<number> {
  const subscriptions = await readList({
    action,
    send: (NextToken) =>
      topicClient(clients, region).send(
        new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }),
        { abortSignal: signal },
      ),
    list: (page) => page.Subscriptions,
  }).catch(nothingOn('NotFound'));
  const arns = (subscriptions ?? []).map(({ SubscriptionArn }) =>
    required(SubscriptionArn, action, 'SubscriptionArn'),
  );
  // Of one that is pending or deleted, a word stands in the place of the ARN.
  return arns.filter((arn) => arn.startsWith('arn:')).length;
}
