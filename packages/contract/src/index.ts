export type { components, operations, paths } from './api.gen.ts';
export { createRolecallClient, type RolecallClient, type RolecallClientOptions } from './client.ts';
export type { OperationId, Permission, ProblemCode, Schema, SchemaName } from './names.ts';
export { isProblem, type RolecallProblem } from './problem.ts';
