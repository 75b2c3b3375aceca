import {
  AddClientIDToOpenIDConnectProviderCommand,
  AddRoleToInstanceProfileCommand,
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccountAliasCommand,
  CreateGroupCommand,
  CreateInstanceProfileCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  CreateServiceLinkedRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DeleteInstanceProfileCommand,
  DeleteLoginProfileCommand,
  DeleteOpenIDConnectProviderCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DeleteSAMLProviderCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  type IAMClient,
  PutGroupPolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
  RemoveClientIDFromOpenIDConnectProviderCommand,
  RemoveRoleFromInstanceProfileCommand,
  RemoveUserFromGroupCommand,
  SetDefaultPolicyVersionCommand,
  TagInstanceProfileCommand,
  TagOpenIDConnectProviderCommand,
  TagPolicyCommand,
  TagRoleCommand,
  TagSAMLProviderCommand,
  TagUserCommand,
  UntagInstanceProfileCommand,
  UntagOpenIDConnectProviderCommand,
  UntagPolicyCommand,
  UntagRoleCommand,
  UntagSAMLProviderCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
  UpdateAccountPasswordPolicyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateGroupCommand,
  UpdateOpenIDConnectProviderThumbprintCommand,
  UpdateRoleCommand,
  UpdateSAMLProviderCommand,
  UpdateUserCommand,
} from '@aws-sdk/client-iam';
import { type IamAction, type IamCall, type IamCalls, RolecallError } from '@rolecall/core';
import { ask } from '../ask.ts';

type Senders = {
  readonly [A in IamAction]: (iam: IAMClient, input: IamCalls[A]) => Promise<unknown>;
};

/** One line for each call that a plan may hold. */
const senders: Senders = {
  'iam:CreateAccountAlias': (iam, input) => iam.send(new CreateAccountAliasCommand(input)),
  'iam:UpdateAccountPasswordPolicy': (iam, input) =>
    iam.send(new UpdateAccountPasswordPolicyCommand(input)),
  'iam:CreateOpenIDConnectProvider': (iam, input) =>
    iam.send(new CreateOpenIDConnectProviderCommand(input)),
  'iam:AddClientIDToOpenIDConnectProvider': (iam, input) =>
    iam.send(new AddClientIDToOpenIDConnectProviderCommand(input)),
  'iam:RemoveClientIDFromOpenIDConnectProvider': (iam, input) =>
    iam.send(new RemoveClientIDFromOpenIDConnectProviderCommand(input)),
  'iam:UpdateOpenIDConnectProviderThumbprint': (iam, input) =>
    iam.send(new UpdateOpenIDConnectProviderThumbprintCommand(input)),
  'iam:DeleteOpenIDConnectProvider': (iam, input) =>
    iam.send(new DeleteOpenIDConnectProviderCommand(input)),
  'iam:TagOpenIDConnectProvider': (iam, input) =>
    iam.send(new TagOpenIDConnectProviderCommand(input)),
  'iam:UntagOpenIDConnectProvider': (iam, input) =>
    iam.send(new UntagOpenIDConnectProviderCommand(input)),
  'iam:CreateSAMLProvider': (iam, input) => iam.send(new CreateSAMLProviderCommand(input)),
  'iam:DeleteSAMLProvider': (iam, input) => iam.send(new DeleteSAMLProviderCommand(input)),
  'iam:UpdateSAMLProvider': (iam, input) => iam.send(new UpdateSAMLProviderCommand(input)),
  'iam:TagSAMLProvider': (iam, input) => iam.send(new TagSAMLProviderCommand(input)),
  'iam:UntagSAMLProvider': (iam, input) => iam.send(new UntagSAMLProviderCommand(input)),
  'iam:CreateServiceLinkedRole': (iam, input) =>
    iam.send(new CreateServiceLinkedRoleCommand(input)),
  'iam:CreatePolicy': (iam, input) => iam.send(new CreatePolicyCommand(input)),
  'iam:CreatePolicyVersion': (iam, input) => iam.send(new CreatePolicyVersionCommand(input)),
  'iam:SetDefaultPolicyVersion': (iam, input) =>
    iam.send(new SetDefaultPolicyVersionCommand(input)),
  'iam:DeletePolicyVersion': (iam, input) => iam.send(new DeletePolicyVersionCommand(input)),
  'iam:DeletePolicy': (iam, input) => iam.send(new DeletePolicyCommand(input)),
  'iam:TagPolicy': (iam, input) => iam.send(new TagPolicyCommand(input)),
  'iam:UntagPolicy': (iam, input) => iam.send(new UntagPolicyCommand(input)),
  'iam:CreateGroup': (iam, input) => iam.send(new CreateGroupCommand(input)),
  'iam:UpdateGroup': (iam, input) => iam.send(new UpdateGroupCommand(input)),
  'iam:AttachGroupPolicy': (iam, input) => iam.send(new AttachGroupPolicyCommand(input)),
  'iam:DetachGroupPolicy': (iam, input) => iam.send(new DetachGroupPolicyCommand(input)),
  'iam:PutGroupPolicy': (iam, input) => iam.send(new PutGroupPolicyCommand(input)),
  'iam:DeleteGroupPolicy': (iam, input) => iam.send(new DeleteGroupPolicyCommand(input)),
  'iam:DeleteGroup': (iam, input) => iam.send(new DeleteGroupCommand(input)),
  'iam:CreateUser': (iam, input) => iam.send(new CreateUserCommand(input)),
  'iam:UpdateUser': (iam, input) => iam.send(new UpdateUserCommand(input)),
  'iam:AddUserToGroup': (iam, input) => iam.send(new AddUserToGroupCommand(input)),
  'iam:RemoveUserFromGroup': (iam, input) => iam.send(new RemoveUserFromGroupCommand(input)),
  'iam:AttachUserPolicy': (iam, input) => iam.send(new AttachUserPolicyCommand(input)),
  'iam:DetachUserPolicy': (iam, input) => iam.send(new DetachUserPolicyCommand(input)),
  'iam:PutUserPolicy': (iam, input) => iam.send(new PutUserPolicyCommand(input)),
  'iam:DeleteUserPolicy': (iam, input) => iam.send(new DeleteUserPolicyCommand(input)),
  'iam:PutUserPermissionsBoundary': (iam, input) =>
    iam.send(new PutUserPermissionsBoundaryCommand(input)),
  'iam:DeleteUserPermissionsBoundary': (iam, input) =>
    iam.send(new DeleteUserPermissionsBoundaryCommand(input)),
  'iam:TagUser': (iam, input) => iam.send(new TagUserCommand(input)),
  'iam:UntagUser': (iam, input) => iam.send(new UntagUserCommand(input)),
  'iam:CreateLoginProfile': undeliverable,
  'iam:UpdateLoginProfile': undeliverable,
  'iam:DeleteLoginProfile': (iam, input) => iam.send(new DeleteLoginProfileCommand(input)),
  'iam:CreateAccessKey': undeliverable,
  'iam:UpdateAccessKey': (iam, input) => iam.send(new UpdateAccessKeyCommand(input)),
  // One that nobody may have is looked for first, where keys are kept.
  'iam:DeleteAccessKey': (iam, { UserName, AccessKeyId, Undelivered }) =>
    Undelivered ? undeliverable() : iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId })),
  'iam:DeleteUser': (iam, input) => iam.send(new DeleteUserCommand(input)),
  'iam:CreateRole': (iam, input) => iam.send(new CreateRoleCommand(input)),
  'iam:UpdateAssumeRolePolicy': (iam, input) => iam.send(new UpdateAssumeRolePolicyCommand(input)),
  'iam:UpdateRole': (iam, input) => iam.send(new UpdateRoleCommand(input)),
  'iam:AttachRolePolicy': (iam, input) => iam.send(new AttachRolePolicyCommand(input)),
  'iam:DetachRolePolicy': (iam, input) => iam.send(new DetachRolePolicyCommand(input)),
  'iam:PutRolePolicy': (iam, input) => iam.send(new PutRolePolicyCommand(input)),
  'iam:DeleteRolePolicy': (iam, input) => iam.send(new DeleteRolePolicyCommand(input)),
  'iam:PutRolePermissionsBoundary': (iam, input) =>
    iam.send(new PutRolePermissionsBoundaryCommand(input)),
  'iam:DeleteRolePermissionsBoundary': (iam, input) =>
    iam.send(new DeleteRolePermissionsBoundaryCommand(input)),
  'iam:TagRole': (iam, input) => iam.send(new TagRoleCommand(input)),
  'iam:UntagRole': (iam, input) => iam.send(new UntagRoleCommand(input)),
  'iam:DeleteRole': (iam, input) => iam.send(new DeleteRoleCommand(input)),
  'iam:CreateInstanceProfile': (iam, input) => iam.send(new CreateInstanceProfileCommand(input)),
  'iam:AddRoleToInstanceProfile': (iam, input) =>
    iam.send(new AddRoleToInstanceProfileCommand(input)),
  'iam:RemoveRoleFromInstanceProfile': (iam, input) =>
    iam.send(new RemoveRoleFromInstanceProfileCommand(input)),
  'iam:TagInstanceProfile': (iam, input) => iam.send(new TagInstanceProfileCommand(input)),
  'iam:UntagInstanceProfile': (iam, input) => iam.send(new UntagInstanceProfileCommand(input)),
  'iam:DeleteInstanceProfile': (iam, input) => iam.send(new DeleteInstanceProfileCommand(input)),
};

export async function performIamCall(iam: IAMClient, call: IamCall): Promise<void> {
  await ask(call.action, () => sendCall(iam, call));
}

/** What is handed over goes another way: whoever only performs calls could keep nothing safe. */
function undeliverable(): never {
  throw new RolecallError(
    'SECRETS_REFUSED',
    'Passwords and access keys are made only where they can be handed over.',
    { hint: 'Apply it from a terminal: `rolecall apply --secrets-dir DIR`.' },
  );
}

function sendCall<A extends IamAction>(
  iam: IAMClient,
  { action, input }: { readonly action: A; readonly input: IamCalls[A] },
): Promise<unknown> {
  return senders[action](iam, input);
}
