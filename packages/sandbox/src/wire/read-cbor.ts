import { AwsError } from '../aws-error.ts';

/**
 * Reads CBOR as plain data: maps as objects, tags left out, bytes as they are. Throws AwsError
 * where it is none. Source: RFC 8949.
 */
export function readCbor(bytes: Uint8Array): unknown {
  const buffer = Buffer.from(bytes);
  try {
    return readItem({ buffer, at: 0 });
  } catch (error) {
    if (error instanceof RangeError) throw malformed();
    throw error;
  }
}

interface Cursor {
  readonly buffer: Buffer;
  at: number;
}

/** Ends lists and maps without a length. */
const end = Symbol('break');

function readItem(cursor: Cursor): unknown {
  const initial = cursor.buffer.readUInt8(cursor.at++);
  const major = initial >> 5;
  const low = initial & 31;
  if (major === 7) return readSimple(cursor, low);
  const length = low === 31 ? undefined : readArgument(cursor, low);
  switch (major) {
    case 0:
      return length;
    case 1:
      return -1 - (length ?? 0);
    case 2:
      return readBytes(cursor, length);
    case 3:
      return readBytes(cursor, length).toString('utf8');
    case 4:
      return readItems(cursor, length);
    case 5:
      return readMap(cursor, length);
    default:
      return readItem(cursor);
  }
}

function readArgument(cursor: Cursor, low: number): number {
  const { buffer, at } = cursor;
  if (low < 24) return low;
  cursor.at += 2 ** (low - 24);
  switch (low) {
    case 24:
      return buffer.readUInt8(at);
    case 25:
      return buffer.readUInt16BE(at);
    case 26:
      return buffer.readUInt32BE(at);
    case 27:
      return Number(buffer.readBigUInt64BE(at));
    default:
      throw malformed();
  }
}

function readBytes(cursor: Cursor, length: number | undefined): Buffer {
  if (length === undefined) {
    const chunks = readItems(cursor, undefined);
    return Buffer.concat(chunks.map((chunk) => Buffer.from(String(chunk))));
  }
  const { buffer, at } = cursor;
  if (at + length > buffer.length) throw malformed();
  cursor.at += length;
  return buffer.subarray(at, at + length);
}

function readItems(cursor: Cursor, length: number | undefined): unknown[] {
  const items: unknown[] = [];
  while (length === undefined || items.length < length) {
    const item = readItem(cursor);
    if (item === end) break;
    items.push(item);
  }
  return items;
}

function readMap(cursor: Cursor, length: number | undefined): Readonly<Record<string, unknown>> {
  const entries: [string, unknown][] = [];
  while (length === undefined || entries.length < length) {
    const key = readItem(cursor);
    if (key === end) break;
    entries.push([String(key), readItem(cursor)]);
  }
  return Object.fromEntries(entries);
}

function readSimple(cursor: Cursor, low: number): unknown {
  const { buffer, at } = cursor;
  switch (low) {
    case 20:
      return false;
    case 21:
      return true;
    case 22:
    case 23:
      return null;
    case 26:
      cursor.at += 4;
      return buffer.readFloatBE(at);
    case 27:
      cursor.at += 8;
      return buffer.readDoubleBE(at);
    case 31:
      return end;
    default:
      throw malformed();
  }
}

function malformed(): AwsError {
  return new AwsError('SerializationException', 400, 'The request could not be read.');
}
