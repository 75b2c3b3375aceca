import {
  findProfile,
  nearestName,
  type Profile,
  profileNames,
  RolecallError,
} from '@rolecall/core';

/** The profile of this name. */
export function pickProfile(name: string): Profile {
  const profile = findProfile(name);
  if (profile !== undefined) return profile;
  const near = nearestName(name, profileNames);
  throw new RolecallError('USAGE', `There is no profile "${name}".`, {
    hint: near === undefined ? 'See `rolecall check --list-profiles`.' : `Did you mean "${near}"?`,
  });
}
