import { type IpRange, parseIpRange } from '../structure/ip-range.ts';

/**
 * Ranges that are not routed on the internet: RFC 1918 and RFC 4193.
 * Source: the RFCs; AWS does not say which ranges it counts as private. Read 2026-11-21.
 */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => parseIpRange(text) ?? [],
);

/** Whether all of the range is private; part of it is not enough. */
export function isPrivateRange(range: IpRange): boolean {
  return privateRanges.some((outer) => {
    const hostBits = BigInt(outer.bits - outer.prefix);
    return (
      outer.bits === range.bits &&
      outer.prefix <= range.prefix &&
      outer.address >> hostBits === range.address >> hostBits
    );
  });
}
