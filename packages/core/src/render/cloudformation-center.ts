import type { Json } from '@rolecall/policy';
import {
  foreignGroups,
  mentionedUsers,
  singleAssignments,
  splitPolicyPath,
} from './center-people.ts';
import type { OpenResources } from './open-resources.ts';
import type { TemplateNames } from './template-names.ts';
import {
  some,
  type TemplateResource,
  templateResource,
  templateTags,
} from './template-resource.ts';

interface Parameter {
  readonly Type: 'String';
  readonly Description: string;
}

/** How texts and documents come into the template. */
interface Filling {
  readonly text: (value: string) => Json;
  readonly document: (value: unknown) => Json;
}

/**
 * What only the account knows: the instance, and ids of people and groups that a template cannot
 * make or does not.
 */
export function centerParameters(
  { sections: { identityCenter } }: OpenResources,
  { idOf }: TemplateNames,
): { readonly [name: string]: Parameter } {
  const { permissionSets, groups, assignments } = identityCenter;
  const parameter = (Description: string): Parameter => ({ Type: 'String', Description });
  const hasSets = Object.keys(permissionSets).length > 0 || assignments.length > 0;
  return {
    ...(hasSets ? { InstanceArn: parameter('ARN of the instance of Identity Center') } : {}),
    ...(Object.keys(groups).length > 0
      ? { IdentityStoreId: parameter('Id of the directory of Identity Center') }
      : {}),
    ...Object.fromEntries([
      ...mentionedUsers(identityCenter).map((name) => [
        `${idOf('identity-center-user', name)}Id`,
        parameter(`Id of the user ${name} of Identity Center`),
      ]),
      ...foreignGroups(identityCenter).map((name) => [
        `${idOf('identity-center-group', name)}Id`,
        parameter(`Id of the group ${name} of Identity Center`),
      ]),
    ]),
  };
}

export function centerResources(
  { sections: { identityCenter } }: OpenResources,
  { idOf }: TemplateNames,
  { text, document }: Filling,
): readonly TemplateResource[] {
  const { permissionSets, groups } = identityCenter;
  const InstanceArn = { Ref: 'InstanceArn' };
  const IdentityStoreId = { Ref: 'IdentityStoreId' };
  const userId = (name: string) => ({ Ref: `${idOf('identity-center-user', name)}Id` });
  const groupId = (name: string) => {
    const id = idOf('identity-center-group', name);
    return Object.hasOwn(groups, name) ? { 'Fn::GetAtt': [id, 'GroupId'] } : { Ref: `${id}Id` };
  };
  return [
    ...Object.entries(permissionSets).map(([name, set]) =>
      templateResource(idOf('permission-set', name), 'SSO::PermissionSet', {
        InstanceArn,
        Name: name,
        Description: set.description,
        SessionDuration: set.sessionDuration,
        RelayStateType: set.relayState,
        ManagedPolicies: some(set.managedPolicies.map(text)),
        CustomerManagedPolicyReferences: some(set.customerPolicies.map(customerPolicy)),
        InlinePolicy: set.inlinePolicy && document(set.inlinePolicy),
        PermissionsBoundary: boundaryOf(set.permissionsBoundary, text),
        Tags: templateTags(set.tags),
      }),
    ),
    ...Object.entries(groups).flatMap(([name, { description, members }]) => [
      templateResource(idOf('identity-center-group', name), 'IdentityStore::Group', {
        IdentityStoreId,
        DisplayName: name,
        Description: description,
      }),
      ...members.map((member) =>
        templateResource(idOf('member', `${name}/${member}`), 'IdentityStore::GroupMembership', {
          IdentityStoreId,
          GroupId: groupId(name),
          MemberId: { UserId: userId(member) },
        }),
      ),
    ]),
    ...singleAssignments(identityCenter).map(({ permissionSet, group, user = '', account }) =>
      templateResource(
        idOf('assignment', [permissionSet, group ?? user, account].join('/')),
        'SSO::Assignment',
        {
          InstanceArn,
          PermissionSetArn: {
            'Fn::GetAtt': [idOf('permission-set', permissionSet), 'PermissionSetArn'],
          },
          PrincipalType: group === undefined ? 'USER' : 'GROUP',
          PrincipalId: group === undefined ? userId(user) : groupId(group),
          TargetType: 'AWS_ACCOUNT',
          TargetId: text(account),
        },
      ),
    ),
  ];
}

function customerPolicy(policy: string) {
  const { name: Name, path: Path } = splitPolicyPath(policy);
  return { Name, Path };
}

function boundaryOf(boundary: string | undefined, text: Filling['text']) {
  if (boundary === undefined) return undefined;
  return boundary.startsWith('/')
    ? { CustomerManagedPolicyReference: customerPolicy(boundary) }
    : { ManagedPolicyArn: text(boundary) };
}
