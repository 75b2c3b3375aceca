import {
  type CheckSettings,
  defaultCheckSettings,
  emergencyPrincipalSchema,
  type Manifest,
  refuse,
} from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/**
 * The settings of the manifest, if it is for the account that is checked: the emergency principals
 * of one account must not excuse anyone in another.
 */
export function settingsFor(
  account: string,
  manifest: Manifest,
  presenter: Pick<Presenter, 'note'>,
): CheckSettings {
  if (manifest.account === account) return manifest.checks;
  presenter.note(
    `${manifest.files[0]} is for account ${manifest.account}: its settings are not used.`,
  );
  return defaultCheckSettings;
}

/** Those that the command line names are kept for emergencies beside those of the manifest. */
export function withEmergency(
  settings: CheckSettings,
  principals: readonly string[] = [],
): CheckSettings {
  const wrong = principals.filter((text) => !emergencyPrincipalSchema.safeParse(text).success);
  if (wrong.length > 0) refuse('--emergency cannot be used.', wrong.map(explain));
  const { emergencyPrincipals } = settings;
  return { ...settings, emergencyPrincipals: [...emergencyPrincipals, ...principals] };
}

function explain(text: string) {
  return {
    code: 'USAGE' as const,
    message: `"${text}" names no principal for certain.`,
    hint: 'Write user/NAME, role/NAME, group/NAME or a full ARN.',
  };
}
