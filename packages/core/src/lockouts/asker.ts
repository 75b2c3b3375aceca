import {
  evaluateRequest,
  type Policy,
  type PolicyDocument,
  type RequestPrincipal,
} from '@rolecall/policy';
import type { KindReader } from './read-kindly.ts';

/** Condition keys and their values. */
export interface Context {
  readonly [key: string]: string | number | boolean;
}

/** Somebody who asks AWS for something, with what is known of their requests. */
export interface Asker {
  readonly principal: RequestPrincipal | string;
  readonly identity: readonly Policy[];
  readonly boundary: Policy | undefined;
  readonly context: Context;
  /** For policies of what is asked for. */
  readonly read: KindReader;
}

/** What a request is about; a role that is assumed decides by its trust policy as well. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly trust?: PolicyDocument;
}

export function mayAsk(asker: Asker, { action, resource, trust }: Asked): boolean {
  const { principal, identity, boundary, context, read } = asker;
  const [ofResource] = trust === undefined ? [] : read(trust);
  if (trust !== undefined && ofResource === undefined) return false;
  const policies = {
    identity,
    boundary,
    ...(ofResource && { resource: ofResource, resourceKind: 'trust' as const }),
  };
  return evaluateRequest({ principal, action, resource, context }, policies).decision === 'allowed';
}
