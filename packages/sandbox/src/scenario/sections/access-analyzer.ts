import { z } from 'zod';
import { days, region, tags } from './common.ts';

const finding = z.strictObject({
  type: z
    .enum([
      'ExternalAccess',
      'InternalAccess',
      'UnusedIAMRole',
      'UnusedIAMUserAccessKey',
      'UnusedIAMUserPassword',
      'UnusedPermission',
    ])
    .default('ExternalAccess'),
  resource: z.string(),
  resourceType: z
    .enum(['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::KMS::Key', 'AWS::S3::Bucket'])
    .default('AWS::IAM::Role'),
  status: z.enum(['ACTIVE', 'ARCHIVED', 'RESOLVED']).default('ACTIVE'),
  createdDaysAgo: days.default(0),
  /** So many of them, alike but for the id. */
  count: z.number().int().positive().default(1),
});

const values = z.array(z.string()).optional();
const criterion = z.strictObject({
  eq: values,
  neq: values,
  contains: values,
  exists: z.boolean().optional(),
});

export const analyzers = z
  .array(
    z.strictObject({
      name: z.string(),
      type: z
        .enum([
          'ACCOUNT',
          'ORGANIZATION',
          'ACCOUNT_UNUSED_ACCESS',
          'ORGANIZATION_UNUSED_ACCESS',
          'ACCOUNT_INTERNAL_ACCESS',
          'ORGANIZATION_INTERNAL_ACCESS',
        ])
        .default('ACCOUNT'),
      region,
      status: z.enum(['ACTIVE', 'CREATING', 'DISABLED', 'FAILED']).default('ACTIVE'),
      createdDaysAgo: days.default(0),
      /** Days; of analyzers of unused access. */
      unusedAccessAge: z.number().int().positive().optional(),
      tags,
      /** Rule → property of a finding → what it is. */
      archiveRules: z.record(z.string(), z.record(z.string(), criterion)).default({}),
      findings: z.array(finding).default([]),
    }),
  )
  .default([]);

export const policyGenerations = z
  .array(
    z.strictObject({
      /** `role/jenkins`. */
      principal: z.string(),
      region,
      status: z.enum(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'CANCELED']).default('SUCCEEDED'),
      startedDaysAgo: days.default(0),
    }),
  )
  .default([]);
