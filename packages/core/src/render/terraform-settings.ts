import { contactNames } from '../model/kinds/alternate-contact.ts';
import type { ResourceSections } from '../model/resource-sections.ts';
import { hclBlock, hclQuoted, hclValue } from './hcl.ts';

/** The settings of which an account has one each. */
export function terraformSettings({
  accountAlias,
  passwordPolicy,
  alternateContacts,
}: Pick<
  ResourceSections,
  'accountAlias' | 'passwordPolicy' | 'alternateContacts'
>): readonly string[] {
  const text = (value: string) => hclQuoted([value]);
  const value = (setting: unknown) => (setting === undefined ? undefined : hclValue(setting, text));
  return [
    ...(accountAlias
      ? [
          hclBlock(
            ['resource', 'aws_iam_account_alias', 'alias'],
            [['account_alias', text(accountAlias.alias)]],
          ),
        ]
      : []),
    ...(passwordPolicy
      ? [
          hclBlock(
            ['resource', 'aws_iam_account_password_policy', 'policy'],
            [
              ['minimum_password_length', value(passwordPolicy.minimumLength)],
              ['require_symbols', value(passwordPolicy.requireSymbols)],
              ['require_numbers', value(passwordPolicy.requireNumbers)],
              ['require_uppercase_characters', value(passwordPolicy.requireUppercase)],
              ['require_lowercase_characters', value(passwordPolicy.requireLowercase)],
              ['allow_users_to_change_password', value(passwordPolicy.allowUsersToChange)],
              ['max_password_age', value(passwordPolicy.maxAge)],
              ['password_reuse_prevention', value(passwordPolicy.reusePrevention)],
              ['hard_expiry', value(passwordPolicy.hardExpiry)],
            ],
          ),
        ]
      : []),
    ...contactNames.flatMap((which) => {
      const { [which]: contact } = alternateContacts;
      if (contact === undefined) return [];
      const content = [
        ['alternate_contact_type', text(which.toUpperCase())],
        ['name', text(contact.name)],
        ['title', text(contact.title)],
        ['email_address', text(contact.email)],
        ['phone_number', text(contact.phone)],
      ] as const;
      return [hclBlock(['resource', 'aws_account_alternate_contact', which], content)];
    }),
  ];
}
