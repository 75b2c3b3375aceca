/** An HTTP request, whether it came from a socket or straight from an SDK client. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** Names in any case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as it came; of CBOR, which is no text, only this counts. */
  readonly bytes?: Uint8Array | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Goes out in the place of the body where that is no text. */
  readonly bytes?: Uint8Array | undefined;
}

/** Path without the query, and the query. */
export function splitPath({ path }: HttpRequest): readonly [string, URLSearchParams] {
  const [bare = '', query = ''] = path.split('?');
  return [bare, new URLSearchParams(query)];
}

/** `name` in lower case. */
export function header({ headers }: HttpRequest, name: string): string | undefined {
  const byName = lowerCase.get(headers) ?? inLowerCase(headers);
  lowerCase.set(headers, byName);
  return byName.get(name);
}

/** Each is asked for several times. */
const lowerCase = new WeakMap<HttpRequest['headers'], ReadonlyMap<string, string>>();

/** Of names that differ in case only the first counts. */
function inLowerCase(headers: HttpRequest['headers']): ReadonlyMap<string, string> {
  const entries = Object.entries(headers).map(
    ([key, value]) => [key.toLowerCase(), value] as const,
  );
  return new Map(entries.reverse());
}

export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/** What the Authorization header says of the signer; signatures themselves are not checked. */
export function credentialScope(request: HttpRequest): CredentialScope | undefined {
  const match = /Credential=([^/\s]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(
    header(request, 'authorization') ?? '',
  );
  const [, accessKeyId, region, service] = match ?? [];
  if (accessKeyId === undefined || region === undefined || service === undefined) return undefined;
  return { accessKeyId, region, service };
}
