import {
  type Check,
  type CheckSettings,
  checks,
  checksOf,
  defaultCheckSettings,
  findCheck,
  findProfile,
  type Profile,
} from '@rolecall/core';
import type { CheckRunRequest } from '../../model/records.ts';
import { readGivenSettings } from './given-settings.ts';

export interface ChosenChecks {
  readonly profile: Profile | undefined;
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
  /** Those that were given. */
  readonly explicit: Partial<CheckSettings>;
}

/** What a run runs: a profile, the checks that are named, or all but those on request. */
export function chooseChecks(
  request: Pick<CheckRunRequest, 'profile' | 'checks' | 'settings'>,
): ChosenChecks {
  const explicit = readGivenSettings(request.settings);
  const profile = request.profile === null ? undefined : findProfile(request.profile);
  if (profile !== undefined) return { profile, explicit, ...checksOf(profile, explicit) };
  const named = request.checks?.flatMap((id) => findCheck(id) ?? []);
  return {
    profile,
    explicit,
    checks: named ?? checks.filter(({ optIn }) => optIn !== true),
    settings: { ...defaultCheckSettings, ...explicit },
  };
}
