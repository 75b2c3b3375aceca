import { AwsError } from '../aws-error.ts';
import { parseObject } from '../documents/json.ts';
import type { Service } from '../service.ts';
import { restAnswer, restError } from '../wire/answers.ts';
import { credentialScope, type HttpRequest, splitPath } from '../wire/http.ts';
import type { Route, Routes } from '../wire/rest-route.ts';
import type { Shapes } from '../wire/shape.ts';
import { type RoutedCall, routedCall } from './routed-call.ts';
import { withoutNulls } from './without-nulls.ts';
import { type Words, worded } from './words.ts';

/** A service of the REST protocol with JSON. Its name is the one in credential scopes. */
export interface RestEndpoint {
  readonly service: Service;
  readonly routes: Routes;
  readonly words: Words;
}

/** The endpoint that the request signed for; `undefined` where it is no REST service. */
export function findRestEndpoint(
  request: HttpRequest,
  endpoints: readonly RestEndpoint[],
): RestEndpoint | undefined {
  const scope = credentialScope(request)?.service;
  const signed = endpoints.find(({ service: { name } }) => name === scope);
  if (signed !== undefined || scope !== undefined) return signed;
  return endpoints.find(({ routes }) => findRoute(request, routes) !== undefined);
}

/** By method and path. */
export function routeRest(request: HttpRequest, endpoint: RestEndpoint): RoutedCall {
  const { service, routes, words } = endpoint;
  const found = findRoute(request, routes);
  const [path, query] = splitPath(request);
  return routedCall({
    service,
    action: found?.action ?? `${request.method} ${path}`,
    read: (shapes, shapeName) => ({
      ...withoutNulls(parseObject(request.body || '{}') ?? malformed()),
      ...queryMembers(query, { route: found?.route, shapes, shapeName }),
      ...found?.inPath,
    }),
    unknown: () =>
      new AwsError('UnknownOperationException', 404, `The sandbox does not have ${path}`),
    succeed: restAnswer,
    fail: (error, requestId) => restError(worded(error, words), requestId),
  });
}

interface Found {
  readonly action: string;
  readonly route: Route;
  readonly inPath: Readonly<Record<string, string>>;
}

function findRoute(request: HttpRequest, routes: Routes): Found | undefined {
  const [path] = splitPath(request);
  for (const [action, route] of Object.entries(routes)) {
    const match = patternOf(route.path).exec(path);
    if (match === null || route.method !== request.method) continue;
    const inPath = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
    );
    return { action, route, inPath };
  }
  return undefined;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
}

function queryMembers(
  query: URLSearchParams,
  {
    route,
    shapes,
    shapeName,
  }: { readonly route: Route | undefined; readonly shapes: Shapes; readonly shapeName: string },
) {
  const shape = shapes[shapeName];
  const members = shape?.type === 'structure' ? shape.members : {};
  return Object.fromEntries(
    Object.entries(route?.query ?? {}).flatMap(([name, member]): [string, unknown][] => {
      const text = query.get(name);
      if (text === null) return [];
      const type = shapes[members[member] ?? '']?.type;
      if (type === 'list') return [[member, query.getAll(name)]];
      const isNumber = type === 'number' && /^-?\d+$/.test(text);
      return [[member, isNumber ? Number(text) : text]];
    }),
  );
}

function malformed(): never {
  throw new AwsError('SerializationException', 400, 'The request could not be read.');
}
