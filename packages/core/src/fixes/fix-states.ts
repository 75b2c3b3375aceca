import type { Json } from '@rolecall/policy';
import { z } from 'zod';
import type { PasswordPolicy } from '../model/snapshot.ts';

/** State of an access key; `lastUsedAt` only where the target compares it. */
export const keyStateSchema = z.object({
  active: z.boolean(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable().optional(),
});

/** A lookup of the access keys of a user, oldest first. */
export const keyListSchema = z
  .array(keyStateSchema.extend({ id: z.string(), lastUsedAt: z.string().nullable() }))
  .readonly();
export type ListedKey = z.infer<typeof keyListSchema>[number];

export const certificateListSchema = z
  .array(z.object({ id: z.string(), active: z.boolean() }))
  .readonly();

export const passwordPolicyStateSchema = z.object({
  minimumLength: z.number().int(),
  requireSymbols: z.boolean(),
  requireNumbers: z.boolean(),
  requireUppercase: z.boolean(),
  requireLowercase: z.boolean(),
  allowUsersToChange: z.boolean(),
  hardExpiry: z.boolean(),
  maxAge: z.number().int().nullable(),
  reusePrevention: z.number().int().nullable(),
});

/** The policy as a state, where a limit that there is not is `null`. */
export function passwordPolicyState(policy: PasswordPolicy | null): Json {
  if (policy === null) return null;
  const { maxAge, reusePrevention, ...rest } = policy;
  return { ...rest, maxAge: maxAge ?? null, reusePrevention: reusePrevention ?? null };
}
