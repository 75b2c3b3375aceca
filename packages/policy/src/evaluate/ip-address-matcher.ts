import { type Address, parseAddress, parseAddressRange } from '../language/values/ip-address.ts';
import { neverMatches, type ValueMatcher } from './value-matcher.ts';

/**
 * The request's address lies in the policy's range: CIDR notation, or one address. IPv4 and IPv6
 * are two worlds; `::ffff:192.0.2.1` is not `192.0.2.1`. Texts that are no addresses match nothing.
 * Source: IAM User Guide, "IP address condition operators".
 */
export function ipAddressMatcher(value: string): ValueMatcher {
  const range = parseAddressRange(value);
  if (range === undefined) return neverMatches;
  return (requested) => {
    const address = parseAddress(requested);
    if (address?.length !== range.network.length) return false;
    return bitsOf(address).slice(0, range.prefix) === bitsOf(range.network).slice(0, range.prefix);
  };
}

function bitsOf(address: Address): string {
  return address.map((byte) => byte.toString(2).padStart(8, '0')).join('');
}
