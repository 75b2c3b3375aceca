import type { KindDeclaration } from './kind-declaration.ts';

export const permissionSetDeclaration: KindDeclaration<'permission-set'> = {
  declare: ({ identityCenter: { permissionSets } }, declaredAs) =>
    Object.entries(permissionSets).map(([name, set]) => {
      const path = ['identityCenter', 'permissionSets', name];
      const { mark, ...about } = declaredAs('permission-set', name, { path, life: set });
      const { description, relayState, inlinePolicy, permissionsBoundary, tags, ...rest } = set;
      const all = { ...tags, ...mark };
      return {
        ...rest,
        ...about,
        description,
        relayState,
        inlinePolicy,
        permissionsBoundary,
        tags: all,
      };
    }),
  needs: ({ customerPolicies, permissionsBoundary = '' }) =>
    [
      ...customerPolicies,
      ...(permissionsBoundary.startsWith('/') ? [permissionsBoundary] : []),
    ].map((policy) => ({ type: 'policy', name: policy.slice(policy.lastIndexOf('/') + 1) })),
  // The ids in it are AWS's.
  arn: (_, { partition }) => `arn:${partition}:sso:::permissionSet/*/*`,
  /** Policies of this account are attached by path and name, for every account has its own. */
  resolve: (set, to) => {
    const arns = [...new Set(set.managedPolicies.map((name) => to.policy(name)))];
    const { permissionsBoundary: boundary, inlinePolicy } = set;
    const limit = boundary?.startsWith('/') ? boundary : to.boundary(boundary);
    return {
      ...set,
      managedPolicies: arns.filter((arn) => pathOf(arn) === undefined),
      customerPolicies: [
        ...new Set([...arns.flatMap((arn) => pathOf(arn) ?? []), ...set.customerPolicies]),
      ],
      inlinePolicy: inlinePolicy && to.document(inlinePolicy),
      permissionsBoundary: limit && (pathOf(limit) ?? limit),
    };
  },
};

/** `/team/Read` of a policy that is an account's own. */
function pathOf(arn: string): string | undefined {
  return /^arn:[^:]+:iam::\d{12}:policy(\/.+)$/.exec(arn)?.[1];
}
