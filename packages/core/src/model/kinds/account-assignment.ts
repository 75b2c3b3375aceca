import { z } from 'zod';
import type { Declared } from '../declared.ts';
import { lifeMembers } from '../life-schema.ts';
import type { Tags } from '../snapshot.ts';
import { identityCenterGroupName } from './identity-center-group.ts';
import { identityCenterUserName } from './identity-center-user.ts';
import { permissionSetName } from './permission-set.ts';

interface Assigned {
  /** Id. */
  readonly account: string;
  /** Name. */
  readonly permissionSet: string;
  readonly principalType: 'GROUP' | 'USER';
  /** Display name of the group, or user name; its id where it is gone. */
  readonly principal: string;
}

export interface DesiredAccountAssignment extends Declared, Assigned {
  readonly type: 'account-assignment';
}

export interface LiveAccountAssignment extends Assigned {
  readonly type: 'account-assignment';
  readonly name: string;
  /** Whose it is for good: names are changed, and given to others. */
  readonly principalId?: string | undefined;
  /** Of the permission set: assignments carry none. */
  readonly tags: Tags;
}

/** Tells an assignment from all others: `111122223333/Admin/group/Admins`. */
export function assignmentName(assigned: Assigned): string {
  const { account, permissionSet, principalType, principal } = assigned;
  return `${account}/${permissionSet}/${principalType.toLowerCase()}/${principal}`;
}

export const accountAssignment = z
  .strictObject({
    permissionSet: permissionSetName.describe('A permission set that is declared here.'),
    group: identityCenterGroupName.optional(),
    user: identityCenterUserName.optional(),
    accounts: z
      .array(z.union([z.literal('self'), z.string().regex(/^\d{12}$/, 'must be 12 digits')]))
      .min(1)
      .default(['self'])
      .describe('Account ids; self is the account of this manifest.'),
    ...lifeMembers,
  })
  .refine((one) => (one.group === undefined) !== (one.user === undefined), {
    error: 'give either group or user',
  })
  .meta({ id: 'AccountAssignment' });
