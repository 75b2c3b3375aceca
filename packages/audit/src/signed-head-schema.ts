import { z } from 'zod';

/** As the contract of the service has it; nothing in it is left unsigned. */
export const signedHeadSchema = z.strictObject({
  sequence: z.int().nonnegative(),
  hash: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});
