import { AwsError } from '../aws-error.ts';
import { parseObject } from '../documents/json.ts';
import type { Service } from '../service.ts';
import { cborAnswer, cborError, type JsonKind, jsonAnswer, jsonError } from '../wire/answers.ts';
import type { HttpRequest } from '../wire/http.ts';
import { readCbor } from '../wire/read-cbor.ts';
import { type RoutedCall, routedCall } from './routed-call.ts';
import { withoutNulls } from './without-nulls.ts';
import { type Words, worded } from './words.ts';

/** A service of the JSON protocol. */
export interface JsonEndpoint extends JsonKind {
  readonly service: Service;
  /** What stands before the action in X-Amz-Target. */
  readonly target: string;
  readonly words: Words;
}

/** By X-Amz-Target. */
export function routeJson(
  request: HttpRequest,
  target: string,
  endpoints: readonly JsonEndpoint[],
): RoutedCall {
  const [prefix, action] = splitTarget(target);
  const endpoint = endpoints.find((one) => one.target === prefix) ?? unknownEndpoint(prefix);
  return routedCall({
    service: endpoint.service,
    action,
    read: () => withoutNulls(parseObject(request.body || '{}') ?? malformed()),
    unknown: () => unknownOperation(target),
    succeed: (result, requestId) => jsonAnswer(endpoint, result, requestId),
    fail: (error, requestId) => jsonError(endpoint, worded(error, endpoint.words), requestId),
  });
}

const cborPath = /^\/service\/([^/]+)\/operation\/([^/]+)$/;

/** Whether the request is one of the protocol that Smithy calls RPC v2 CBOR. */
export function isCbor(path: string): boolean {
  return cborPath.test(path);
}

/** The same services by CBOR: the target stands in the path. */
export function routeCbor(
  request: HttpRequest,
  path: string,
  endpoints: readonly JsonEndpoint[],
): RoutedCall {
  const [, target = '', action = ''] = cborPath.exec(path) ?? [];
  const endpoint = endpoints.find((one) => one.target === target) ?? unknownEndpoint(target);
  return routedCall({
    service: endpoint.service,
    action,
    read: () => withoutNulls(readCbor(request.bytes ?? new Uint8Array([0xa0]))),
    unknown: () => unknownOperation(`${target}.${action}`),
    succeed: cborAnswer,
    fail: (error, requestId) => cborError(worded(error, endpoint.words), requestId),
  });
}

/** Service and action; some SDKs put a namespace with dots of its own before CloudTrail's. */
function splitTarget(target: string): readonly [string, string] {
  const [action = '', prefix = ''] = target.split('.').toReversed();
  return [prefix, action];
}

function unknownEndpoint(target: string): JsonEndpoint {
  return {
    service: { name: target.toLowerCase(), knows: () => false, prepare: () => undefined },
    target,
    version: '1.1',
    words: {},
  };
}

function unknownOperation(target: string): AwsError {
  return new AwsError('UnknownOperationException', 400, `The sandbox does not have ${target}`);
}

function malformed(): never {
  throw new AwsError('SerializationException', 400, 'The request could not be read.');
}
