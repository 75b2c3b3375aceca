import { jsonSchema } from '@rolecall/core';
import type { Json } from '@rolecall/policy';

/** A value of core's as it is stored. */
export function toJson(value: unknown): Json {
  return jsonSchema.parse(JSON.parse(JSON.stringify(value)));
}
