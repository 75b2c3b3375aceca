import { z } from 'zod';
import { settingsJson } from '../../diff-account-settings.ts';
import type { Undo } from './undo.ts';

/** An alias is never taken away: links to sign in hold it. */
export const undoAccountAlias: Undo<'account-alias'> = {
  facets: ({ alias }) => ({ alias }),
  desired: ({ name, address }, { alias }) =>
    typeof alias === 'string'
      ? { type: 'account-alias', name, address, position: undefined, alias, adopt: true }
      : undefined,
};

const number = z.number().nullable();
const settingsSchema = z
  .object({
    minimumLength: z.number(),
    requireSymbols: z.boolean(),
    requireNumbers: z.boolean(),
    requireUppercase: z.boolean(),
    requireLowercase: z.boolean(),
    allowUsersToChange: z.boolean(),
    hardExpiry: z.boolean(),
    maxAge: number,
    reusePrevention: number,
  })
  .transform(({ maxAge, reusePrevention, ...rest }) => ({
    ...rest,
    maxAge: maxAge ?? undefined,
    reusePrevention: reusePrevention ?? undefined,
  }));

/** A password policy is never taken away: without one, any password would do. */
export const undoPasswordPolicy: Undo<'password-policy'> = {
  facets: ({ settings }) => ({ settings: settingsJson(settings) }),
  desired: ({ name, address }, { settings }) =>
    settings === undefined
      ? undefined
      : {
          type: 'password-policy',
          name,
          address,
          position: undefined,
          settings: settingsSchema.parse(settings),
          adopt: true,
        },
};
