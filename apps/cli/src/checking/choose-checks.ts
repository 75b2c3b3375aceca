import { type Check, checksOf, type Profile, RolecallError } from '@rolecall/core';
import type { CheckOptions } from '../commands/check.ts';
import { pickProfile } from './pick-profile.ts';
import { selectChecks } from './select-checks.ts';

export interface ChosenChecks {
  readonly checks: readonly Check[];
  readonly profile: Profile | undefined;
}

/** The checks that the command line asks for, by a profile or one by one. */
export function chooseChecks({
  check,
  profile: name,
}: Pick<CheckOptions, 'check' | 'profile'>): ChosenChecks {
  if (name === undefined) return { checks: selectChecks(check), profile: undefined };
  if (check !== undefined) {
    throw new RolecallError('USAGE', '--profile and --check cannot go together.', {
      hint: 'A profile says which checks run: name it, or the checks.',
    });
  }
  const profile = pickProfile(name);
  return { checks: checksOf(profile).checks, profile };
}
