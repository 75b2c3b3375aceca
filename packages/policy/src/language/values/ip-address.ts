/** Four bytes, or sixteen. */
export type Address = readonly number[];

export interface AddressRange {
  readonly network: Address;
  /** How many leading bits count; those after them in `network` do not. */
  readonly prefix: number;
}

export function parseAddressRange(text: string): AddressRange | undefined {
  const slash = text.indexOf('/');
  const network = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (network === undefined) return undefined;
  const size = network.length * 8;
  if (slash < 0) return { network, prefix: size };
  const prefix = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > size) return undefined;
  return { network, prefix: Number(prefix) };
}

export function parseAddress(text: string): Address | undefined {
  // The longest spelling of an IPv6 address has 45 characters.
  if (text.length > 45) return undefined;
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): Address | undefined {
  const fields = text.split('.');
  if (fields.length !== 4) return undefined;
  // "010" is 8 to some and 10 to others.
  if (!fields.every((field) => /^(?:0|[1-9]\d{0,2})$/.test(field))) return undefined;
  const bytes = fields.map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** RFC 4291, section 2.2: eight groups, one run of zeros as `::`, the end perhaps as IPv4. */
function parseIpv6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? '', { last: halves.length === 1 });
  if (head === undefined) return undefined;
  if (halves.length === 1) return head.length === 16 ? head : undefined;
  const tail = parseGroups(halves[1] ?? '', { last: true });
  if (tail === undefined || head.length + tail.length > 14) return undefined;
  return [...head, ...new Array<number>(16 - head.length - tail.length).fill(0), ...tail];
}

function parseGroups(text: string, { last }: { readonly last: boolean }): Address | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [index, group] of groups.entries()) {
    const ends = last && index === groups.length - 1;
    const found = ends && group.includes('.') ? parseIpv4(group) : parseGroup(group);
    if (found === undefined) return undefined;
    bytes.push(...found);
  }
  return bytes;
}

function parseGroup(text: string): Address | undefined {
  if (!/^[0-9a-fA-F]{1,4}$/.test(text)) return undefined;
  const value = Number.parseInt(text, 16);
  return [value >> 8, value & 0xff];
}
