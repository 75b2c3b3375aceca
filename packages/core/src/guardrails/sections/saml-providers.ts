import { z } from 'zod';
import { pattern, text } from './pattern-schemas.ts';

/** Whom the account takes word from about who somebody is. */
export const samlProviders = z
  .strictObject({
    entityIds: z.array(pattern).optional().describe('What the entityID may be, with * and ?.'),
    certificates: z
      .array(text.regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal'))
      .optional()
      .describe('SHA-256 of the certificates (DER) that may be in the metadata, and no other.'),
    signIn: z
      .array(pattern)
      .optional()
      .describe('Where people may be sent to sign in: addresses, with * and ?.'),
    minDaysLeft: z
      .number()
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe('Days for which the metadata and one of its certificates still have to last.'),
  })
  .describe('Identity providers that may be declared. The entityID alone anybody can write.')
  .meta({ id: 'SamlProviderRules' });
