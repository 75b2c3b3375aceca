export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, or an empty one. */
export function recordAt(record: unknown, key: string): JsonRecord {
  const value = isRecord(record) ? record[key] : undefined;
  return isRecord(value) ? value : {};
}

/** The array under a key, or an empty one. */
export function listAt(record: unknown, key: string): readonly unknown[] {
  const value = isRecord(record) ? record[key] : undefined;
  return Array.isArray(value) ? value : [];
}

export function textAt(record: unknown, key: string): string | undefined {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
