import { z } from 'zod';

const alternateContact = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  title: z.string(),
});

/** What the Account Management API says of the account as a whole. */
export const accountParts = {
  /** The regions that are enabled, sorted. */
  regions: z.array(z.string()).readonly(),
  /** The primary contact; a member is absent where it is empty. */
  contactInformation: z.object({
    fullName: z.string().optional(),
    companyName: z.string().optional(),
    phone: z.string().optional(),
  }),
  /** `null` for one that is not set. */
  alternateContacts: z.object({
    billing: alternateContact.nullable(),
    operations: alternateContact.nullable(),
    security: alternateContact.nullable(),
  }),
} as const;
