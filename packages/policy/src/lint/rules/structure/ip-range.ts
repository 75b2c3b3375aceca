/** An address with the bits of its network; the whole length for a single address. */
export interface IpRange {
  readonly address: bigint;
  readonly prefix: number;
  /** 32 for IPv4, 128 for IPv6. */
  readonly bits: 32 | 128;
}

/** Reads `203.0.113.0/24`, `2001:db8::/32` and single addresses; `undefined` for anything else. */
export function parseIpRange(text: string): IpRange | undefined {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return undefined;
  if (slash < 0) return { ...address, prefix: address.bits };
  const digits = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(digits) || Number(digits) > address.bits) return undefined;
  return { ...address, prefix: Number(digits) };
}

/** The range with all bits after the prefix cleared, as text; `undefined` where it is so already. */
export function withoutHostBits(range: IpRange): string | undefined {
  const hostBits = BigInt(range.bits - range.prefix);
  const network = (range.address >> hostBits) << hostBits;
  return network === range.address
    ? undefined
    : `${formatAddress(network, range.bits)}/${range.prefix}`;
}

type Address = Pick<IpRange, 'address' | 'bits'>;

function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return { address: numberOf(bytes, 8n), bits: 32 };
}

function parseIpv6(text: string): Address | undefined {
  const whole = expandIpv4Tail(text);
  if (whole === undefined) return undefined;
  const halves = whole.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (head === undefined) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...(tail ?? [])];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return {
    address: numberOf(
      groups.map((group) => Number.parseInt(group, 16)),
      16n,
    ),
    bits: 128,
  };
}

/** `::ffff:192.0.2.1` to `::ffff:c000:201`. */
function expandIpv4Tail(text: string): string | undefined {
  if (text.length > 45) return undefined;
  if (!text.includes('.')) return text;
  const colon = text.lastIndexOf(':');
  const tail = parseIpv4(text.slice(colon + 1));
  if (tail === undefined) return undefined;
  const high = (tail.address >> 16n).toString(16);
  const low = (tail.address & 0xffffn).toString(16);
  return `${text.slice(0, colon + 1)}${high}:${low}`;
}

function numberOf(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) | BigInt(part), 0n);
}

function formatAddress(address: bigint, bits: 32 | 128): string {
  if (bits === 32) return partsOf(address, 4, 8n).join('.');
  const groups = partsOf(address, 8, 16n).map((part) => part.toString(16));
  const lastUsed = groups.findLastIndex((group) => group !== '0');
  return lastUsed > 5 ? groups.join(':') : `${groups.slice(0, lastUsed + 1).join(':')}::`;
}

function partsOf(address: bigint, count: number, width: bigint): readonly number[] {
  const mask = (1n << width) - 1n;
  return Array.from({ length: count }, (_, index) =>
    Number((address >> (BigInt(count - 1 - index) * width)) & mask),
  );
}
