import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';

export interface ResolvedAddress {
  readonly address: string;
  /** 4 or 6. */
  readonly family: number;
}

/** All addresses of a host; throws where there are none. */
export type Lookup = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface TargetRules {
  /** Hosts that may be private and without TLS, in lower case, perhaps with a port. */
  readonly allowedHosts: readonly string[];
  readonly lookup: Lookup;
}

export type CheckedTarget =
  /** `addresses`: what to connect to, and nothing else. */
  | {
      readonly kind: 'allowed';
      readonly url: URL;
      readonly addresses: readonly [ResolvedAddress, ...ResolvedAddress[]];
    }
  | {
      readonly kind: 'refused';
      readonly why: 'not-a-url' | 'scheme' | 'credentials' | 'no-tls' | 'private-address';
    }
  /** Nobody knows the host at the moment. */
  | { readonly kind: 'unresolved'; readonly cause: unknown };

/**
 * Whether the service may send something to an address that somebody chose: it stands inside, and
 * must not become the hand of those outside. The answer holds for the addresses in it, not for the
 * name, which may lead elsewhere a moment later.
 */
export async function checkTarget(
  text: string,
  { allowedHosts, lookup }: TargetRules,
): Promise<CheckedTarget> {
  const url = URL.parse(text);
  if (url === null) return { kind: 'refused', why: 'not-a-url' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { kind: 'refused', why: 'scheme' };
  if (url.username !== '' || url.password !== '') return { kind: 'refused', why: 'credentials' };
  const isAllowed = allowedHosts.some((one) => one === url.hostname || one === withPort(url));
  if (url.protocol === 'http:' && !isAllowed) return { kind: 'refused', why: 'no-tls' };
  const found = await resolve(url.hostname.replace(/^\[|\]$/g, ''), lookup);
  if ('cause' in found) return { kind: 'unresolved', cause: found.cause };
  const [first, ...others] = found.addresses;
  if (first === undefined) return { kind: 'unresolved', cause: new Error('It has no address.') };
  // One private address among public ones is enough: it might be the one that is taken.
  if (!isAllowed && !found.addresses.every(({ address }) => isPublicAddress(address)))
    return { kind: 'refused', why: 'private-address' };
  return { kind: 'allowed', url, addresses: [first, ...others] };
}

async function resolve(
  host: string,
  lookup: Lookup,
): Promise<{ readonly addresses: readonly ResolvedAddress[] } | { readonly cause: unknown }> {
  const family = isIP(host);
  if (family !== 0) return { addresses: [{ address: host, family }] };
  try {
    return { addresses: await lookup(host) };
  } catch (cause) {
    return { cause };
  }
}

function withPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}
