import { z } from 'zod';

const alternate = z
  .strictObject({ name: z.string(), title: z.string(), email: z.string(), phone: z.string() })
  .optional();

export const contacts = z.strictObject({
  /** What is not given is that of a made-up person. */
  primary: z
    .strictObject({
      fullName: z.string(),
      companyName: z.string(),
      phone: z.string(),
      address: z.string(),
      city: z.string(),
      postalCode: z.string(),
      country: z.string().length(2),
    })
    .partial()
    .default({}),
  billing: alternate,
  operations: alternate,
  security: alternate,
});
