import { readFileSync } from 'node:fs';
import { checkSettingsSchema } from '@rolecall/core';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Problem } from '../../http/problem.ts';
import { readGivenSettings } from './given-settings.ts';

const settings = z.object({ properties: z.record(z.string(), z.unknown()) });
const contract = z.object({
  components: z.object({ schemas: z.object({ CheckSettings: settings }) }),
});

test('the contract knows every setting of the checks', () => {
  const file = new URL('../../../../../openapi.yaml', import.meta.url);
  const { components } = contract.parse(parse(readFileSync(file, 'utf8')));
  const { properties } = components.schemas.CheckSettings;
  expect(Object.keys(properties).sort()).toEqual(Object.keys(checkSettingsSchema.shape).sort());
});

test('only what was given is set, since it wins over the limits of a profile', () => {
  expect(readGivenSettings({ rootUnusedDays: 7 })).toEqual({ rootUnusedDays: 7 });
  expect(readGivenSettings({})).toEqual({});
});

test('each fault is told with its place', () => {
  const read = () => readGivenSettings({ regions: ['x'], emergencyPrincipals: ['ana'] });
  expect(read).toThrow(Problem);
  expect(read).toThrow(
    expect.objectContaining({
      details: {
        errors: [
          expect.objectContaining({ pointer: '/settings/emergencyPrincipals/0' }),
          expect.objectContaining({ pointer: '/settings/regions/0' }),
        ],
      },
    }),
  );
});
