import { z } from 'zod';

export const days = z.number().nonnegative();

export const status = z.enum(['Active', 'Inactive', 'Expired']).default('Active');

/** `{account}` and `{partition}` in texts are replaced when a scenario is loaded. */
export const document = z.record(z.string(), z.unknown());

export const tags = z.record(z.string(), z.string()).default({});

/** `us-east-1`, or the first Region of a partition without it, unless given. */
export const region = z.string().optional();

export const accountId = z.string().regex(/^\d{12}$/);

/** `self` is this account. */
export const accountOrSelf = z.string().regex(/^(self|\d{12})$/);

export const accessKey = z.strictObject({
  createdDaysAgo: days.default(0),
  usedDaysAgo: days.optional(),
  region: z.string().default('us-east-1'),
  service: z.string().default('s3'),
  status,
});

export const certificate = z.strictObject({ uploadedDaysAgo: days.default(0), status });

/** A root user. */
export const root = z.strictObject({
  createdDaysAgo: days.default(0),
  password: z.boolean().default(true),
  passwordUsedDaysAgo: days.optional(),
  mfa: z.enum(['none', 'virtual', 'hardware']).default('none'),
  keys: z.array(accessKey).max(2).default([]),
  certificates: z.array(certificate).max(2).default([]),
});
