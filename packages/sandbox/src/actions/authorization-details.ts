import { type Account, sorted } from '../account/account.ts';
import type { Group, ManagedPolicy, Role, User } from '../account/entities.ts';
import { publishedPolicy } from '../account/find.ts';
import { countUses } from '../account/policy-uses.ts';
import { encodeDocument } from '../documents/encode.ts';
import { showTrust } from '../documents/trust.ts';
import type * as api from '../wire/iam-api.gen.ts';
import { showAttached } from './attachments.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';
import {
  boundary,
  showGroup,
  showInstanceProfile,
  showListedRole,
  showListedUser,
} from './show.ts';
import { showPolicy, showPublished, showPublishedVersion, showVersion } from './show-policy.ts';

type Detail =
  | { readonly in: 'users'; readonly show: () => api.UserDetail }
  | { readonly in: 'groups'; readonly show: () => api.GroupDetail }
  | { readonly in: 'roles'; readonly show: () => api.RoleDetail }
  | { readonly in: 'policies'; readonly show: () => api.ManagedPolicyDetail };

export const authorizationDetailActions = {
  /** One list of everything, cut into pages across the kinds. */
  GetAccountAuthorizationDetails: (call, input) => {
    const filter = input.Filter ?? [];
    const wants = (kind: (typeof filter)[number]) => filter.length === 0 || filter.includes(kind);
    const { account } = call;
    const details: Detail[] = [
      ...(wants('User') ? sorted(account.users).map((user) => userDetail(account, user)) : []),
      ...(wants('Group') ? sorted(account.groups).map((group) => groupDetail(account, group)) : []),
      ...(wants('Role') ? sorted(account.roles).map((role) => roleDetail(account, role)) : []),
      ...(wants('LocalManagedPolicy') ? localPolicies(account) : []),
      ...(wants('AWSManagedPolicy') ? attachedAwsPolicies(account) : []),
    ];
    const { items, rest } = pageOf(call, input, details);
    return {
      UserDetailList: items.flatMap((item) => (item.in === 'users' ? [item.show()] : [])),
      GroupDetailList: items.flatMap((item) => (item.in === 'groups' ? [item.show()] : [])),
      RoleDetailList: items.flatMap((item) => (item.in === 'roles' ? [item.show()] : [])),
      Policies: items.flatMap((item) => (item.in === 'policies' ? [item.show()] : [])),
      ...rest,
    };
  },
} satisfies IamHandlers;

function userDetail(account: Account, user: User): Detail {
  return {
    in: 'users',
    show: () => {
      const { PasswordLastUsed: _, ...shown } = showListedUser(account, user);
      return {
        ...shown,
        UserPolicyList: user.inline.size === 0 ? undefined : inlineList(user),
        GroupList: user.groups.map((name) => account.groups.get(name)?.name ?? name),
        AttachedManagedPolicies: user.attached.map(showAttached),
        ...boundary(user),
        Tags: user.tags,
      };
    },
  };
}

function groupDetail(account: Account, group: Group): Detail {
  return {
    in: 'groups',
    show: () => ({
      ...showGroup(account, group),
      GroupPolicyList: inlineList(group),
      AttachedManagedPolicies: group.attached.map(showAttached),
    }),
  };
}

/** Unlike GetRole without description and maximum session, as in AWS. */
function roleDetail(account: Account, role: Role): Detail {
  return {
    in: 'roles',
    show: () => {
      const { Description: _, MaxSessionDuration: __, ...shown } = showListedRole(account, role);
      const key = role.name.toLowerCase();
      const profiles = sorted(account.instanceProfiles).filter((profile) => profile.role === key);
      return {
        ...shown,
        AssumeRolePolicyDocument: encodeDocument(showTrust(account, role.trust)),
        InstanceProfileList: profiles.map((profile) => showInstanceProfile(account, profile)),
        RolePolicyList: inlineList(role),
        AttachedManagedPolicies: role.attached.map(showAttached),
        ...boundary(role),
        Tags: role.tags,
        RoleLastUsed:
          role.lastUsed === undefined
            ? {}
            : { LastUsedDate: role.lastUsed.at, Region: role.lastUsed.region },
      };
    },
  };
}

function localPolicies(account: Account): Detail[] {
  const uses = countUses(account);
  return sorted(account.policies).map((policy: ManagedPolicy) => ({
    in: 'policies',
    show: () => ({
      ...showPolicy(account, policy, uses),
      Description: policy.description,
      PolicyVersionList: policy.versions
        .toReversed()
        .map((version) => showVersion(policy, version)),
    }),
  }));
}

/** Of AWS's policies only those in use. */
function attachedAwsPolicies(account: Account): Detail[] {
  const uses = countUses(account);
  return [...new Set([...uses.attached.keys(), ...uses.bounded.keys()])].sort().flatMap((arn) => {
    const policy = publishedPolicy(account, arn);
    if (policy === undefined) return [];
    return [
      {
        in: 'policies',
        show: () => ({
          ...showPublished(account, policy, uses),
          PolicyVersionList: [showPublishedVersion(policy)],
        }),
      },
    ];
  });
}

function inlineList({ inline }: User | Group | Role): api.PolicyDetail[] {
  return [...inline].map(([name, document]) => ({
    PolicyName: name,
    PolicyDocument: encodeDocument(document),
  }));
}
