import {
  DescribeGroupCommand,
  DescribeUserCommand,
  GetGroupIdCommand,
  GetUserIdCommand,
} from '@aws-sdk/client-identitystore';
import { RolecallError } from '@rolecall/core';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { identityStoreClient } from '../collect/service-clients.ts';
import { askCenter, noneIfMissing } from './ask-center.ts';
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

/** Whether the directory knows nobody of that id; lists of it may lag behind. */
async function isGone(
  clients: AwsClients,
  { identityStoreId: IdentityStoreId, region }: At,
  { type, id }: { readonly type: 'GROUP' | 'USER'; readonly id: string },
): Promise<boolean> {
  const client = identityStoreClient(clients, region);
  const found =
    type === 'GROUP'
      ? await askCenter('identitystore:DescribeGroup', id, () =>
          client.send(new DescribeGroupCommand({ IdentityStoreId, GroupId: id })),
        ).catch(noneIfMissing)
      : await askCenter('identitystore:DescribeUser', id, () =>
          client.send(new DescribeUserCommand({ IdentityStoreId, UserId: id })),
        ).catch(noneIfMissing);
  return found === undefined;
}

/** @throws RolecallError `PLAN_CHANGED` where somebody of that id is there after all */
export async function requireGone(
  clients: AwsClients,
  at: At,
  principal: { readonly type: 'GROUP' | 'USER'; readonly id: string },
): Promise<void> {
  if (await isGone(clients, at, principal)) return;
  const what = principal.type.toLowerCase();
  throw new RolecallError('PLAN_CHANGED', `The ${what} ${principal.id} is there after all.`, {
    hint: 'Plan again: the directory did not show it before.',
  });
}

function by(AttributePath: string, AttributeValue: string) {
  return { UniqueAttribute: { AttributePath, AttributeValue } };
}
