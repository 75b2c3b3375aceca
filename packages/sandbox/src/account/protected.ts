import { refuse } from '../aws-error.ts';
import type { Role } from './entities.ts';

/** Roles that only AWS changes: service-linked ones and Identity Center's. */
export function refuseProtected(role: Role): void {
  if (!/^\/(aws-service-role|aws-reserved)\//.test(role.path)) return;
  refuse(
    'UnmodifiableEntity',
    `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`,
  );
}

/** Paths in which a customer cannot create anything. */
export function refuseReservedPath(path: string): void {
  if (/^\/(aws-service-role|aws-reserved)\//.test(path)) {
    refuse('InvalidInput', `The path ${path} is reserved for AWS.`);
  }
}
