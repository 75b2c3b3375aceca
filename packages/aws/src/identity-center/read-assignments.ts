import { ListAccountAssignmentsCommand } from '@aws-sdk/client-sso-admin';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readList } from '../collect/read-list.ts';
import { identityCenterClient } from '../collect/service-clients.ts';
import type { Instance } from './instance.ts';

const action = 'sso:ListAccountAssignments';

export interface AssignedPrincipal {
  readonly principalType: 'GROUP' | 'USER';
  readonly principalId: string;
}

/** Who may use a permission set in an account. */
export async function listAssigned(
  clients: AwsClients,
  { arn: InstanceArn, region }: Pick<Instance, 'arn' | 'region'>,
  { arn, account }: { readonly arn: string; readonly account: string },
): Promise<readonly AssignedPrincipal[]> {
  const assigned = await readList({
    action,
    send: (NextToken) =>
      identityCenterClient(clients, region).send(
        new ListAccountAssignmentsCommand({
          InstanceArn,
          AccountId: account,
          PermissionSetArn: arn,
          MaxResults: 100,
          NextToken,
        }),
      ),
    list: (page) => page.AccountAssignments,
  });
  return assigned.map(({ PrincipalType, PrincipalId }) => ({
    principalType: required(PrincipalType, action, 'PrincipalType'),
    principalId: required(PrincipalId, action, 'PrincipalId'),
  }));
}
