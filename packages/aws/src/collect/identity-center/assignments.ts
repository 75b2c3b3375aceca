import { ListAccountAssignmentsCommand } from '@aws-sdk/client-sso-admin';
import type { PermissionSet } from '@rolecall/core';
import { required } from '../../ask.ts';
import { mapLimit } from '../map-limit.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';
import { identityCenterClient } from '../service-clients.ts';
import type { InstanceIn } from './permission-sets.ts';
import type { Principals } from './principals.ts';

const action = 'sso:ListAccountAssignments';

export type Assignment = Extract<
  PermissionSet['assignments'],
  { status: 'known' }
>['value'][number];

interface AssignmentReads {
  readonly reader: Reader;
  readonly principals: Principals;
}

/** Who got the permission set in this account. */
export async function readAssignments(
  PermissionSetArn: string,
  { arn, region }: InstanceIn,
  { reader, principals }: AssignmentReads,
): Promise<readonly Assignment[]> {
  const { clients, caller, signal } = reader;
  const assignments = await readList({
    action,
    send: (NextToken) =>
      identityCenterClient(clients, region).send(
        new ListAccountAssignmentsCommand({
          InstanceArn: arn,
          AccountId: caller.account,
          PermissionSetArn,
          MaxResults: 100,
          NextToken,
        }),
        { abortSignal: signal },
      ),
    list: (page) => page.AccountAssignments,
  });
  return mapLimit(assignments, (assignment) => {
    const type = required(assignment.PrincipalType, action, 'PrincipalType');
    const id = required(assignment.PrincipalId, action, 'PrincipalId');
    return type === 'USER' ? principals.user(id) : principals.group(id);
  });
}
