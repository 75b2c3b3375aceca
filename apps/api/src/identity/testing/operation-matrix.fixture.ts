import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { isPermission } from '../permissions.ts';
import { type Role, roles } from '../roles.ts';
import { callerWith } from './caller.fixture.ts';

export interface ContractOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** A permission, or `public`. */
  readonly permission: string;
}

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;
const operation = z.looseObject({ operationId: z.string(), 'x-rolecall-permission': z.string() });
const pathItem = z.looseObject(
  Object.fromEntries(methods.map((name) => [name, operation.optional()])),
);
const document = z.looseObject({ paths: z.record(z.string(), pathItem) });

/** The operations of the contract. Fails where one does not say what it needs, or says nonsense. */
export function contractOperations(): readonly ContractOperation[] {
  const file = new URL('../../../../../openapi.yaml', import.meta.url);
  const { paths } = document.parse(parse(readFileSync(file, 'utf8')));
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const found = operation.optional().parse(item[method]);
      if (found === undefined) return [];
      const { operationId: id, 'x-rolecall-permission': permission } = found;
      if (permission !== 'public' && !isPermission(permission)) {
        throw new Error(`${id} needs ${permission}, which nobody has.`);
      }
      return [{ id, method: method.toUpperCase(), path, permission }];
    }),
  );
}

export interface MatrixEntry extends ContractOperation {
  readonly role: Role;
  /** Whether the role gets past the permission; which objects it then reaches is another question. */
  readonly allowed: boolean;
}

/** Every role against every operation of the contract. */
export function operationMatrix(): readonly MatrixEntry[] {
  const callers = roles.map((role) => [role, callerWith([role])] as const);
  return contractOperations().flatMap((one) =>
    callers.map(([role, { permissions }]) => {
      const held: ReadonlySet<string> = permissions;
      return { ...one, role, allowed: one.permission === 'public' || held.has(one.permission) };
    }),
  );
}
