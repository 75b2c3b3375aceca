import { GetGroupIdCommand, GetUserIdCommand } from '@aws-sdk/client-identitystore';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { identityStoreClient } from '../collect/service-clients.ts';
import { askCenter } from './ask-center.ts';
import type { Instance } from './instance.ts';

type At = Pick<Instance, 'identityStoreId' | 'region'>;

/** @throws RolecallError `ENTITY_MISSING` */
export async function findGroupId(clients: AwsClients, at: At, name: string): Promise<string> {
  const action = 'identitystore:GetGroupId';
  const answer = await askCenter(action, `identity-center-group/${name.toLowerCase()}`, () =>
    identityStoreClient(clients, at.region).send(
      new GetGroupIdCommand({
        IdentityStoreId: at.identityStoreId,
        AlternateIdentifier: by('displayName', name),
      }),
    ),
  );
  return required(answer.GroupId, action, 'GroupId');
}

/** @throws RolecallError `ENTITY_MISSING` */
export async function findUserId(clients: AwsClients, at: At, name: string): Promise<string> {
  const action = 'identitystore:GetUserId';
  const answer = await askCenter(action, `identity-center-user/${name.toLowerCase()}`, () =>
    identityStoreClient(clients, at.region).send(
      new GetUserIdCommand({
        IdentityStoreId: at.identityStoreId,
        AlternateIdentifier: by('userName', name),
      }),
    ),
  );
  return required(answer.UserId, action, 'UserId');
}

function by(AttributePath: string, AttributeValue: string) {
  return { UniqueAttribute: { AttributePath, AttributeValue } };
}
