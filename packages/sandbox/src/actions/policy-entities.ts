import type { Group, Role, User } from '../account/entities.ts';
import { checkKnown } from '../account/find.ts';
import { usesOf } from '../account/policy-uses.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

export const policyEntityActions = {
  ListEntitiesForPolicy: (call, input) => {
    const { account } = call;
    const { PolicyArn, EntityFilter, PathPrefix = '/', PolicyUsageFilter } = input;
    checkKnown(account, PolicyArn);
    const { attached, bounded } = usesOf(account, PolicyArn);
    const users: readonly (User | Group | Role)[] = [
      ...(PolicyUsageFilter === 'PermissionsBoundary' ? [] : attached),
      ...(PolicyUsageFilter === 'PermissionsPolicy' ? [] : bounded),
    ];
    const wanted = [...new Set(users)].filter(
      ({ kind, path }) =>
        path.startsWith(PathPrefix) &&
        (EntityFilter === undefined || EntityFilter.toLowerCase() === kind),
    );
    const { items, rest } = pageOf(call, input, wanted);
    return {
      PolicyGroups: items
        .filter(({ kind }) => kind === 'group')
        .map(({ name, id }) => ({ GroupName: name, GroupId: id })),
      PolicyUsers: items
        .filter(({ kind }) => kind === 'user')
        .map(({ name, id }) => ({ UserName: name, UserId: id })),
      PolicyRoles: items
        .filter(({ kind }) => kind === 'role')
        .map(({ name, id }) => ({ RoleName: name, RoleId: id })),
      ...rest,
    };
  },
} satisfies IamHandlers;
