import { z } from 'zod';
import { instant } from './instant.ts';

/** What a user can sign in with, without any secret. */
export const signInSchema = z.object({
  /** `null`: no console password. */
  password: z.object({ createdAt: instant, mustChange: z.boolean() }).nullable(),
  accessKeys: z
    .array(z.object({ id: z.string(), active: z.boolean(), createdAt: instant }))
    .readonly(),
});

export type SignIn = z.infer<typeof signInSchema>;
