import type { ResourceType } from '../model/resource.ts';

/** Kinds of resources, as they are named on the command line. */
export const bootstrapKinds = [
  'roles',
  'policies',
  'groups',
  'users',
  'instance-profiles',
  'service-linked-roles',
  'oidc-providers',
  'account-alias',
  'password-policy',
  'alternate-contacts',
  'saml-providers',
  'proton-settings',
  'analyzers',
  'identity-center-directory',
  'permission-sets',
  'account-assignments',
  'credentials',
] as const;
export type BootstrapKind = (typeof bootstrapKinds)[number];

/** What widens the apply role beyond bounded roles and policies, each by a word of its own. */
export const optIns = [
  'unbounded',
  'groups',
  'users',
  'instance-profiles',
  'service-linked-roles',
  'oidc-providers',
  'account-alias',
  'password-policy',
  'alternate-contacts',
  'saml-providers',
  'proton-settings',
  'analyzers',
  'identity-center-directory',
  'permission-sets',
  'account-assignments',
  'credentials',
] as const;
export type OptIn = (typeof optIns)[number];

export const kindOfType: { readonly [T in ResourceType]: BootstrapKind } = {
  role: 'roles',
  policy: 'policies',
  group: 'groups',
  user: 'users',
  'instance-profile': 'instance-profiles',
  'service-linked-role': 'service-linked-roles',
  'oidc-provider': 'oidc-providers',
  'account-alias': 'account-alias',
  'password-policy': 'password-policy',
  'alternate-contact': 'alternate-contacts',
  'saml-provider': 'saml-providers',
  'proton-settings': 'proton-settings',
  analyzer: 'analyzers',
  'identity-center-user': 'identity-center-directory',
  'identity-center-group': 'identity-center-directory',
  'permission-set': 'permission-sets',
  'account-assignment': 'account-assignments',
};

/** What each opt-in means for the account, for the person who decides. */
export const optInMeanings: { readonly [O in OptIn]: string } = {
  unbounded:
    'The roles and users that the manifest declares without an approved boundary, by name: what they may do is then limited by reviews alone.',
  groups:
    'Groups under the path of the scope. IAM knows no tags and no boundaries of groups, and cannot tell which user joins: whoever has the apply role can give any user what these groups may have.',
  users:
    'Users under the path of the scope, never their MFA devices, and their passwords and keys only with credentials.',
  'instance-profiles':
    'Instance profiles, and passing roles of the scope to EC2: iam:AddRoleToInstanceProfile takes iam:PassRole.',
  'service-linked-roles':
    'Service-linked roles of the services that the manifest names. AWS fixes what they may do.',
  'oidc-providers':
    "Identity providers, except GitHub's: whom one of them vouches for, role trusts can let in.",
  'account-alias': 'The alias of the account; IAM puts it in the place of the one there is.',
  'password-policy': 'The password policy of the account, which is about every user of it.',
  'alternate-contacts':
    'The contacts that the manifest names: whom AWS writes to about bills, operations or security.',
  'saml-providers':
    'The SAML providers that the manifest names: whom one of them vouches for, role trusts can let in.',
  'proton-settings':
    'The settings of AWS Proton in the regions that the manifest names, and passing the roles that it names to Proton and CodeBuild: who can register a template there acts as these roles. AWS has ended Proton.',
  analyzers:
    'The analyzers that the manifest names, their archive rules, and the service-linked role of Access Analyzer. Those of unused and internal access cost money.',
  'identity-center-directory':
    'People and groups of Identity Center, all of them: AWS knows no tags of them. Whoever has the apply role can put anybody into any group, and so give them what the group is assigned.',
  'permission-sets':
    'Permission sets with the mark of the scope, whatever they grant, in every account that has them; AWS cannot tell a new one from one without a mark, so it can take those over, too.',
  'account-assignments':
    'Who may use the permission sets of the scope, in the accounts that the manifest names: with permission-sets, the way to become their administrator.',
  credentials:
    'Passwords and access keys of the users of the scope, together with users: whoever has the apply role can sign in as any of them. What the manifest delivers to Secrets Manager can be written there, and not read. The GitHub Action never makes any.',
};

/** Kinds that come without an opt-in. */
export function isGuardedKind(kind: BootstrapKind): kind is 'roles' | 'policies' {
  return kind === 'roles' || kind === 'policies';
}
