import type { AccessRequest, RequestContext, RequestPrincipal } from '@rolecall/policy';
import { visibleText } from './visible-text.ts';

/** Who asks, as an ARN or name where there is one. */
export function describeCaller(principal: AccessRequest['principal']): string {
  if (principal === undefined) return 'anyone whom the policy is attached to';
  return visibleText(typeof principal === 'string' ? principal : callerName(principal));
}

function callerName(principal: RequestPrincipal): string {
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
      return principal.arn;
    case 'role-session':
      return principal.sessionArn ?? `a session of ${principal.roleArn}`;
    case 'root':
      return `the root user of account ${principal.account}`;
    case 'account':
      return `someone in account ${principal.account}`;
    case 'service':
      return `the AWS service ${principal.name}`;
    case 'federated':
      return `someone with a token of ${principal.provider}`;
    case 'canonical-user':
      return `canonical user ${principal.id}`;
    case 'anonymous':
      return 'anyone at all, not signed in';
    case 'unrecognised':
      return principal.text;
    default:
      return principal satisfies never;
  }
}

/** The condition keys of a request with their values as text. */
export function contextEntries(
  context: RequestContext,
): readonly (readonly [string, readonly string[]])[] {
  const entries = isMap(context) ? [...context.entries()] : Object.entries(context);
  return entries.map(([key, value]) => [key, textsOf(value)]);
}

function isMap(context: RequestContext): context is ReadonlyMap<string, readonly string[]> {
  return context instanceof Map;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
