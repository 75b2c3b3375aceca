import type { ProblemCode, Schema } from './names.ts';

/** Why a request was refused, as the service or something on the way to it says. */
export type RolecallProblem = Schema<'Problem'>;

/** Whether a value is a problem; with a code, whether it is that one. */
export function isProblem(value: unknown, code?: ProblemCode): value is RolecallProblem {
  if (typeof value !== 'object' || value === null) return false;
  const has = (member: string, type: 'string' | 'number') =>
    typeof Object.getOwnPropertyDescriptor(value, member)?.value === type;
  if (!(has('type', 'string') && has('title', 'string') && has('status', 'number'))) return false;
  if (!(has('code', 'string') && has('requestId', 'string'))) return false;
  return code === undefined || Object.getOwnPropertyDescriptor(value, 'code')?.value === code;
}
