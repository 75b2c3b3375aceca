import * as store from '@aws-sdk/client-identitystore';
import { type CallOf, isPrincipalId } from '@rolecall/core';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { identityStoreClient } from '../collect/service-clients.ts';
import { askCenter, noneIfMissing } from './ask-center.ts';
import { findGroupId, findUserId } from './directory-ids.ts';

type StoreCall = CallOf<'identitystore'>;

/** Carries out one call to the directory of Identity Center, once ids stand for names. */
export async function performStoreCall(clients: AwsClients, call: StoreCall): Promise<void> {
  const { action, region = '', input } = call;
  const { IdentityStoreId } = input;
  const client = identityStoreClient(clients, region);
  const at = { identityStoreId: IdentityStoreId, region };
  const subject =
    'GroupName' in input
      ? `identity-center-group/${input.GroupName.toLowerCase()}`
      : `identity-center-user/${input.UserName.toLowerCase()}`;
  const ask = <T>(send: () => Promise<T>) => askCenter(action, subject, send);
  switch (call.action) {
    case 'identitystore:CreateGroup': {
      const { GroupName: DisplayName, Description } = call.input;
      const command = new store.CreateGroupCommand({ IdentityStoreId, DisplayName, Description });
      await ask(() => client.send(command));
      return;
    }
    case 'identitystore:UpdateGroup': {
      const { GroupName, Description } = call.input;
      const GroupId = await findGroupId(clients, at, GroupName);
      const Operations = [{ AttributePath: 'description', AttributeValue: Description }];
      const command = new store.UpdateGroupCommand({ IdentityStoreId, GroupId, Operations });
      await ask(() => client.send(command));
      return;
    }
    case 'identitystore:DeleteGroup': {
      const GroupId = await findGroupId(clients, at, call.input.GroupName);
      await ask(() => client.send(new store.DeleteGroupCommand({ IdentityStoreId, GroupId })));
      return;
    }
    case 'identitystore:CreateGroupMembership': {
      const member = await memberOf(clients, at, call.input);
      await ask(() => client.send(new store.CreateGroupMembershipCommand(member)));
      return;
    }
    case 'identitystore:DeleteGroupMembership': {
      const member = await memberOf(clients, at, call.input, findMember);
      const found = await ask(() => client.send(new store.GetGroupMembershipIdCommand(member)));
      const MembershipId = required(found.MembershipId, action, 'MembershipId');
      const command = new store.DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId });
      await ask(() => client.send(command));
      return;
    }
    case 'identitystore:CreateUser': {
      const { UserName, DisplayName, GivenName, FamilyName, Email } = call.input;
      const command = new store.CreateUserCommand({
        IdentityStoreId,
        UserName,
        DisplayName,
        Name: { GivenName, FamilyName },
        ...(Email === undefined ? {} : { Emails: [emailOf(Email)] }),
      });
      await ask(() => client.send(command));
      return;
    }
    case 'identitystore:UpdateUser': {
      const { UserName, DisplayName, GivenName, FamilyName, Email } = call.input;
      const UserId = await findUserId(clients, at, UserName);
      const Operations = [
        { AttributePath: 'displayName', AttributeValue: DisplayName },
        { AttributePath: 'name.givenName', AttributeValue: GivenName },
        { AttributePath: 'name.familyName', AttributeValue: FamilyName },
        ...(Email === undefined
          ? []
          : [{ AttributePath: 'emails', AttributeValue: [emailOf(Email)] }]),
      ];
      const command = new store.UpdateUserCommand({ IdentityStoreId, UserId, Operations });
      await ask(() => client.send(command));
      return;
    }
    default:
      return call satisfies never;
  }
}

function emailOf(Value: string) {
  return { Value, Type: 'work', Primary: true };
}

type Membership = Extract<
  StoreCall,
  { readonly action: 'identitystore:CreateGroupMembership' }
>['input'];

async function memberOf(
  clients: AwsClients,
  at: { readonly identityStoreId: string; readonly region: string },
  { IdentityStoreId, GroupName, UserName }: Membership,
  find = findUserId,
) {
  return {
    IdentityStoreId,
    GroupId: await findGroupId(clients, at, GroupName),
    MemberId: { UserId: await find(clients, at, UserName) },
  };
}

/** Of a member who was deleted nothing but the id is left. */
function findMember(
  clients: AwsClients,
  at: Parameters<typeof findUserId>[1],
  name: string,
): Promise<string> {
  return findUserId(clients, at, name).catch((error: unknown) => {
    if (isPrincipalId(name)) return noneIfMissing(error) ?? name;
    throw error;
  });
}
