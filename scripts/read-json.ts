import { readFileSync } from 'node:fs';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** Reads a JSON file whose top is an object; anything else is an error that names the file. */
export function readJsonRecord(path: string): JsonRecord {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isRecord(value)) throw new Error(`${path} does not hold a JSON object`);
  return value;
}

/** The object under a key, or an empty one. */
export function recordAt(record: JsonRecord, key: string): JsonRecord {
  const value = record[key];
  return isRecord(value) ? value : {};
}

/** The objects in the array under a key. */
export function recordsAt(record: JsonRecord, key: string): JsonRecord[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
