import { parseRequestPrincipal, type RequestPrincipal } from './request-principal.ts';

/** One request to AWS, as policies see it. */
export interface AccessRequest {
  /** Missing: not known; only `"*"` matches. As text: see `parseRequestPrincipal`. */
  readonly principal?: RequestPrincipal | string | undefined;
  /** `s3:GetObject`; letters in any case. */
  readonly action: string;
  /** An ARN, or `*` for an action that is about no resource. */
  readonly resource: string;
  /** Nothing is added to it: `aws:PrincipalArn` and the like are there when the caller says so. */
  readonly context?: RequestContext | undefined;
}

/**
 * Condition keys and their values. Keys are compared without regard to case; of keys that differ in
 * case only, the first counts. A list is a multivalued key; `[]` is as good as a missing key.
 */
export type RequestContext =
  | Readonly<Record<string, ContextValue>>
  | ReadonlyMap<string, readonly string[]>;

export type ContextValue = ContextScalar | readonly ContextScalar[];
type ContextScalar = string | number | boolean;

/** A request whose parts are read: what single statements are matched against. */
export interface NormalisedRequest {
  readonly principal: RequestPrincipal | undefined;
  readonly action: string;
  readonly resource: string;
  /** Keys in lower case, values as text. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export function normaliseRequest(request: AccessRequest): NormalisedRequest {
  const { principal, action, resource, context = {} } = request;
  return {
    principal: typeof principal === 'string' ? parseRequestPrincipal(principal) : principal,
    action,
    resource,
    context: normaliseContext(context),
  };
}

function normaliseContext(context: RequestContext): NormalisedRequest['context'] {
  const normalised = new Map<string, readonly string[]>();
  const entries = isMap(context) ? context.entries() : Object.entries(context);
  for (const [name, value] of entries) {
    const key = name.toLowerCase();
    if (!normalised.has(key)) normalised.set(key, textsOf(value));
  }
  return normalised;
}

function isMap(context: RequestContext): context is ReadonlyMap<string, readonly string[]> {
  return context instanceof Map;
}

function textsOf(value: ContextValue): readonly string[] {
  return isScalar(value) ? [String(value)] : value.map(String);
}

function isScalar(value: ContextValue): value is ContextScalar {
  return typeof value !== 'object';
}
