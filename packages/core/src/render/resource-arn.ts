import type { OpenResources } from './open-resources.ts';

/** The ARN of a declared resource, open: with `{{partition}}` and `{{account}}`. */
export function openArn({ sections, path }: OpenResources, type: string, name: string): string {
  const own = `arn:{{partition}}:iam::{{account}}:`;
  if (type === 'oidc-provider' || type === 'saml-provider') return `${own}${type}/${name}`;
  return `${own}${type}${pathOf(sections, type, name) ?? path}${name}`;
}

function pathOf(
  { roles, users, groups, policies, instanceProfiles }: OpenResources['sections'],
  type: string,
  name: string,
): string | undefined {
  switch (type) {
    case 'role':
      return roles[name]?.path;
    case 'user':
      return users[name]?.path;
    case 'group':
      return groups[name]?.path;
    case 'policy':
      return policies[name]?.path;
    case 'instance-profile':
      return instanceProfiles[name]?.path;
    default:
      // The tests of the catalogue find a blueprint that names another.
      throw new Error(`no ARN of a ${type}`);
  }
}
