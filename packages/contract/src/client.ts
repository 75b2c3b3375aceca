import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api.gen.ts';
import { problemOfStatus } from './problem-of-status.ts';

export type RolecallClientOptions = {
  /** Where the service is, without `/v1`. */
  readonly baseUrl: string;
  /** Instead of the global one. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
} & (
  | {
      /** An API token, or a token of the issuer. */
      readonly token: string;
    }
  | {
      /** Asked before each request, for tokens that are renewed. */
      readonly getToken: () => string | Promise<string>;
    }
);

/**
 * Paths and bodies as in openapi.yaml: `client.GET('/v1/grants', { params: … })` gives `data`, or
 * `error`, a `RolecallProblem`. Throws what `fetch` throws, where there is no answer at all.
 */
export type RolecallClient = Client<Mutable<paths>>;

/** The types of openapi-fetch take a list that cannot be changed for an object. */
type Mutable<T> = T extends readonly (infer E)[]
  ? Mutable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

export function createRolecallClient(options: RolecallClientOptions): RolecallClient {
  const { baseUrl, fetch } = options;
  const getToken = 'token' in options ? () => options.token : options.getToken;
  const client = createClient<Mutable<paths>>({ baseUrl, ...(fetch && { fetch }) });
  client.use(signedBy(getToken), answeredInProblems);
  return client;
}

function signedBy(getToken: () => string | Promise<string>): Middleware {
  return {
    onRequest: async ({ request }) => {
      request.headers.set('Authorization', `Bearer ${await getToken()}`);
    },
  };
}

/** What a proxy answers in its own words becomes a problem like all others. */
const answeredInProblems: Middleware = {
  onResponse: ({ response }) => {
    const { ok, status, statusText, headers } = response;
    if (ok || status === 304 || /[/+]json\b/.test(headers.get('content-type') ?? '')) return;
    const body = JSON.stringify(problemOfStatus(status, statusText));
    const problem = new Response(body, { status, statusText, headers });
    problem.headers.set('content-type', 'application/problem+json');
    problem.headers.delete('content-length');
    return problem;
  },
};
