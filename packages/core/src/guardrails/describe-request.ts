import type { RequestPrincipal, Witness } from '@rolecall/policy';

type Request = Witness['request'];

/** A request in words: who, what, on what, with which context. */
export function describeRequest({ principal, action, resource, context = {} }: Request): string {
  const entries = Object.entries(context).map(([key, value]) => `${key} = ${String(value)}`);
  const who = principal === undefined ? '' : `${describeCaller(principal)}: `;
  const where = resource === '*' ? '' : ` on ${resource}`;
  return `${who}${action}${where}${entries.length > 0 ? ` with ${entries.join(', ')}` : ''}`;
}

/** A witness that goes through JSON and back. */
export function plainWitness(witness: Witness): Witness {
  const { context = {}, ...request } = witness.request;
  const entries = context instanceof Map ? [...context] : Object.entries(context);
  return { ...witness, request: { ...request, context: Object.fromEntries(entries) } };
}

function describeCaller(principal: RequestPrincipal | string): string {
  if (typeof principal === 'string') return principal;
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
      return principal.arn;
    case 'role-session':
      return principal.roleArn;
    case 'root':
    case 'account':
      return `account ${principal.account}`;
    case 'service':
      return principal.name;
    case 'federated':
      return `someone with a token of ${principal.provider}`;
    case 'canonical-user':
      return `canonical user ${principal.id}`;
    case 'anonymous':
      return 'anyone at all';
    case 'unrecognised':
      return principal.text;
    default:
      return principal satisfies never;
  }
}
