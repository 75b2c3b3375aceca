import type { HttpAnswer, HttpRequest } from './http.ts';

/** The members of the SDK's request that are read. */
export interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface SdkResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/** Usable as `requestHandler` of an AWS SDK v3 client. */
export interface SandboxRequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(
    request: SdkRequest,
    options?: { readonly abortSignal?: { readonly aborted: boolean } },
  ): Promise<{ response: SdkResponse }>;
  httpHandlerConfigs(): Record<string, never>;
  updateHttpClientConfig(): void;
  destroy(): void;
}

export function createRequestHandler(
  handleHttp: (request: HttpRequest) => Promise<HttpAnswer>,
): SandboxRequestHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async ({ method, path, query, headers, body }, { abortSignal } = {}) => {
      if (abortSignal?.aborted) throw new DOMException('Request aborted', 'AbortError');
      const answer = await handleHttp({
        method,
        path: `${path}${queryText(query)}`,
        headers,
        body: textOf(body),
        ...(body instanceof Uint8Array && { bytes: body }),
      });
      return {
        response: {
          statusCode: answer.status,
          headers: { ...answer.headers },
          body: answer.bytes ?? new TextEncoder().encode(answer.body),
        },
      };
    },
    httpHandlerConfigs: () => ({}),
    updateHttpClientConfig: () => {},
    destroy: () => {},
  };
}

function queryText(query: SdkRequest['query'] = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? ['']))
      pairs.append(name, one);
  }
  return pairs.size === 0 ? '' : `?${pairs}`;
}

function textOf(body: unknown): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError('the sandbox reads request bodies that are text or bytes');
}
