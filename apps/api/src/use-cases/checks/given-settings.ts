import { type CheckSettings, checkSettingsSchema, jsonSchema } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import { problem } from '../../http/problem.ts';

/**
 * Reads the settings of checks that somebody gave: these alone, since they win over a profile's.
 *
 * @throws Problem `body-invalid`
 */
export function readGivenSettings(given: object): Partial<CheckSettings> {
  const result = checkSettingsSchema.safeParse(given);
  if (!result.success) {
    const errors = result.error.issues.map(({ path, message }) => ({
      pointer: ['/settings', ...path.map(String)].join('/'),
      message,
    }));
    throw problem('body-invalid', { errors });
  }
  return Object.fromEntries(
    Object.entries(result.data).filter(([name]) => Object.hasOwn(given, name)),
  );
}

const stored = z.record(z.string(), jsonSchema);

/** The same as they are stored. */
export function storableSettings(given: object): { readonly [name: string]: Json } {
  return stored.parse(given);
}
