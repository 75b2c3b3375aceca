import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Failure, type Matcher, matches, type ScriptedFailure } from './failures.ts';
import { listen } from './listen.ts';
import { createOidcProvider, type OidcProvider } from './oidc.ts';
import type { Limits } from './operations/answer.ts';
import type { Permissions } from './permissions.ts';
import type { Fault, RecordedRequest } from './recorded-request.ts';
import { respond } from './respond.ts';
import { serveArtifacts } from './serve-artifacts.ts';
import { createState, type GitHubState, type StateOptions } from './state/github-state.ts';

export interface GitHubServerOptions extends StateOptions {
  /** Of the job's token; without it all that Rolecall may ask for. */
  readonly permissions?: Permissions;
  readonly limits?: Partial<Limits>;
}

export interface GitHubServer extends AsyncDisposable {
  /** For `GITHUB_API_URL`. */
  readonly url: string;
  /** The job's token; the only one that is let in. */
  readonly token: string;
  /** What the token may do; change it to take something away. */
  permissions: Permissions;
  readonly limits: Limits;
  readonly state: GitHubState;
  /** Every request to the API, in order. */
  readonly requests: readonly RecordedRequest[];
  /** What was wrong with requests; a test of good behaviour asserts that there is nothing. */
  readonly faults: readonly Fault[];
  readonly oidc: OidcProvider & { readonly requestUrl: string; readonly requestToken: string };
  /** Makes matching requests go wrong, so many times (one), first come, first served. */
  fail(matcher: Matcher, failure: Failure, options?: { readonly times?: number }): void;
  /** Resolves with the next request that matches, before it is answered. */
  waitFor(matcher: Matcher): Promise<RecordedRequest>;
  /** A new folder that goes when the server is closed. */
  makeFolder(): Promise<string>;
  close(): Promise<void>;
}

const fullPermissions: Permissions = {
  actions: 'read',
  checks: 'write',
  contents: 'read',
  issues: 'write',
  'pull-requests': 'write',
  'id-token': 'write',
};

/**
 * GitHub's REST API on a port of this machine, with its state in memory and every request checked
 * against GitHub's own description. Also the endpoint for OIDC tokens of a workflow's jobs.
 */
export async function createGitHubServer(options: GitHubServerOptions = {}): Promise<GitHubServer> {
  const state = createState(options);
  const requests: RecordedRequest[] = [];
  const faults: Fault[] = [];
  const failures: ScriptedFailure[] = [];
  const waiting: { matcher: Matcher; resolve: (request: RecordedRequest) => void }[] = [];
  const folders: string[] = [];
  const storage = await serveArtifacts(state, (fault) => faults.push(fault));
  const api = await listen((request, response) => {
    respond({ request, response, server, failures, onRequest, onFault }).catch((error: unknown) => {
      onFault({ kind: 'answer', request: `${request.method} ${request.url}`, message: `${error}` });
      response.destroy();
    });
  });

  const server: GitHubServer & { storageUrl(artifact: number): string } = {
    url: api.url,
    token: `ghs_${randomUUID().replaceAll('-', '')}`,
    permissions: options.permissions ?? fullPermissions,
    limits: { commentCharacters: 65_536, treeEntries: 100_000, ...options.limits },
    state,
    requests,
    faults,
    oidc: Object.assign(createOidcProvider(state.now), {
      // The real address has a query too, to which the audience is added.
      requestUrl: `${api.url}/_oidc/token?api-version=2.0`,
      requestToken: randomUUID(),
    }),
    storageUrl: (artifact) => `${storage.url}/artifacts/${artifact}?sig=${randomUUID()}`,
    fail(matcher, failure, { times = 1 } = {}) {
      failures.push({ matcher, failure, left: times });
    },
    waitFor: (matcher) => new Promise((resolve) => waiting.push({ matcher, resolve })),
    async makeFolder() {
      const folder = await mkdtemp(join(tmpdir(), 'rolecall-action-'));
      folders.push(folder);
      return folder;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  return server;

  function onRequest(request: RecordedRequest): void {
    requests.push(request);
    for (const waiter of waiting.filter(({ matcher }) => matches(matcher, request))) {
      waiting.splice(waiting.indexOf(waiter), 1);
      waiter.resolve(request);
    }
  }

  function onFault(fault: Fault): void {
    faults.push(fault);
  }

  async function close(): Promise<void> {
    await Promise.all([api.close(), storage.close()]);
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}
