import { type Permission, permissions } from './permissions.ts';

export const roles = [
  'requester',
  'approver',
  'auditor',
  'administrator',
  'machine',
  'security',
] as const;
export type Role = (typeof roles)[number];

/**
 * What each role may. Which objects of a kind somebody sees or touches is decided beside this, in
 * visibility.ts: a requester reads and ends their own requests and grants only.
 */
const rolePermissions: { readonly [R in Role]: readonly Permission[] } = {
  requester: [
    'accounts:read',
    'guides:read',
    'blueprints:read',
    'policies:use',
    'role-requests:read',
    'role-requests:write',
    'role-requests:settle',
    'grants:read',
    'grants:revoke',
    'emergency:use',
  ],
  approver: [
    'accounts:read',
    'checks:read',
    'guides:read',
    'blueprints:read',
    'policies:use',
    'plans:read',
    'role-requests:read',
    'decisions:write',
    'delegations:end',
    'grants:read',
    'grants:revoke',
    'emergency:review',
    'rules:read',
  ],
  auditor: [
    'accounts:read',
    'checks:read',
    'guides:read',
    'blueprints:read',
    'policies:use',
    'plans:read',
    'role-requests:read',
    'grants:read',
    'rules:read',
    'audit:read',
    'webhooks:read',
    'tokens:read',
  ],
  // Keeps the service, and neither asks for access nor grants it: that takes a role more.
  administrator: [
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
    'role-requests:settle',
    'delegations:end',
    'grants:read',
    'grants:revoke',
    'emergency:review',
    'rules:read',
    'rules:write',
    'audit:read',
    'webhooks:read',
    'webhooks:write',
    'tokens:read',
    'tokens:write',
  ],
  machine: [
    'accounts:read',
    'checks:read',
    'checks:run',
    'guides:read',
    'blueprints:read',
    'policies:use',
    'plans:read',
    'plans:write',
    'applications:write',
    'secrets:read',
    'role-requests:read',
    'grants:read',
  ],
  // Ends access at once, anybody's.
  security: [
    'accounts:read',
    'checks:read',
    'guides:read',
    'blueprints:read',
    'policies:use',
    'role-requests:read',
    'grants:read',
    'grants:revoke',
    'emergency:review',
    'rules:read',
    'audit:read',
  ],
};

/** Whoever is authenticated may ask who they are: it tells a person why they see nothing else. */
export const everybodysPermissions: readonly Permission[] = ['me:read'];

/** What a role may, in the order of `permissions`. */
export function permissionsOf(role: Role): readonly Permission[] {
  const held = new Set([...rolePermissions[role], ...everybodysPermissions]);
  return permissions.filter((permission) => held.has(permission));
}

/** Roles that see every role request and grant, not only those they have to do with. */
export const seeEverything: ReadonlySet<Role> = new Set(['auditor', 'administrator', 'security']);

/** Roles that end anybody's grants. */
export const revokeEverything: ReadonlySet<Role> = new Set(['administrator', 'security']);
