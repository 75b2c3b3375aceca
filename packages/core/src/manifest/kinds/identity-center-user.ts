import type { KindDeclaration } from './kind-declaration.ts';

export const identityCenterUserDeclaration: KindDeclaration<'identity-center-user'> = {
  declare: ({ identityCenter: { users } }, declaredAs) =>
    Object.entries(users).map(([name, { email, ...user }]) => {
      const path = ['identityCenter', 'users', name];
      const { mark: _untaggable, ...about } = declaredAs('identity-center-user', name, {
        path,
        life: user,
      });
      const displayName = user.displayName ?? `${user.givenName} ${user.familyName}`;
      return { ...user, ...about, email, displayName };
    }),
  // The ids in it are AWS's.
  arn: (_, { partition }) => `arn:${partition}:identitystore:::user/*`,
};
