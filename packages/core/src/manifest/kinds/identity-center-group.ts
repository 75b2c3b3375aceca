import type { KindDeclaration } from './kind-declaration.ts';

export const identityCenterGroupDeclaration: KindDeclaration<'identity-center-group'> = {
  declare: ({ identityCenter: { groups } }, declaredAs) =>
    Object.entries(groups).map(([name, { description, ...group }]) => {
      const path = ['identityCenter', 'groups', name];
      const { mark: _untaggable, ...about } = declaredAs('identity-center-group', name, {
        path,
        life: group,
      });
      return { ...group, ...about, description };
    }),
  // The ids in it are AWS's.
  arn: (_, { partition }) => `arn:${partition}:identitystore:::group/*`,
};
