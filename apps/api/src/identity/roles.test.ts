import { expect, test } from 'vitest';
import { peopleOnly, permissions } from './permissions.ts';
import { permissionsOf, roles } from './roles.ts';

/** By hand, to be read beside the tables in roles.ts: a change of who may what changes two places. */
const matrix = `
                     requester approver auditor administrator machine security
accounts:read        x         x        x       x             x       x
accounts:write       .         .        .       x             .       .
checks:read          .         x        x       x             x       x
checks:run           .         .        .       x             x       .
exceptions:write     .         .        .       x             .       .
guides:read          x         x        x       x             x       x
blueprints:read      x         x        x       x             x       x
policies:use         x         x        x       x             x       x
plans:read           .         x        x       x             x       .
plans:write          .         .        .       x             x       .
applications:write   .         .        .       x             x       .
secrets:read         .         .        .       x             x       .
role-requests:read   x         x        x       x             x       x
role-requests:write  x         .        .       .             .       .
role-requests:settle x         .        .       x             .       .
decisions:write      .         x        .       .             .       .
delegations:end      .         x        .       x             .       .
grants:read          x         x        x       x             x       x
grants:revoke        x         x        .       x             .       x
emergency:use        x         .        .       .             .       .
emergency:review     .         x        .       x             .       x
rules:read           .         x        x       x             .       x
rules:write          .         .        .       x             .       .
audit:read           .         .        x       x             .       x
webhooks:read        .         .        x       x             .       .
webhooks:write       .         .        .       x             .       .
tokens:read          .         .        x       x             .       .
tokens:write         .         .        .       x             .       .
me:read              x         x        x       x             x       x
`;

const [head = '', ...rows] = matrix.trim().split('\n');
const columns = head.trim().split(/\s+/);
const table = rows.map((row) => row.split(/\s+/));

test('every role and permission stands in the table', () => {
  expect(columns).toEqual([...roles]);
  expect(table.map(([permission]) => permission)).toEqual([...permissions]);
});

test.each(roles.map((role, index) => [role, index] as const))('%s', (role, index) => {
  const allowed = table.flatMap(([permission, ...marks]) =>
    marks[index] === 'x' ? [permission] : [],
  );
  expect(permissionsOf(role)).toEqual(allowed);
});

test('nobody both asks and decides by one role', () => {
  const both = roles.filter((role) => {
    const held = permissionsOf(role);
    return held.includes('role-requests:write') && held.includes('decisions:write');
  });
  expect(both).toEqual([]);
});

test('the role of machines holds nothing that is for people', () => {
  expect(permissionsOf('machine').filter((permission) => peopleOnly.has(permission))).toEqual([]);
});
