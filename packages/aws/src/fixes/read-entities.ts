import {
  GetGroupCommand,
  GetGroupPolicyCommand,
  GetInstanceProfileCommand,
  GetOpenIDConnectProviderCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  GetServerCertificateCommand,
  GetUserPolicyCommand,
  type IAMClient,
  ListAttachedGroupPoliciesCommand,
  ListAttachedRolePoliciesCommand,
  ListAttachedUserPoliciesCommand,
} from '@aws-sdk/client-iam';
import { type FixTargetOf, policyState } from '@rolecall/core';
import type { Json } from '@rolecall/policy';
import { nothingOn, required } from '../ask.ts';
import { decodeDocument } from '../collect/decode-document.ts';
import { getEntity, listAll } from '../resources/iam-reader.ts';

export async function readAttachment(
  iam: IAMClient,
  { holder, name, policy }: FixTargetOf<'attachment'>,
): Promise<Json> {
  const attached = await listAttached(iam, holder, name).catch(nothingOn('NoSuchEntity'));
  return attached?.some(({ PolicyArn }) => PolicyArn === policy) ? true : null;
}

function listAttached(
  iam: IAMClient,
  holder: FixTargetOf<'attachment'>['holder'],
  name: string,
): Promise<readonly { readonly PolicyArn?: string | undefined }[]> {
  switch (holder) {
    case 'user':
      return listAll(
        'iam:ListAttachedUserPolicies',
        (marker) => iam.send(new ListAttachedUserPoliciesCommand({ UserName: name, ...marker })),
        (page) => page.AttachedPolicies,
      );
    case 'group':
      return listAll(
        'iam:ListAttachedGroupPolicies',
        (marker) => iam.send(new ListAttachedGroupPoliciesCommand({ GroupName: name, ...marker })),
        (page) => page.AttachedPolicies,
      );
    case 'role':
      return listAll(
        'iam:ListAttachedRolePolicies',
        (marker) => iam.send(new ListAttachedRolePoliciesCommand({ RoleName: name, ...marker })),
        (page) => page.AttachedPolicies,
      );
    default:
      return holder satisfies never;
  }
}

export async function readInlinePolicy(
  iam: IAMClient,
  { holder, name, policy: PolicyName }: FixTargetOf<'inline-policy'>,
): Promise<Json> {
  switch (holder) {
    case 'user': {
      const command = new GetUserPolicyCommand({ UserName: name, PolicyName });
      return inline('iam:GetUserPolicy', () => iam.send(command), name);
    }
    case 'group': {
      const command = new GetGroupPolicyCommand({ GroupName: name, PolicyName });
      return inline('iam:GetGroupPolicy', () => iam.send(command), name);
    }
    case 'role': {
      const command = new GetRolePolicyCommand({ RoleName: name, PolicyName });
      return inline('iam:GetRolePolicy', () => iam.send(command), name);
    }
    default:
      return holder satisfies never;
  }
}

async function inline(
  action: string,
  send: () => Promise<{ readonly PolicyDocument?: string | undefined }>,
  of: string,
): Promise<Json> {
  const answer = await getEntity(action, send);
  if (answer === undefined) return null;
  return policyState(decodeDocument(answer.PolicyDocument, { action, of }));
}

export async function readGroupState(iam: IAMClient, GroupName: string): Promise<Json> {
  const members = await listAll(
    'iam:GetGroup',
    (marker) => iam.send(new GetGroupCommand({ GroupName, ...marker })),
    (page) => page.Users,
  ).catch(nothingOn('NoSuchEntity'));
  if (members === undefined) return null;
  const names = members.map(({ UserName }) => required(UserName, 'iam:GetGroup', 'UserName'));
  return { members: names.toSorted() };
}

export async function readPolicyState(iam: IAMClient, PolicyArn: string): Promise<Json> {
  const action = 'iam:GetPolicy';
  const answer = await getEntity(action, () => iam.send(new GetPolicyCommand({ PolicyArn })));
  if (answer === undefined) return null;
  const policy = required(answer.Policy, action, 'Policy');
  return {
    defaultVersion: required(policy.DefaultVersionId, action, 'DefaultVersionId'),
    attachments: required(policy.AttachmentCount, action, 'AttachmentCount'),
    boundaries: policy.PermissionsBoundaryUsageCount ?? 0,
  };
}

export async function readVersion(
  iam: IAMClient,
  { arn: PolicyArn, version: VersionId }: FixTargetOf<'policy-version'>,
): Promise<Json> {
  const answer = await getEntity('iam:GetPolicyVersion', () =>
    iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
  );
  return answer === undefined ? null : true;
}

async function getRole(iam: IAMClient, RoleName: string) {
  const action = 'iam:GetRole';
  const answer = await getEntity(action, () => iam.send(new GetRoleCommand({ RoleName })));
  return answer && required(answer.Role, action, 'Role');
}

export async function readRoleState(iam: IAMClient, name: string): Promise<Json> {
  const role = await getRole(iam, name);
  if (role === undefined) return null;
  return { lastUsedAt: role.RoleLastUsed?.LastUsedDate?.toISOString() ?? null };
}

export async function readTrust(iam: IAMClient, name: string): Promise<Json> {
  const role = await getRole(iam, name);
  if (role === undefined) return null;
  const { AssumeRolePolicyDocument } = role;
  return policyState(decodeDocument(AssumeRolePolicyDocument, { action: 'iam:GetRole', of: name }));
}

export async function readProfileRole(
  iam: IAMClient,
  { profile: InstanceProfileName, role }: FixTargetOf<'profile-role'>,
): Promise<Json> {
  const action = 'iam:GetInstanceProfile';
  const answer = await getEntity(action, () =>
    iam.send(new GetInstanceProfileCommand({ InstanceProfileName })),
  );
  if (answer === undefined) return null;
  const { Roles = [] } = required(answer.InstanceProfile, action, 'InstanceProfile');
  return Roles.some(({ RoleName }) => RoleName === role) ? true : null;
}

export async function readCertificate(
  iam: IAMClient,
  ServerCertificateName: string,
): Promise<Json> {
  const action = 'iam:GetServerCertificate';
  const answer = await getEntity(action, () =>
    iam.send(new GetServerCertificateCommand({ ServerCertificateName })),
  );
  if (answer === undefined) return null;
  const { ServerCertificateMetadata } = required(answer.ServerCertificate, action, 'its body');
  const { Expiration } = required(ServerCertificateMetadata, action, 'its metadata');
  return { expiresAt: required(Expiration, action, 'Expiration').toISOString() };
}

export async function readProviderState(iam: IAMClient, arn: string): Promise<Json> {
  const answer = await getEntity('iam:GetOpenIDConnectProvider', () =>
    iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn })),
  );
  return answer === undefined ? null : { audiences: (answer.ClientIDList ?? []).toSorted() };
}
