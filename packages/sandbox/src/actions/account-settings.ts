import type { PasswordPolicy } from '../account/entities.ts';
import { refuse } from '../aws-error.ts';
import type * as api from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';

export const accountSettingActions = {
  /** Replaces the alias; an account has one. */
  CreateAccountAlias: ({ account }, { AccountAlias }) => {
    if (/^\d{12}$/.test(AccountAlias)) {
      refuse('InvalidInput', 'The account alias must not be a 12-digit number.');
    }
    if (account.alias === AccountAlias) {
      refuse('EntityAlreadyExists', `The account alias ${AccountAlias} already exists.`);
    }
    account.alias = AccountAlias;
    return {};
  },
  DeleteAccountAlias: ({ account }, { AccountAlias }) => {
    if (account.alias !== AccountAlias) {
      refuse('NoSuchEntity', `The account alias ${AccountAlias} does not exist.`);
    }
    account.alias = undefined;
    return {};
  },
  ListAccountAliases: ({ account: { alias } }) => ({
    AccountAliases: alias === undefined ? [] : [alias],
    IsTruncated: false,
  }),
  GetAccountPasswordPolicy: ({ account }) => {
    const { passwordPolicy } = account;
    if (passwordPolicy === undefined) return noPasswordPolicy(account.id);
    return { PasswordPolicy: showPasswordPolicy(passwordPolicy) };
  },
  /** Replaces the whole policy: what is left out falls back to AWS's defaults. */
  UpdateAccountPasswordPolicy: ({ account }, input) => {
    account.passwordPolicy = {
      minimumLength: input.MinimumPasswordLength ?? 6,
      symbols: input.RequireSymbols ?? false,
      numbers: input.RequireNumbers ?? false,
      uppercase: input.RequireUppercaseCharacters ?? false,
      lowercase: input.RequireLowercaseCharacters ?? false,
      usersCanChange: input.AllowUsersToChangePassword ?? false,
      maxAgeDays: input.MaxPasswordAge,
      reusePrevention: input.PasswordReusePrevention,
      hardExpiry: input.HardExpiry,
    };
    return {};
  },
  SetSecurityTokenServicePreferences: ({ account }, { GlobalEndpointTokenVersion }) => {
    account.globalEndpointTokenVersion = GlobalEndpointTokenVersion === 'v2Token' ? 2 : 1;
    return {};
  },
  DeleteAccountPasswordPolicy: ({ account }) => {
    if (account.passwordPolicy === undefined) noPasswordPolicy(account.id);
    account.passwordPolicy = undefined;
    return {};
  },
} satisfies IamHandlers;

function showPasswordPolicy(policy: PasswordPolicy): api.PasswordPolicy {
  return {
    MinimumPasswordLength: policy.minimumLength,
    RequireSymbols: policy.symbols,
    RequireNumbers: policy.numbers,
    RequireUppercaseCharacters: policy.uppercase,
    RequireLowercaseCharacters: policy.lowercase,
    AllowUsersToChangePassword: policy.usersCanChange,
    ExpirePasswords: policy.maxAgeDays !== undefined,
    MaxPasswordAge: policy.maxAgeDays,
    PasswordReusePrevention: policy.reusePrevention,
    HardExpiry: policy.hardExpiry,
  };
}

function noPasswordPolicy(accountId: string): never {
  refuse('NoSuchEntity', `The Password Policy with domain name ${accountId} cannot be found.`);
}
