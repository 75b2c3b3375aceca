import { parseArn } from '@rolecall/policy';
import type { Diagnostic } from '../model/errors.ts';
import {
  type DesiredOf,
  type DesiredResource,
  type DesiredRole,
  resourceKey,
} from '../model/resource.ts';
import { trustedPrincipals } from './dependencies.ts';
import type { LiveIndex } from './live-index.ts';

export interface ReferenceFacts {
  readonly account: string;
  readonly arnOf: (resource: DesiredResource) => string;
  readonly live: LiveIndex;
  /** Keys of what counts as declared beside what is. */
  readonly standing?: ReadonlySet<string> | undefined;
  /** Keys of the live resources that this plan deletes. */
  readonly leaving: ReadonlySet<string>;
}

/**
 * IAM takes a name only where there is something behind it: principals in a trust policy, groups,
 * policies, the role of an instance profile. Better to say so now, with the line, than half-way
 * through.
 */
export function checkReferences(
  desired: readonly DesiredResource[],
  facts: ReferenceFacts,
): readonly Diagnostic[] {
  const there = namesThere(desired, facts);
  const declared = new Set([...desired.map(resourceKey), ...(facts.standing ?? [])]);
  const faults = desired.flatMap((resource) => [
    ...(resource.type === 'role' ? checkTrust(resource, there, facts) : []),
    ...(resource.type === 'account-assignment' ? checkAssignment(resource, there, declared) : []),
    ...checkNamed(resource, there, facts),
  ]);
  if (facts.standing === undefined) return faults;
  // On the way back nobody has declared it.
  const hint = 'Make it again first, or name under "ignore" what is to have it.';
  return faults.map((fault) => ({ ...fault, hint }));
}

interface Names {
  readonly arns: ReadonlySet<string>;
  readonly liveArns: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function namesThere(
  desired: readonly DesiredResource[],
  { arnOf, live, leaving }: ReferenceFacts,
): Names {
  const staying = [
    ...live.all('user'),
    ...live.all('role'),
    ...live.all('group'),
    ...live.all('policy'),
  ].filter((resource) => !leaving.has(resourceKey(resource)));
  const directory = [
    ...live.all('identity-center-user'),
    ...live.all('identity-center-group'),
  ].filter((resource) => !leaving.has(resourceKey(resource)));
  const liveArns = new Set(staying.map(({ arn }) => arn));
  return {
    liveArns,
    arns: new Set([...liveArns, ...desired.map(arnOf)]),
    keys: new Set([...staying, ...directory, ...desired].map(resourceKey)),
  };
}

function checkTrust(
  role: DesiredRole,
  { arns, liveArns }: Names,
  { account, arnOf }: ReferenceFacts,
): readonly Diagnostic[] {
  return trustedPrincipals(role.trust)
    .filter((principal) => isOwn(principal, account, /^(user|role)\//))
    .flatMap((principal) => {
      if (principal === arnOf(role)) return liveArns.has(principal) ? [] : [trustsItself(role)];
      if (arns.has(principal)) return [];
      return [
        missing(
          role,
          `trusts ${principal}`,
          'Mind path and case: IAM compares ARNs to the letter.',
        ),
      ];
    });
}

/** People and groups may come from another directory; what they are assigned is declared here. */
function checkAssignment(
  assignment: DesiredOf<'account-assignment'>,
  { keys }: Names,
  declared: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { permissionSet, principalType, principal } = assignment;
  const type = principalType === 'GROUP' ? 'identity-center-group' : 'identity-center-user';
  return [
    ...(declared.has(resourceKey({ type: 'permission-set', name: permissionSet }))
      ? []
      : [
          {
            code: 'MANIFEST_INVALID' as const,
            message: `${assignment.address} assigns permission set ${permissionSet}, which is not declared.`,
            position: assignment.position,
            hint: 'Declare it under identityCenter.permissionSets; one that is there with "adopt: true".',
          },
        ]),
    ...(keys.has(resourceKey({ type, name: principal }))
      ? []
      : [missing(assignment, `is for ${principalType.toLowerCase()} ${principal}`)]),
  ];
}

function checkNamed(
  resource: DesiredResource,
  { arns, keys }: Names,
  { account }: ReferenceFacts,
): readonly Diagnostic[] {
  const policies = 'managedPolicies' in resource ? resource.managedPolicies : [];
  const boundary = 'permissionsBoundary' in resource ? resource.permissionsBoundary : undefined;
  const groups = resource.type === 'user' ? resource.groups : [];
  const members = resource.type === 'identity-center-group' ? resource.members : [];
  const roles = resource.type === 'instance-profile' ? [resource.role] : [];
  const passed = resource.type === 'proton-settings' ? Object.values(resource.roles) : [];
  return [
    ...[...policies, ...(boundary === undefined ? [] : [boundary])]
      .filter((arn) => isOwn(arn, account, /^policy\//) && !arns.has(arn))
      .map((arn) => missing(resource, `has ${arn}`)),
    ...groups
      .filter((name) => !keys.has(resourceKey({ type: 'group', name })))
      .map((name) => missing(resource, `is in group ${name}`)),
    ...members
      .filter((name) => !keys.has(resourceKey({ type: 'identity-center-user', name })))
      .map((name) => missing(resource, `has member ${name}`)),
    ...roles
      .filter((name) => !keys.has(resourceKey({ type: 'role', name })))
      .map((name) => missing(resource, `holds role ${name}`)),
    ...passed
      .filter((arn) => arn !== '' && !arns.has(arn))
      .map((arn) => missing(resource, `passes ${arn}`, passedHint)),
  ];
}

const passedHint =
  'Declare it, or write the ARN of a role of this account to the letter: others cannot be passed.';

function isOwn(text: string, account: string, resource: RegExp): boolean {
  const arn = parseArn(text);
  return arn?.service === 'iam' && arn.account === account && resource.test(arn.resource);
}

function trustsItself(role: DesiredRole): Diagnostic {
  return {
    code: 'PRINCIPAL_INVALID',
    message: `${role.address} trusts itself, but does not exist yet: IAM refuses that.`,
    position: role.position,
    hint: 'Create the role without it first, or trust the account and test aws:PrincipalArn.',
  };
}

function missing(resource: DesiredResource, relation: string, hint?: string): Diagnostic {
  return {
    code: relation.startsWith('trusts') ? 'PRINCIPAL_INVALID' : 'MANIFEST_INVALID',
    message: `${resource.address} ${relation}, which neither exists nor is declared.`,
    position: resource.position,
    hint: hint ?? 'Declare it, or take the name out.',
  };
}
