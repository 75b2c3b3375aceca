import type { Call } from '../../authorization.ts';
import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type LogsInputs,
  type LogsOutputs,
  logsOperations,
  logsShapes,
} from '../../wire/logs-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  DescribeMetricFilters: (call, input) => {
    const { logGroupName, filterNamePrefix = '', metricName, metricNamespace } = input;
    const here = call.account.metricFilters.filter(({ region }) => region === call.region);
    if (logGroupName !== undefined && !logGroups(call).has(logGroupName)) {
      refuse('ResourceNotFoundException', 'The specified log group does not exist.');
    }
    const filters = here.filter(
      ({ name, logGroup, metrics }) =>
        (logGroupName === undefined || logGroup === logGroupName) &&
        name.startsWith(filterNamePrefix) &&
        (metricName === undefined ||
          metrics.some((one) => one.name === metricName && one.namespace === metricNamespace)),
    );
    const page = { token: input.nextToken, size: input.limit ?? 50 };
    const { items, next } = tokenPage(call, page, filters);
    return {
      metricFilters: items.map(({ name, pattern, logGroup, metrics }) => ({
        filterName: name,
        filterPattern: pattern,
        logGroupName: logGroup,
        metricTransformations: metrics.map((metric) => ({
          metricName: metric.name,
          metricNamespace: metric.namespace,
          metricValue: '1',
        })),
      })),
      nextToken: next,
    };
  },
} satisfies Handlers<LogsInputs, LogsOutputs>;

/** CloudWatch Logs: its metric filters. */
export const logsService = createService<LogsInputs, LogsOutputs>({
  name: 'logs',
  operations: logsOperations,
  shapes: logsShapes,
  handlers,
  before: authorizeRegional({
    name: 'logs',
    resources: (call, input) => [
      regionalArn(call, 'logs', `log-group:${text(input, 'logGroupName') ?? ''}`),
    ],
  }),
});

/** There are those only that a filter or a trail names. */
function logGroups({ account, region }: Call): ReadonlySet<string> {
  const ofTrails = [...account.trails.values()].flatMap(({ logGroupArn = '' }) => {
    const [, , , where, , , name] = logGroupArn.split(':');
    return where === region && name !== undefined ? [name] : [];
  });
  const filters = account.metricFilters.filter((one) => one.region === region);
  return new Set([...ofTrails, ...filters.map(({ logGroup }) => logGroup)]);
}
