import { createService, type Handlers } from '../../service.ts';
import {
  type AppRunnerInputs,
  type AppRunnerOutputs,
  appRunnerOperations,
  appRunnerShapes,
} from '../../wire/app-runner-api.gen.ts';
import { authorizeRegional, regionalArn } from '../authorize-service.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';

const handlers = {
  ListServices: (call, { NextToken, MaxResults }) => {
    const services = call.account.appRunnerServices.filter(({ region }) => region === call.region);
    const page = { token: NextToken, size: MaxResults ?? 20 };
    const { items, next } = tokenPage(call, page, services);
    return {
      ServiceSummaryList: items.map(({ name, id, status, createdAt }) => ({
        ServiceName: name,
        ServiceId: id,
        ServiceArn: regionalArn(call, 'apprunner', `service/${name}/${id}`),
        Status: status,
        CreatedAt: epoch(createdAt),
        UpdatedAt: epoch(createdAt),
      })),
      NextToken: next,
    };
  },
} satisfies Handlers<AppRunnerInputs, AppRunnerOutputs>;

/** App Runner: its services. */
export const appRunnerService = createService<AppRunnerInputs, AppRunnerOutputs>({
  name: 'apprunner',
  operations: appRunnerOperations,
  shapes: appRunnerShapes,
  handlers,
  before: authorizeRegional({ name: 'apprunner' }),
});
