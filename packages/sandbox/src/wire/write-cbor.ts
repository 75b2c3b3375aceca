/**
 * Writes plain data as CBOR: texts, numbers, booleans, `null`, lists, and objects without what is
 * `undefined`. Source: RFC 8949.
 */
export function writeCbor(value: unknown): Uint8Array {
  return Buffer.concat(partsOf(value));
}

function partsOf(value: unknown): Uint8Array[] {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return [head(3, text.length), text];
  }
  if (typeof value === 'number') return [numberOf(value)];
  if (typeof value === 'boolean') return [Uint8Array.of(value ? 0xf5 : 0xf4)];
  if (Array.isArray(value)) return [head(4, value.length), ...value.flatMap(partsOf)];
  if (typeof value !== 'object' || value === null) return [Uint8Array.of(0xf6)];
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return [head(5, members.length), ...members.flat().flatMap(partsOf)];
}

function numberOf(value: number): Uint8Array {
  if (Number.isSafeInteger(value)) return value < 0 ? head(1, -1 - value) : head(0, value);
  const bytes = Buffer.alloc(9, 0xfb);
  bytes.writeDoubleBE(value, 1);
  return bytes;
}

/** The major type and its argument. */
function head(major: number, argument: number): Uint8Array {
  const type = major << 5;
  if (argument < 24) return Uint8Array.of(type | argument);
  if (argument < 0x100) return Uint8Array.of(type | 24, argument);
  const bytes = Buffer.alloc(argument < 0x10000 ? 3 : argument < 0x100000000 ? 5 : 9);
  if (bytes.length === 3) bytes.writeUInt16BE(argument, 1);
  else if (bytes.length === 5) bytes.writeUInt32BE(argument, 1);
  else bytes.writeBigUInt64BE(BigInt(argument), 1);
  bytes[0] = type | (bytes.length === 3 ? 25 : bytes.length === 5 ? 26 : 27);
  return bytes;
}
