import {
  type CheckSettings,
  checkSettingsSchema,
  type Diagnostic,
  defaultCheckSettings,
  emergencyPrincipalSchema,
  type Manifest,
  refuse,
} from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/**
 * What the manifest sets itself, if it is for the account that is checked: the emergency principals
 * of one account must not excuse anyone in another.
 */
export function ownSettings(
  account: string,
  manifest: Manifest,
  presenter: Pick<Presenter, 'note'>,
): Partial<CheckSettings> {
  if (manifest.account === account) return manifest.ownChecks ?? manifest.checks;
  presenter.note(
    `${manifest.files[0]} is for account ${manifest.account}: its settings are not used.`,
  );
  return {};
}

/** The same with all that the manifest leaves to us. */
export function settingsFor(
  account: string,
  manifest: Manifest,
  presenter: Pick<Presenter, 'note'>,
): CheckSettings {
  return { ...defaultCheckSettings, ...ownSettings(account, manifest, presenter) };
}

export interface SettingOptions {
  readonly emergency?: readonly string[];
  readonly regions?: readonly string[];
}

/** Settings with what the command line adds: emergency principals beside, regions in place. */
export function withOptions(
  settings: Partial<CheckSettings>,
  { emergency = [], regions }: SettingOptions,
): Partial<CheckSettings> {
  const strangers = emergency.filter((text) => !emergencyPrincipalSchema.safeParse(text).success);
  if (strangers.length > 0) refuse('--emergency cannot be used.', strangers.map(explainPrincipal));
  const nowhere = (regions ?? []).filter(
    (region) => !checkSettingsSchema.shape.regions.safeParse([region]).success,
  );
  if (nowhere.length > 0) refuse('--regions cannot be used.', nowhere.map(explainRegion));
  const { emergencyPrincipals = [] } = settings;
  return {
    ...settings,
    ...(emergency.length > 0 && { emergencyPrincipals: [...emergencyPrincipals, ...emergency] }),
    ...(regions !== undefined && { regions: [...regions] }),
  };
}

function explainPrincipal(text: string): Diagnostic {
  return {
    code: 'USAGE',
    message: `"${text}" names no principal for certain.`,
    hint: 'Write user/NAME, role/NAME, group/NAME or a full ARN.',
  };
}

function explainRegion(text: string): Diagnostic {
  return { code: 'USAGE', message: `"${text}" is no region.`, hint: 'Write eu-central-1.' };
}
