import { iamArn, type PolicyDocument } from '@rolecall/policy';
import { known } from '../model/part.ts';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import type {
  Group,
  ManagedPolicy,
  PartName,
  PartValue,
  Role,
  Snapshot,
  Tags,
  User,
} from '../model/snapshot.ts';
import { type IamCall, isCallOf, type Tag } from './calls.ts';
import { projectSpecified } from './kinds/project-specified.ts';
import { operationsOf, type Plan } from './plan.ts';

/**
 * The account as it will be once the plan is carried out: what decides on access (users, groups,
 * roles, policies), and nothing else. A part that is unknown stays unknown. AWS-managed policies
 * that are newly attached have the document that `managedDocuments` holds; without one they are
 * missing among the policies, which readers take for unread. Service-linked roles that are made are
 * left out: what they may do, AWS decides.
 */
export function projectSnapshot(snapshot: Snapshot, plan: Pick<Plan, 'changes'>): Snapshot {
  const state = readState(snapshot);
  for (const operation of operationsOf(plan)) {
    if (isCallOf('iam', operation)) perform(state, operation);
  }
  const parts = projectSpecified(snapshot.parts, plan);
  const update = <N extends PartName>(name: N, value: PartValue<N>) =>
    parts[name].status === 'known' ? { [name]: known(value) } : {};
  return {
    ...snapshot,
    parts: {
      ...parts,
      ...update('users', [...state.users.values()]),
      ...update('groups', [...state.groups.values()]),
      ...update('roles', [...state.roles.values()]),
      ...update('policies', [...state.policies.values()]),
    },
  };
}

interface State {
  readonly account: string;
  readonly partition: string;
  /** Of what comes into being. */
  readonly now: string;
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
  readonly roles: Map<string, Role>;
  /** By ARN; the others by name. */
  readonly policies: Map<string, ManagedPolicy>;
}

function readState({ parts, caller, takenAt }: Snapshot): State {
  const documents = parts.managedDocuments.status === 'known' ? parts.managedDocuments.value : {};
  const lent = Object.entries(documents).map(([arn, { versionId, document }]): ManagedPolicy => {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    return {
      ...entity({ name, arn, path: '/', now: takenAt }),
      defaultVersionId: versionId,
      attachmentCount: 0,
      boundaryCount: 0,
      document,
      versions: [{ id: versionId }],
    };
  });
  return {
    account: caller.account,
    partition: caller.partition,
    now: takenAt,
    users: byName(parts.users.status === 'known' ? parts.users.value : []),
    groups: byName(parts.groups.status === 'known' ? parts.groups.value : []),
    roles: byName(parts.roles.status === 'known' ? parts.roles.value : []),
    policies: new Map(
      [...lent, ...(parts.policies.status === 'known' ? parts.policies.value : [])].map(
        (policy) => [policy.arn, policy],
      ),
    ),
  };
}

function byName<T extends { readonly name: string }>(entities: readonly T[]): Map<string, T> {
  return new Map(entities.map((each) => [each.name, each]));
}

/** Ids of what is not there yet are not known. */
function entity(about: { name: string; arn: string; path: string; now: string }) {
  const { name, arn, path, now } = about;
  return { name, arn, path, id: '', createdAt: now };
}

function perform(state: State, call: IamCall): void {
  const { account, partition, now, users, groups, roles, policies } = state;
  const arnOf = (type: 'role' | 'user' | 'group' | 'policy', path: string, name: string) =>
    iamArn({ partition, account, type, path, name });
  switch (call.action) {
    case 'iam:CreateRole': {
      const {
        RoleName: name,
        Path: path,
        AssumeRolePolicyDocument,
        PermissionsBoundary,
      } = call.input;
      roles.set(name, {
        ...entity({ name, arn: arnOf('role', path, name), path, now }),
        attachedPolicies: [],
        inlinePolicies: [],
        trust: readDocument(AssumeRolePolicyDocument),
        instanceProfiles: [],
        tags: withTags({}, call.input.Tags),
        ...(PermissionsBoundary === undefined ? {} : { permissionsBoundary: PermissionsBoundary }),
      });
      return;
    }
    case 'iam:CreateUser': {
      const { UserName: name, Path: path, PermissionsBoundary } = call.input;
      users.set(name, {
        ...entity({ name, arn: arnOf('user', path, name), path, now }),
        attachedPolicies: [],
        inlinePolicies: [],
        groups: [],
        tags: withTags({}, call.input.Tags),
        ...(PermissionsBoundary === undefined ? {} : { permissionsBoundary: PermissionsBoundary }),
      });
      return;
    }
    case 'iam:CreateGroup': {
      const { GroupName: name, Path: path } = call.input;
      const arn = arnOf('group', path, name);
      groups.set(name, {
        ...entity({ name, arn, path, now }),
        attachedPolicies: [],
        inlinePolicies: [],
      });
      return;
    }
    case 'iam:CreatePolicy': {
      const { PolicyName: name, Path: path, PolicyDocument } = call.input;
      const arn = arnOf('policy', path, name);
      policies.set(arn, {
        ...entity({ name, arn, path, now }),
        defaultVersionId: 'v1',
        attachmentCount: 0,
        boundaryCount: 0,
        document: readDocument(PolicyDocument),
        versions: [{ id: 'v1' }],
      });
      return;
    }
    case 'iam:CreatePolicyVersion':
      change(policies, call.input.PolicyArn, {
        document: readDocument(call.input.PolicyDocument),
      });
      return;
    case 'iam:SetDefaultPolicyVersion': {
      const { PolicyArn, VersionId } = call.input;
      const former = policies.get(PolicyArn)?.versions.find(({ id }) => id === VersionId);
      if (former?.document) change(policies, PolicyArn, { document: former.document });
      return;
    }
    case 'iam:DeletePolicy':
      policies.delete(call.input.PolicyArn);
      return;
    case 'iam:UpdateAssumeRolePolicy':
      change(roles, call.input.RoleName, { trust: readDocument(call.input.PolicyDocument) });
      return;
    case 'iam:UpdateUser': {
      const { UserName: name, NewPath: path } = call.input;
      const moved = { from: users.get(name)?.arn, to: arnOf('user', path, name) };
      move(users, name, { path, arn: moved.to });
      followMoved(roles, moved);
      return;
    }
    case 'iam:UpdateGroup':
      move(groups, call.input.GroupName, {
        path: call.input.NewPath,
        arn: arnOf('group', call.input.NewPath, call.input.GroupName),
      });
      return;
    case 'iam:AttachRolePolicy':
      attach(roles, call.input.RoleName, call.input.PolicyArn);
      return;
    case 'iam:AttachUserPolicy':
      attach(users, call.input.UserName, call.input.PolicyArn);
      return;
    case 'iam:AttachGroupPolicy':
      attach(groups, call.input.GroupName, call.input.PolicyArn);
      return;
    case 'iam:DetachRolePolicy':
      detach(roles, call.input.RoleName, call.input.PolicyArn);
      return;
    case 'iam:DetachUserPolicy':
      detach(users, call.input.UserName, call.input.PolicyArn);
      return;
    case 'iam:DetachGroupPolicy':
      detach(groups, call.input.GroupName, call.input.PolicyArn);
      return;
    case 'iam:PutRolePolicy':
      putInline(roles, call.input.RoleName, call.input);
      return;
    case 'iam:PutUserPolicy':
      putInline(users, call.input.UserName, call.input);
      return;
    case 'iam:PutGroupPolicy':
      putInline(groups, call.input.GroupName, call.input);
      return;
    case 'iam:DeleteRolePolicy':
      deleteInline(roles, call.input.RoleName, call.input.PolicyName);
      return;
    case 'iam:DeleteUserPolicy':
      deleteInline(users, call.input.UserName, call.input.PolicyName);
      return;
    case 'iam:DeleteGroupPolicy':
      deleteInline(groups, call.input.GroupName, call.input.PolicyName);
      return;
    case 'iam:PutRolePermissionsBoundary':
      change(roles, call.input.RoleName, { permissionsBoundary: call.input.PermissionsBoundary });
      return;
    case 'iam:PutUserPermissionsBoundary':
      change(users, call.input.UserName, { permissionsBoundary: call.input.PermissionsBoundary });
      return;
    case 'iam:DeleteRolePermissionsBoundary':
      unbind(roles, call.input.RoleName);
      return;
    case 'iam:DeleteUserPermissionsBoundary':
      unbind(users, call.input.UserName);
      return;
    case 'iam:AddUserToGroup':
      regroup(users, call.input.UserName, (joined) => [...joined, call.input.GroupName]);
      return;
    case 'iam:RemoveUserFromGroup':
      regroup(users, call.input.UserName, (joined) =>
        joined.filter((name) => name !== call.input.GroupName),
      );
      return;
    case 'iam:TagRole':
      retag(roles, call.input.RoleName, (tags) => withTags(tags, call.input.Tags));
      return;
    case 'iam:TagUser':
      retag(users, call.input.UserName, (tags) => withTags(tags, call.input.Tags));
      return;
    case 'iam:UntagRole':
      retag(roles, call.input.RoleName, (tags) => withoutTags(tags, call.input.TagKeys));
      return;
    case 'iam:UntagUser':
      retag(users, call.input.UserName, (tags) => withoutTags(tags, call.input.TagKeys));
      return;
    case 'iam:DeleteRole':
      roles.delete(call.input.RoleName);
      return;
    case 'iam:DeleteUser':
      users.delete(call.input.UserName);
      return;
    case 'iam:DeleteGroup':
      groups.delete(call.input.GroupName);
      return;
    case 'iam:AddClientIDToOpenIDConnectProvider':
    case 'iam:AddRoleToInstanceProfile':
    case 'iam:CreateAccessKey':
    case 'iam:CreateAccountAlias':
    case 'iam:CreateInstanceProfile':
    case 'iam:CreateOpenIDConnectProvider':
    case 'iam:CreateSAMLProvider':
    case 'iam:CreateServiceLinkedRole':
    case 'iam:CreateLoginProfile':
    case 'iam:DeleteAccessKey':
    case 'iam:DeleteInstanceProfile':
    case 'iam:DeleteLoginProfile':
    case 'iam:DeleteOpenIDConnectProvider':
    case 'iam:DeleteSAMLProvider':
    case 'iam:UpdateLoginProfile':
    case 'iam:DeletePolicyVersion':
    case 'iam:RemoveClientIDFromOpenIDConnectProvider':
    case 'iam:RemoveRoleFromInstanceProfile':
    case 'iam:TagInstanceProfile':
    case 'iam:TagOpenIDConnectProvider':
    case 'iam:TagPolicy':
    case 'iam:TagSAMLProvider':
    case 'iam:UntagInstanceProfile':
    case 'iam:UntagOpenIDConnectProvider':
    case 'iam:UntagPolicy':
    case 'iam:UntagSAMLProvider':
    case 'iam:UpdateAccessKey':
    case 'iam:UpdateAccountPasswordPolicy':
    case 'iam:UpdateOpenIDConnectProviderThumbprint':
    case 'iam:UpdateRole':
    case 'iam:UpdateSAMLProvider':
      // Decides on no principal's policies.
      return;
    default:
      call satisfies never;
  }
}

function change<T>(entities: Map<string, T>, key: string, parts: Partial<T>): void {
  const found = entities.get(key);
  if (found !== undefined) entities.set(key, { ...found, ...parts });
}

function move<T extends { readonly path: string; readonly arn: string }>(
  entities: Map<string, T>,
  name: string,
  { path, arn }: { readonly path: string; readonly arn: string },
): void {
  const found = entities.get(name);
  if (found !== undefined) entities.set(name, { ...found, path, arn });
}

/** Trust policies follow a user whose path changes by themselves: IAM keeps its id in them. */
function followMoved(
  roles: Map<string, Role>,
  { from, to }: { readonly from: string | undefined; readonly to: string },
): void {
  for (const [name, role] of roles) {
    const text = JSON.stringify(role.trust);
    if (from === undefined || !text.includes(JSON.stringify(from))) continue;
    const trust = readDocument(text.replaceAll(JSON.stringify(from), JSON.stringify(to)));
    roles.set(name, { ...role, trust });
  }
}

type Holder = Pick<Group, 'attachedPolicies' | 'inlinePolicies'>;

function attach<T extends Holder>(entities: Map<string, T>, name: string, arn: string): void {
  const found = entities.get(name);
  if (found === undefined || found.attachedPolicies.some((each) => each.arn === arn)) return;
  const added = { name: arn.slice(arn.lastIndexOf('/') + 1), arn };
  entities.set(name, { ...found, attachedPolicies: [...found.attachedPolicies, added] });
}

function detach<T extends Holder>(entities: Map<string, T>, name: string, arn: string): void {
  const found = entities.get(name);
  if (found === undefined) return;
  const attachedPolicies = found.attachedPolicies.filter((each) => each.arn !== arn);
  entities.set(name, { ...found, attachedPolicies });
}

function putInline<T extends Holder>(
  entities: Map<string, T>,
  holder: string,
  { PolicyName: name, PolicyDocument }: { PolicyName: string; PolicyDocument: string },
): void {
  const found = entities.get(holder);
  if (found === undefined) return;
  const put = { name, document: readDocument(PolicyDocument) };
  const there = found.inlinePolicies;
  const inlinePolicies = there.some((each) => each.name === name)
    ? there.map((each) => (each.name === name ? put : each))
    : [...there, put];
  entities.set(holder, { ...found, inlinePolicies });
}

function deleteInline<T extends Holder>(
  entities: Map<string, T>,
  holder: string,
  name: string,
): void {
  const found = entities.get(holder);
  if (found === undefined) return;
  const inlinePolicies = found.inlinePolicies.filter((each) => each.name !== name);
  entities.set(holder, { ...found, inlinePolicies });
}

function unbind<T extends { readonly permissionsBoundary?: string | undefined }>(
  entities: Map<string, T>,
  name: string,
): void {
  const found = entities.get(name);
  if (found === undefined) return;
  const { permissionsBoundary: _, ...rest } = found;
  entities.set(name, { ...found, ...rest, permissionsBoundary: undefined });
}

function regroup(
  users: Map<string, User>,
  name: string,
  to: (groups: readonly string[]) => readonly string[],
): void {
  const found = users.get(name);
  if (found !== undefined) users.set(name, { ...found, groups: to(found.groups) });
}

function retag<T extends { readonly tags: Tags }>(
  entities: Map<string, T>,
  name: string,
  to: (tags: Tags) => Tags,
): void {
  const found = entities.get(name);
  if (found !== undefined) entities.set(name, { ...found, tags: to(found.tags) });
}

function withTags(tags: Tags, added: readonly Tag[]): Tags {
  return { ...tags, ...Object.fromEntries(added.map(({ Key, Value }) => [Key, Value])) };
}

function withoutTags(tags: Tags, removed: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.includes(key)));
}

function readDocument(text: string): PolicyDocument {
  return policyDocumentSchema.parse(JSON.parse(text));
}
