import type { Center } from './center-people.ts';

type PermissionSet = Center['permissionSets'][string];

/**
 * A permission set whose policies of the account are named by path and name, as AWS attaches them,
 * for every account has its own. `arnOf` gives the ARN of a name, `pathTo` the path of what is
 * declared beside the set.
 */
export function openPermissionSet(
  set: PermissionSet,
  arnOf: (policy: string) => string,
  pathTo: (declared: string) => string,
): PermissionSet {
  const ownPath = (arn: string): string | undefined => {
    const declared = /^\{\{arn:policy\/(.+)\}\}$/.exec(arn)?.[1];
    if (declared !== undefined) return `${pathTo(declared)}${declared}`;
    return /^arn:[^:]+:iam::(?:\d{12}|\{\{account\}\}):policy(\/.+)$/.exec(arn)?.[1];
  };
  const { managedPolicies, customerPolicies, permissionsBoundary: boundary } = set;
  const arns = [...new Set(managedPolicies.map(arnOf))];
  const own = arns.flatMap((arn) => ownPath(arn) ?? []);
  const limit = boundary === undefined || boundary.startsWith('/') ? boundary : arnOf(boundary);
  return {
    ...set,
    managedPolicies: arns.filter((arn) => ownPath(arn) === undefined),
    customerPolicies: [...new Set([...own, ...customerPolicies])],
    ...(limit === undefined ? {} : { permissionsBoundary: ownPath(limit) ?? limit }),
  };
}
