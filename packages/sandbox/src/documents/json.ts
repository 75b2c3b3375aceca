export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value or a list of values, as policies allow nearly everywhere. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A list of strings or one string; `undefined` when it holds anything else. */
export function textsOf(value: unknown): readonly string[] | undefined {
  const texts = listOf(value).filter(isText);
  return texts.length === listOf(value).length ? texts : undefined;
}

/** The object a text holds, or `undefined`. */
export function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
