import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';
import { type DesiredResource, isSpecified, resourceKey } from '../model/resource.ts';
import { specOf } from './kinds/kinds.ts';

/** Keys of the declared resources that have to be there before this one. */
export function dependenciesOf(
  desired: DesiredResource,
  keysByArn: ReadonlyMap<string, string>,
): readonly string[] {
  const keys = [
    ...mentionedArns(desired).flatMap((arn) => keysByArn.get(arn) ?? []),
    ...mentionedNames(desired),
  ];
  return [...new Set(keys)].filter((key) => key !== resourceKey(desired));
}

function mentionedArns(desired: DesiredResource): readonly string[] {
  switch (desired.type) {
    case 'role':
      return [
        ...desired.managedPolicies,
        ...asList(desired.permissionsBoundary),
        ...trustedPrincipals(desired.trust),
      ];
    case 'user':
      return [...desired.managedPolicies, ...asList(desired.permissionsBoundary)];
    case 'group':
      return desired.managedPolicies;
    case 'account-alias':
    case 'instance-profile':
    case 'oidc-provider':
    case 'password-policy':
    case 'policy':
    case 'service-linked-role':
      return [];
    default:
      // They name others by their keys.
      return [];
  }
}

function mentionedNames(desired: DesiredResource): readonly string[] {
  if (desired.type === 'user') {
    return desired.groups.map((name) => resourceKey({ type: 'group', name }));
  }
  if (desired.type === 'instance-profile') {
    return [resourceKey({ type: 'role', name: desired.role })];
  }
  return isSpecified(desired) ? (specOf(desired.type).dependencies?.(desired) ?? []) : [];
}

/** ARNs of the AWS and federated principals that a trust policy names. */
export function trustedPrincipals(trust: PolicyDocument): readonly string[] {
  return statementsOf(trust).flatMap(({ Principal, NotPrincipal }) =>
    [Principal, NotPrincipal].flatMap((principal) =>
      typeof principal === 'object'
        ? [...asList(principal.AWS), ...asList(principal.Federated)]
        : [],
    ),
  );
}
