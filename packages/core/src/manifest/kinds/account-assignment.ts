import { assignmentName } from '../../model/kinds/account-assignment.ts';
import type { KindDeclaration } from './kind-declaration.ts';

/** One for each account that an entry names. */
export const accountAssignmentDeclaration: KindDeclaration<'account-assignment'> = {
  declare: ({ identityCenter: { assignments } }, declaredAs, self) =>
    assignments.flatMap(({ permissionSet, group, user, accounts, ...life }, index) =>
      [...new Set(accounts.map((one) => (one === 'self' ? self : one)))].map((account) => {
        const principal = group ?? user ?? '';
        const principalType = group === undefined ? 'USER' : 'GROUP';
        const assigned = { account, permissionSet, principalType, principal } as const;
        const path = ['identityCenter', 'assignments', index];
        const name = assignmentName(assigned);
        const { mark: _untaggable, ...about } = declaredAs('account-assignment', name, {
          path,
          life,
        });
        return { ...about, ...assigned };
      }),
    ),
  needs: ({ permissionSet, principalType, principal }) => [
    { type: 'permission-set', name: permissionSet },
    // People stay when what made them ends.
    ...(principalType === 'GROUP'
      ? [{ type: 'identity-center-group', name: principal } as const]
      : []),
  ],
  arn: ({ name }, { partition }) => `arn:${partition}:sso:::account/${name.split('/')[0]}`,
};
