import type { Check } from '../checks/check.ts';
import { checks } from '../checks/index.ts';
import { type CheckSettings, defaultCheckSettings } from '../model/settings.ts';
import type { Profile } from './profiles.ts';
import { strictest } from './thresholds.ts';

export interface ProfileChecks {
  /** In the order of reports; a framework also takes those that run only on request. */
  readonly checks: readonly Check[];
  readonly settings: CheckSettings;
}

/**
 * What a profile runs. Where controls of one framework set different limits, the strictest runs:
 * `reportCompliance` then judges each control by its own. What the team sets itself (`explicit`)
 * wins over both.
 */
export function checksOf(profile: Profile, explicit: Partial<CheckSettings> = {}): ProfileChecks {
  const automations = (profile.framework?.controls ?? []).flatMap(({ automation }) =>
    automation.kind === 'checks' ? [automation] : [],
  );
  return {
    checks: checks.filter(isChosen(profile, new Set(automations.flatMap((each) => each.checks)))),
    settings: {
      ...defaultCheckSettings,
      ...strictest(automations.map(({ settings }) => settings)),
      ...explicit,
    },
  };
}

function isChosen({ name, framework }: Profile, named: ReadonlySet<string>) {
  return ({ id, optIn = false }: Check): boolean => {
    if (framework !== undefined) return named.has(id);
    return name === 'all' || !optIn;
  };
}
