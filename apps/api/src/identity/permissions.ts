/** What an operation asks for; `x-rolecall-permission` in openapi.yaml names one of these. */
export const permissions = [
  'accounts:read',
  'accounts:write',
  'checks:read',
  'checks:run',
  'exceptions:write',
  'guides:read',
  'blueprints:read',
  'policies:use',
  'plans:read',
  'plans:write',
  'applications:write',
  'secrets:read',
  'role-requests:read',
  'role-requests:write',
  'role-requests:settle',
  'decisions:write',
  'delegations:end',
  'grants:read',
  'grants:revoke',
  'emergency:use',
  'emergency:review',
  'rules:read',
  'rules:write',
  'audit:read',
  'webhooks:read',
  'webhooks:write',
  'tokens:read',
  'tokens:write',
  'me:read',
] as const;
export type Permission = (typeof permissions)[number];

export function isPermission(text: string): text is Permission {
  return known.has(text);
}

const known: ReadonlySet<string> = new Set(permissions);

/**
 * What a machine never does, whatever its roles: two people who approve must be two people. A bot
 * that passes on a person's answer brings that person's token.
 */
export const peopleOnly: ReadonlySet<Permission> = new Set([
  'decisions:write',
  'delegations:end',
  'emergency:use',
  'emergency:review',
]);
