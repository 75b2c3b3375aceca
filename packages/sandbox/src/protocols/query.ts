import { AwsError } from '../aws-error.ts';
import { isObject } from '../documents/json.ts';
import type { Service } from '../service.ts';
import { ec2Answer, ec2Error, xmlAnswer, xmlError } from '../wire/answers.ts';
import { credentialScope, type HttpRequest, splitPath } from '../wire/http.ts';
import { parseQuery } from '../wire/parse-query.ts';
import { type RoutedCall, routedCall } from './routed-call.ts';
import { type Words, worded } from './words.ts';

/** A service of the Query protocol. */
export interface QueryEndpoint {
  readonly service: Service;
  readonly version: string;
  readonly xmlNamespace: string;
  readonly words?: Words;
  /** EC2 has a kind of its own. */
  readonly kind?: 'ec2';
}

export function routeQuery(
  request: HttpRequest,
  endpoints: readonly [QueryEndpoint, ...QueryEndpoint[]],
): RoutedCall {
  const [, query] = splitPath(request);
  const form = request.method === 'GET' ? query : new URLSearchParams(request.body);
  const action = form.get('Action') ?? '';
  const endpoint = pickEndpoint(request, form, endpoints);
  const { service, words = {} } = endpoint;
  return routedCall({
    service,
    action,
    read: (shapes, shapeName) => parseQuery(form, shapes, shapeName),
    unknown: () => {
      const message = `Could not find operation ${action} for version ${form.get('Version')}`;
      return new AwsError('InvalidAction', 400, message);
    },
    ...answersOf(endpoint, action, (error) => worded(error, words)),
  });
}

function answersOf(
  { xmlNamespace, kind }: QueryEndpoint,
  action: string,
  said: (error: AwsError) => AwsError,
): Pick<RoutedCall, 'succeed' | 'fail'> {
  if (kind === 'ec2') {
    return {
      succeed: (result, requestId) =>
        ec2Answer({ action, xmlNamespace, requestId }, isObject(result) ? result : {}),
      fail: (error, requestId) => ec2Error(said(error), requestId),
    };
  }
  return {
    succeed: (result, requestId) => xmlAnswer({ action, xmlNamespace, requestId }, result),
    fail: (error, requestId) => xmlError(said(error), { xmlNamespace, requestId }),
  };
}

/** By the credential scope, else by the version and the action. */
function pickEndpoint(
  request: HttpRequest,
  form: URLSearchParams,
  endpoints: readonly [QueryEndpoint, ...QueryEndpoint[]],
): QueryEndpoint {
  const scope = credentialScope(request)?.service;
  const action = form.get('Action') ?? '';
  const knowing = endpoints.filter(({ service }) => service.knows(action));
  return (
    endpoints.find(({ service: { name } }) => name === scope) ??
    knowing.find(({ version }) => version === form.get('Version')) ??
    knowing[0] ??
    endpoints[0]
  );
}
