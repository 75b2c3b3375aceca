import { expect, it } from 'vitest';
import { findProfile, profiles } from '../../compliance/profiles.ts';
import { reportedProfile } from './reported-profile.ts';

it.each(profiles)('$name has every control that checks answer', (profile) => {
  const { id, controls = {} } = reportedProfile(profile);
  const answered = (profile.framework?.controls ?? []).filter(
    ({ automation }) => automation.kind === 'checks',
  );
  expect(id).toBe(profile.name);
  expect(new Set(Object.values(controls).flat())).toEqual(new Set(answered.map((each) => each.id)));
});

it('names all controls of a check', () => {
  const profile = findProfile('cis-7.0');
  expect(profile && reportedProfile(profile).controls).toHaveProperty('root-mfa-enabled');
});
