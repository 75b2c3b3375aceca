import type { components, operations } from './api.gen.ts';

export type SchemaName = keyof components['schemas'];

/** What a name of `components.schemas` stands for: `Schema<'RoleRequest'>`. */
export type Schema<N extends SchemaName> = components['schemas'][N];

/** Operations that the service answers; a webhook is answered by whoever receives it. */
export type OperationId = Exclude<keyof operations, 'receiveEvent'>;

/** What the caller of an operation needs, where it is not `public`. */
export type Permission = Schema<'Permission'>;

export type ProblemCode = Schema<'ProblemCode'>;
