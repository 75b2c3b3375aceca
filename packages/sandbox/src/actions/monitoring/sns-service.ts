import type { Subscription } from '../../account/monitoring.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type SnsInputs,
  type SnsOutputs,
  snsOperations,
  snsShapes,
} from '../../wire/sns-api.gen.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  ListSubscriptionsByTopic: (call, { TopicArn, NextToken }) => {
    const topic = call.account.topics.get(TopicArn);
    if (topic?.region !== call.region) return refuse('NotFound', 'Topic does not exist');
    const { items, next } = tokenPage(call, { token: NextToken }, topic.subscriptions);
    return {
      Subscriptions: items.map((one) => ({
        SubscriptionArn: subscriptionArn(TopicArn, one),
        Owner: call.account.id,
        Protocol: one.protocol,
        Endpoint: one.endpoint,
        TopicArn,
      })),
      NextToken: next,
    };
  },
} satisfies Handlers<SnsInputs, SnsOutputs>;

/** SNS: who is told by its topics. */
export const snsService = createService<SnsInputs, SnsOutputs>({
  name: 'sns',
  operations: snsOperations,
  shapes: snsShapes,
  handlers,
  before: authorizeRegional({
    name: 'sns',
    resources: (_, input) => [text(input, 'TopicArn') ?? '*'],
  }),
});

/** What nobody confirmed has no ARN yet. */
function subscriptionArn(topicArn: string, { id, confirmed }: Subscription): string {
  return confirmed ? `${topicArn}:${id}` : 'PendingConfirmation';
}
