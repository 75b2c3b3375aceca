import { iamService } from './actions/iam-service.ts';
import { organizationsActions } from './actions/organizations.ts';
import { stsService } from './actions/sts-service.ts';
import { AwsError } from './aws-error.ts';
import type { PreparedCall, QueryService } from './service.ts';
import { jsonAnswer, jsonError, xmlAnswer, xmlError } from './wire/answers.ts';
import { credentialScope, type HttpAnswer, type HttpRequest, header } from './wire/http.ts';

/** A request once it is known which service and action it is for. */
export interface RoutedCall {
  /** `iam:CreateRole`. */
  readonly action: string;
  readonly writes: boolean;
  /** Reads the input; refuses what AWS does not know. */
  readonly prepare: () => PreparedCall;
  readonly succeed: (result: unknown, requestId: string) => HttpAnswer;
  readonly fail: (error: AwsError, requestId: string) => HttpAnswer;
}

/** Services of the Query protocol; add one here. */
const queryServices: readonly QueryService[] = [iamService, stsService];

/** X-Amz-Target prefix → service and actions, for services of the JSON protocol. */
const jsonServices = {
  AWSOrganizationsV20161128: { name: 'organizations', actions: organizationsActions },
} as const;

const reads = /^(Get|List|Describe|Simulate|Generate|AssumeRole)/;

export function route(request: HttpRequest): RoutedCall {
  const target = header(request, 'x-amz-target');
  return target === undefined ? routeQuery(request) : routeJson(target);
}

function routeQuery(request: HttpRequest): RoutedCall {
  const query = request.path.split('?')[1] ?? '';
  const form = new URLSearchParams(request.method === 'GET' ? query : request.body);
  const action = form.get('Action') ?? '';
  const service = pickService(request, form, action);
  const of = { action, xmlNamespace: service.xmlNamespace };
  return {
    action: `${service.name}:${action}`,
    writes: !reads.test(action),
    prepare: () => service.prepare(action, form) ?? unknownAction(service, action, form),
    succeed: (result, requestId) => xmlAnswer({ ...of, requestId }, result),
    fail: (error, requestId) => xmlError(error, { ...of, requestId }),
  };
}

/** By the credential scope, else by the version and the action. */
function pickService(request: HttpRequest, form: URLSearchParams, action: string): QueryService {
  const scope = credentialScope(request)?.service;
  return (
    queryServices.find(({ name }) => name === scope) ??
    queryServices.find(({ version, knows }) => version === form.get('Version') && knows(action)) ??
    queryServices.find(({ knows }) => knows(action)) ??
    iamService
  );
}

function unknownAction(service: QueryService, action: string, form: URLSearchParams): never {
  if (service.knows(action)) {
    throw new AwsError(
      'NotImplemented',
      501,
      `The sandbox does not have ${service.name}:${action}`,
    );
  }
  const message = `Could not find operation ${action} for version ${form.get('Version')}`;
  throw new AwsError('InvalidAction', 400, message);
}

function routeJson(target: string): RoutedCall {
  const [prefix = '', action = ''] = target.split('.');
  const service = Object.entries(jsonServices).find(([name]) => name === prefix)?.[1];
  const run = Object.entries(service?.actions ?? {}).find(([name]) => name === action)?.[1];
  return {
    action: `${service?.name ?? prefix}:${action}`,
    writes: !reads.test(action),
    prepare: () => ({
      input: {},
      run: (call) => (run === undefined ? refuseUnknown(target) : run(call)),
    }),
    succeed: jsonAnswer,
    fail: jsonError,
  };
}

function refuseUnknown(target: string): never {
  throw new AwsError('UnknownOperationException', 400, `The sandbox does not have ${target}`);
}
