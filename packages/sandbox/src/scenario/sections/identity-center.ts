import { z } from 'zod';
import { accountOrSelf, days, document, region } from './common.ts';

const reference = z.strictObject({ name: z.string(), path: z.string().default('/') });

const permissionSet = z.strictObject({
  description: z.string().optional(),
  createdDaysAgo: days.default(0),
  session: z.string().startsWith('P').default('PT1H'),
  relayState: z.string().optional(),
  /** AWS's, as `aws:ReadOnlyAccess`. */
  managed: z.array(z.string().startsWith('aws:')).default([]),
  customer: z.array(reference).default([]),
  inline: document.optional(),
  boundary: z.union([z.string().startsWith('aws:'), reference]).optional(),
  tags: z.record(z.string(), z.string()).default({}),
  /** Accounts whose role is still what the permission set was before. */
  outdated: z.array(accountOrSelf).default([]),
});

const assignment = z
  .strictObject({
    permissionSet: z.string(),
    user: z.string().optional(),
    group: z.string().optional(),
    account: accountOrSelf.default('self'),
    /** Whom it is for was deleted since. */
    orphaned: z.boolean().default(false),
  })
  .refine((one) => (one.user === undefined) !== (one.group === undefined), {
    error: 'give either user or group',
  });

export const identityCenter = z.strictObject({
  region,
  /** The management account of the organization unless given; without one, this account. */
  ownerAccount: accountOrSelf.optional(),
  name: z.string().optional(),
  status: z
    .enum(['ACTIVE', 'CREATE_IN_PROGRESS', 'CREATE_FAILED', 'DELETE_IN_PROGRESS'])
    .default('ACTIVE'),
  createdDaysAgo: days.default(0),
  keyType: z.enum(['AWS_OWNED_KMS_KEY', 'CUSTOMER_MANAGED_KEY']).default('AWS_OWNED_KMS_KEY'),
  /** By user name. */
  users: z
    .record(
      z.string(),
      z.strictObject({
        displayName: z.string().optional(),
        givenName: z.string().optional(),
        familyName: z.string().optional(),
        email: z.string().optional(),
        /** Kept by another directory. */
        external: z.boolean().default(false),
        status: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
        createdDaysAgo: days.default(0),
      }),
    )
    .default({}),
  /** By display name. */
  groups: z
    .record(
      z.string(),
      z.strictObject({
        description: z.string().optional(),
        external: z.boolean().default(false),
        members: z.array(z.string()).default([]),
        /** Members who were deleted since, and are still counted. */
        goneMembers: z.array(z.string()).default([]),
        createdDaysAgo: days.default(0),
      }),
    )
    .default({}),
  permissionSets: z.record(z.string(), permissionSet).default({}),
  assignments: z.array(assignment).default([]),
});
