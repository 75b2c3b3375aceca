import { isObject, type JsonObject } from '../documents/json.ts';

/** The members of a request that say something: AWS takes `null` for one that is not there. */
export function withoutNulls(value: unknown): JsonObject {
  const given = isObject(value) ? value : {};
  return Object.fromEntries(Object.entries(given).filter(([, member]) => member !== null));
}
