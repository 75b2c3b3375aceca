import { z } from 'zod';
import { pattern, resourcePattern } from './pattern-schemas.ts';

const allowed = z
  .strictObject({
    permissionSets: z.array(pattern).optional().describe('Names, with * and ?; left out, any.'),
    groups: z
      .array(pattern)
      .optional()
      .describe('Display names. Without groups and users, anybody.'),
    users: z.array(pattern).optional().describe('User names.'),
    accounts: z.array(pattern).optional().describe('Ids of accounts; left out, any.'),
  })
  .meta({ id: 'AllowedAssignment' });

/** Who may use what in which account. */
export const assignments = z
  .strictObject({
    accounts: z.array(pattern).optional().describe('Ids of accounts, with * and ?.'),
    groupsOnly: z.boolean().default(false).describe('Nothing is assigned to users themselves.'),
    allowed: z
      .array(allowed)
      .optional()
      .describe('Assignments that may be, of which one must fit; left out, any.'),
  })
  .describe('Who may be assigned permission sets, and where.')
  .meta({ id: 'AssignmentRules' });

/** Who may join which groups, of IAM and of Identity Center. */
export const membership = z
  .array(
    z
      .strictObject({
        groups: z
          .array(resourcePattern)
          .min(1)
          .describe('group/NAME, identity-center-group/NAME, a path or an ARN, in any case.'),
        members: z.array(pattern).describe('User names, with * and ?; empty: nobody.'),
      })
      .meta({ id: 'MembershipRule' }),
  )
  .default([])
  .describe('Groups that only some may join; of several entries for a group, each holds.');
