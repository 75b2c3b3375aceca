import { isCbor, routeCbor, routeJson } from './protocols/json.ts';
import { routeQuery } from './protocols/query.ts';
import { findRestEndpoint, routeRest } from './protocols/rest-json.ts';
import type { RoutedCall } from './protocols/routed-call.ts';
import { jsonEndpoints, queryEndpoints, restEndpoints } from './services.ts';
import { type HttpRequest, header, splitPath } from './wire/http.ts';

/** Finds out which service and action a request is for, by its protocol. */
export function route(request: HttpRequest): RoutedCall {
  const target = header(request, 'x-amz-target');
  if (target !== undefined) return routeJson(request, target, jsonEndpoints);
  const [path] = splitPath(request);
  if (isCbor(path)) return routeCbor(request, path, jsonEndpoints);
  const rest = findRestEndpoint(request, restEndpoints);
  return rest === undefined ? routeQuery(request, queryEndpoints) : routeRest(request, rest);
}
