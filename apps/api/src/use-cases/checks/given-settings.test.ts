import document from '@rolecall/contract/document.json' with { type: 'json' };
import { checkSettingsSchema } from '@rolecall/core';
import { expect, test } from 'vitest';
import { Problem } from '../../http/problem.ts';
import { readGivenSettings } from './given-settings.ts';

test('the contract knows every setting of the checks', () => {
  const { properties } = document.components.schemas.CheckSettings;
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
