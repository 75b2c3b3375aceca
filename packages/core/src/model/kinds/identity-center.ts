import { z } from 'zod';
import { accountAssignment } from './account-assignment.ts';
import { identityCenterGroup, identityCenterGroupName } from './identity-center-group.ts';
import { identityCenterUser, identityCenterUserName } from './identity-center-user.ts';
import { permissionSet, permissionSetName } from './permission-set.ts';

/** The section of a manifest; it belongs in that of the account which manages Identity Center. */
export const identityCenter = z
  .strictObject({
    permissionSets: z.record(permissionSetName, permissionSet).default({}),
    groups: z.record(identityCenterGroupName, identityCenterGroup).default({}),
    users: z.record(identityCenterUserName, identityCenterUser).default({}),
    assignments: z.array(accountAssignment).default([]),
  })
  .prefault({})
  .describe('Permission sets, groups, people and who may use what in which account.');
