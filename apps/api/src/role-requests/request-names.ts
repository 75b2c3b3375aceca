import { type Blueprint, scopePath } from '@rolecall/core';

/** Tag that names the request whose resource it is. */
export const requestTag = 'rolecall:request';

/** What two requests could only share by chance of one in 2^48: the random end of a UUID. */
function shortIdOf(requestId: string): string {
  const hex = requestId.replaceAll('-', '').toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Error(`${requestId} is no UUID`);
  return hex.slice(-12);
}

/**
 * The scope of a request, of which it is the only one: to remove what a grant made is to empty its
 * scope, and touches nothing else.
 */
export function scopeOfRequest(requestId: string): string {
  return `rq-${shortIdOf(requestId)}`;
}

/** Parameters that are the name of a resource: each request gives them an end of its own. */
export function nameParameters(blueprint: Blueprint): readonly string[] {
  const keys = Object.values(blueprint.resources).flatMap((section) =>
    typeof section === 'object' && section !== null ? Object.keys(section) : [],
  );
  const names = keys.flatMap((key) => /^\{\{(\w+)\}\}$/.exec(key)?.[1] ?? []);
  return [...new Set(names)].filter((name) => blueprint.parameters[name]?.type === 'name');
}

/** Parameters that are principals whom a role trusts. */
export function principalParameters({ parameters }: Blueprint): readonly string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) =>
    parameter.type === 'principal-arn' ||
    (parameter.type === 'list' && parameter.items === 'principal-arn')
      ? [name]
      : [],
  );
}

/** IAM takes 64 characters for the name of a role, the console as many for path and name. */
const longestName = 64;

/** The name with the request's own end, cut so that people can still switch to the role. */
export function ownName(
  name: string,
  requestId: string,
  { forPeople }: { readonly forPeople: boolean },
): string {
  const end = `-${shortIdOf(requestId)}`;
  const path = forPeople ? scopePath(scopeOfRequest(requestId)).length - 1 : 0;
  return `${name.slice(0, longestName - path - end.length)}${end}`;
}
