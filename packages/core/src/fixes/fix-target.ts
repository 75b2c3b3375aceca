import { z } from 'zod';
import { digest } from '../plan/digest.ts';

const user = z.string().min(1);
const id = z.string().min(1);
const name = z.string().min(1);
const arn = z.string().startsWith('arn:');
const region = z.string().regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d$/);
const holder = z.enum(['user', 'group', 'role']);

/**
 * `compared`: the last use is part of the state, so that what is in use again by the time of the
 * change stays as it is.
 */
const use = z.enum(['compared', 'ignored']);

/**
 * One thing that a fix reads and changes. With the state before and after it settles the call, so
 * that a plan file can ask for no other.
 */
export const fixTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('access-key'), user, id, use }),
  z.strictObject({ kind: z.literal('login-profile'), user, use }),
  z.strictObject({ kind: z.literal('signing-certificate'), user, id }),
  z.strictObject({ kind: z.literal('ssh-key'), user, id }),
  z.strictObject({ kind: z.literal('service-credential'), user, id }),
  z.strictObject({ kind: z.literal('attachment'), holder, name, policy: arn }),
  z.strictObject({ kind: z.literal('inline-policy'), holder, name, policy: name }),
  z.strictObject({ kind: z.literal('group'), name }),
  z.strictObject({ kind: z.literal('policy'), arn }),
  z.strictObject({ kind: z.literal('policy-version'), arn, version: id }),
  z.strictObject({ kind: z.literal('role'), name }),
  /** Adds the one audience to the statements that trust the provider, and nothing else. */
  z.strictObject({ kind: z.literal('role-trust'), name, provider: arn, audience: name }),
  z.strictObject({ kind: z.literal('profile-role'), profile: name, role: name }),
  z.strictObject({ kind: z.literal('server-certificate'), name }),
  z.strictObject({ kind: z.literal('oidc-provider'), arn }),
  z.strictObject({ kind: z.literal('password-policy') }),
  z.strictObject({ kind: z.literal('token-version') }),
  z.strictObject({ kind: z.literal('trusted-access'), service: name }),
  z.strictObject({
    kind: z.literal('organization-feature'),
    feature: z.enum(['RootCredentialsManagement', 'RootSessions']),
  }),
  z.strictObject({
    kind: z.literal('analyzer'),
    region,
    type: z.enum(['ACCOUNT', 'ACCOUNT_UNUSED_ACCESS']),
  }),
  z.strictObject({ kind: z.literal('trail-digests'), arn, region }),
  z.strictObject({ kind: z.literal('trail-logging'), arn, region }),
]);

export type FixTarget = z.infer<typeof fixTargetSchema>;
export type FixTargetOf<K extends FixTarget['kind']> = Extract<FixTarget, { readonly kind: K }>;

/** What has to be read before a fix can be planned, since no snapshot holds it. */
export type FixLookup =
  | { readonly kind: 'access-keys'; readonly user: string }
  | { readonly kind: 'signing-certificates'; readonly user: string }
  | (FixTarget & { readonly kind: 'login-profile' });

/** Tells targets and lookups apart. */
export function targetKey(target: FixTarget | FixLookup): string {
  return digest(target);
}
