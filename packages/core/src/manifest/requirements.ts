import type { DesiredResource } from '../model/resource.ts';
import { saysSignIn } from '../model/sign-in.ts';
import { isListedManagedPolicy } from './resolve-policy-name.ts';

export interface Requirements {
  readonly policyNames: readonly string[];
  readonly instanceProfileNames: readonly string[];
  readonly userNames: readonly string[];
  readonly permissionSetNames: readonly string[];
  readonly identityCenterGroupNames: readonly string[];
  readonly signInUserNames: readonly string[];
  /** AWS-managed policies to read: those that are copied, and those our list does not know. */
  readonly managedPolicyArns: readonly string[];
  /** AWS-managed policies that are declared to be attached, or to bound somebody. */
  readonly heldPolicyArns: readonly string[];
  readonly unlisted: readonly { readonly arn: string; readonly resource: DesiredResource }[];
}

/** What has to be read of the account beside what every plan reads. */
export function requirementsOf(desired: readonly DesiredResource[]): Requirements {
  const held = desired.flatMap((resource) =>
    namedPolicies(resource)
      .filter((arn) => arn.includes(':iam::aws:policy/'))
      .map((arn) => ({ arn, resource })),
  );
  const unlisted = held.filter(({ arn }) => !isListedManagedPolicy(arn));
  const copied = desired.flatMap((resource) =>
    resource.type === 'policy' && resource.copyOf !== undefined ? [resource.copyOf] : [],
  );
  return {
    policyNames: desired.flatMap(({ type, name }) => (type === 'policy' ? [name] : [])),
    instanceProfileNames: desired.flatMap(({ type, name }) =>
      type === 'instance-profile' ? [name] : [],
    ),
    signInUserNames: desired.flatMap((one) =>
      one.type === 'user' && saysSignIn(one) ? [one.name] : [],
    ),
    userNames: desired.flatMap(({ type, name }) => (type === 'user' ? [name] : [])),
    permissionSetNames: desired.flatMap(({ type, name }) =>
      type === 'permission-set' ? [name] : [],
    ),
    identityCenterGroupNames: desired.flatMap(({ type, name }) =>
      type === 'identity-center-group' ? [name] : [],
    ),
    managedPolicyArns: [...new Set([...copied, ...unlisted.map(({ arn }) => arn)])],
    heldPolicyArns: [...new Set(held.map(({ arn }) => arn))],
    unlisted,
  };
}

function namedPolicies(resource: DesiredResource): readonly string[] {
  const boundary =
    'permissionsBoundary' in resource && resource.permissionsBoundary !== undefined
      ? [resource.permissionsBoundary]
      : [];
  return 'managedPolicies' in resource ? [...resource.managedPolicies, ...boundary] : boundary;
}
