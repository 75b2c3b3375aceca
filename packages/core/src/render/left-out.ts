import type { OpenResources } from './open-resources.ts';

/** What of the resources no template can make, in words. */
export function leftOut({ sections }: OpenResources): readonly string[] {
  const { policies, accountAlias, passwordPolicy, identityCenter } = sections;
  const { permissionSets, groups, users } = identityCenter;
  return [
    ...Object.entries(policies).flatMap(([name, { document }]) =>
      'copyOf' in document
        ? [`the policy ${name}, a copy of ${document.copyOf} as the account has it`]
        : [],
    ),
    ...(accountAlias ? ['the account alias'] : []),
    ...(passwordPolicy ? ['the password policy'] : []),
    // They need ids of the instance, which no template of one account knows.
    ...[...Object.keys(permissionSets), ...Object.keys(groups), ...Object.keys(users)].map(
      (name) => `${name} of Identity Center, and who is assigned it`,
    ),
  ];
}
