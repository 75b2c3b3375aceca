// Made of src by `npm run generate`.
import type { components, operations, paths } from '../src/api.gen.ts';

export type { components, operations, paths };
export type SchemaName = keyof components['schemas'];
/** What a name of `components.schemas` stands for: `Schema<'RoleRequest'>`. */
export type Schema<N extends SchemaName> = components['schemas'][N];
/** Operations that the service answers; a webhook is answered by whoever receives it. */
export type OperationId = Exclude<keyof operations, 'receiveEvent'>;
/** What the caller of an operation needs, where it is not `public`. */
export type Permission = Schema<'Permission'>;
export type ProblemCode = Schema<'ProblemCode'>;

/** Why a request was refused, as the service or something on the way to it says. */
export type RolecallProblem = Schema<'Problem'>;
/** Whether a value is a problem; with a code, whether it is that one. */
export declare function isProblem(value: unknown, code?: ProblemCode): value is RolecallProblem;

import { type Client } from 'openapi-fetch';
export type RolecallClientOptions = {
    /** Where the service is, without `/v1`. */
    readonly baseUrl: string;
    /** Instead of the global one. */
    readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
} & ({
    /** An API token, or a token of the issuer. */
    readonly token: string;
} | {
    /** Asked before each request, for tokens that are renewed. */
    readonly getToken: () => string | Promise<string>;
});
/**
 * Paths and bodies as in openapi.yaml: `client.GET('/v1/grants', { params: … })` gives `data`, or
 * `error`, a `RolecallProblem`. Throws what `fetch` throws, where there is no answer at all.
 */
export type RolecallClient = Client<Mutable<paths>>;
/** The types of openapi-fetch take a list that cannot be changed for an object. */
type Mutable<T> = T extends readonly (infer E)[] ? Mutable<E>[] : T extends object ? {
    -readonly [K in keyof T]: Mutable<T[K]>;
} : T;
export declare function createRolecallClient(options: RolecallClientOptions): RolecallClient;
