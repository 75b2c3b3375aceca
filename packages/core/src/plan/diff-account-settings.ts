import { canonicalJson, type Json } from '@rolecall/policy';
import type {
  DesiredAccountAlias,
  DesiredPasswordPolicy,
  LiveAccountAlias,
  LivePasswordPolicy,
} from '../model/resource.ts';
import type { PasswordPolicy } from '../model/snapshot.ts';
import type { OperationDraft } from './operation.ts';

/** An account has one alias: setting one replaces the other. */
export function setAccountAlias(
  { alias }: DesiredAccountAlias,
  live: LiveAccountAlias | undefined,
): readonly OperationDraft[] {
  if (live?.alias === alias) return [];
  return [
    {
      call: { action: 'iam:CreateAccountAlias', input: { AccountAlias: alias } },
      facet: 'alias',
      before: live?.alias ?? null,
      after: alias,
    },
  ];
}

/** UpdateAccountPasswordPolicy replaces the whole policy, so every member is sent. */
export function setPasswordPolicy(
  { settings }: DesiredPasswordPolicy,
  live: LivePasswordPolicy | undefined,
): readonly OperationDraft[] {
  if (live && canonicalJson(live.settings) === canonicalJson(settings)) return [];
  return [
    {
      call: {
        action: 'iam:UpdateAccountPasswordPolicy',
        input: {
          MinimumPasswordLength: settings.minimumLength,
          RequireSymbols: settings.requireSymbols,
          RequireNumbers: settings.requireNumbers,
          RequireUppercaseCharacters: settings.requireUppercase,
          RequireLowercaseCharacters: settings.requireLowercase,
          AllowUsersToChangePassword: settings.allowUsersToChange,
          HardExpiry: settings.hardExpiry,
          ...(settings.maxAge === undefined ? {} : { MaxPasswordAge: settings.maxAge }),
          ...(settings.reusePrevention === undefined
            ? {}
            : { PasswordReusePrevention: settings.reusePrevention }),
        },
      },
      facet: 'settings',
      before: live ? settingsJson(live.settings) : null,
      after: settingsJson(settings),
    },
  ];
}

export function settingsJson({ maxAge, reusePrevention, ...rest }: PasswordPolicy): Json {
  return { ...rest, maxAge: maxAge ?? null, reusePrevention: reusePrevention ?? null };
}
