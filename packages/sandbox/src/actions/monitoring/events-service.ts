import type { EventRule } from '../../account/monitoring.ts';
import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type EventsInputs,
  type EventsOutputs,
  eventsOperations,
  eventsShapes,
} from '../../wire/events-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  ListRules: (call, { NamePrefix = '', EventBusName, NextToken, Limit }) => {
    const rules = rulesOf(call, EventBusName).filter(({ name }) => name.startsWith(NamePrefix));
    const { items, next } = tokenPage(call, { token: NextToken, size: Limit }, rules);
    return { Rules: items.map((rule) => showRule(call, rule)), NextToken: next };
  },
  ListTargetsByRule: (call, { Rule, EventBusName, NextToken, Limit }) => {
    const rule = rulesOf(call, EventBusName).find(({ name }) => name === Rule);
    if (rule === undefined) {
      return refuse(
        'ResourceNotFoundException',
        `Rule ${Rule} does not exist on EventBus default.`,
      );
    }
    const targets = rule.targets.map((Arn, index) => ({ Id: `target-${index + 1}`, Arn }));
    const { items, next } = tokenPage(call, { token: NextToken, size: Limit }, targets);
    return { Targets: items, NextToken: next };
  },
} satisfies Handlers<EventsInputs, EventsOutputs>;

/** EventBridge: its rules. */
export const eventsService = createService<EventsInputs, EventsOutputs>({
  name: 'events',
  operations: eventsOperations,
  shapes: eventsShapes,
  handlers,
  before: authorizeRegional({
    name: 'events',
    resources: (call, input) => {
      const rule = text(input, 'Rule');
      return rule === undefined ? [] : [ruleArn(call, rule, busName(text(input, 'EventBusName')))];
    },
  }),
});

/** The rules of one bus, which is there when it is the default one or has rules. */
function rulesOf(call: Call, given: string | undefined): readonly EventRule[] {
  const wanted = busName(given);
  const rules = call.account.eventRules.filter(
    ({ region, bus }) => region === call.region && bus === wanted,
  );
  if (rules.length === 0 && wanted !== 'default') {
    refuse('ResourceNotFoundException', `Event bus ${wanted} does not exist.`);
  }
  return rules;
}

/** Buses may be named by ARN. */
function busName(given = 'default'): string {
  return given.slice(given.lastIndexOf('/') + 1);
}

function ruleArn(call: Call, name: string, bus: string): string {
  return regionalArn(call, 'events', `rule/${bus === 'default' ? name : `${bus}/${name}`}`);
}

function showRule(call: Call, { name, bus, enabled, pattern, schedule }: EventRule) {
  return {
    Name: name,
    Arn: ruleArn(call, name, bus),
    EventBusName: bus,
    State: enabled ? 'ENABLED' : 'DISABLED',
    EventPattern: pattern,
    ScheduleExpression: schedule,
  } as const;
}
