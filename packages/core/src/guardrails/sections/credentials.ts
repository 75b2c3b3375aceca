import { z } from 'zod';
import { recipientFault } from '../../model/age-recipient.ts';
import { actionPattern } from './action-pattern.ts';
import { exceptions, pattern, resourcePattern, text } from './pattern-schemas.ts';

const recipient = text.superRefine((value, context) => {
  const fault = recipientFault(value);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

const secretsManager = z
  .strictObject({
    names: z.array(pattern).optional().describe('What `name` may be, with * and ?.'),
    regions: z.array(pattern).optional(),
    kmsKeyIds: z
      .array(pattern)
      .optional()
      .describe('Keys, as the manifest writes them; given, a key has to be named.'),
  })
  .meta({ id: 'AllowedSecrets' });

const delivery = z
  .strictObject({
    recipients: z
      .array(recipient)
      .optional()
      .describe('Public age keys that may be delivered to; left out, any.'),
    minRecipients: z
      .number()
      .int()
      .min(1)
      .max(20)
      .optional()
      .describe('So many have to be able to read what age keys encrypt.'),
    secretsManager: z
      .array(secretsManager)
      .optional()
      .describe('Places of AWS Secrets Manager, of which one must fit; left out, any.'),
  })
  .meta({ id: 'DeliveryRules' });

/** Console passwords and access keys of IAM users. */
export const credentials = z
  .strictObject({
    passwords: z
      .array(resourcePattern)
      .optional()
      .describe('Users that may be given a console password; left out, all, empty, nobody.'),
    accessKeys: z
      .array(resourcePattern)
      .optional()
      .describe('Users that may be given access keys; left out, all, empty, nobody.'),
    maxAccessKeys: z.number().int().min(0).max(2).optional().describe('Of one user.'),
    passwordReset: z
      .strictObject({ except: exceptions })
      .optional()
      .describe('The first sign-in has to ask for a new password.'),
    delivery: delivery.optional(),
    withoutMfa: z
      .strictObject({
        actions: z.array(actionPattern).describe('All that may be done without; empty: nothing.'),
        except: exceptions,
      })
      .optional()
      .describe('What users may do without a second factor, by aws:MultiFactorAuthPresent.'),
  })
  .describe('Who may be given passwords and keys, and to whom those are delivered.')
  .meta({ id: 'Credentials' });
