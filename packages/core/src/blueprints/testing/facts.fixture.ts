import { asList, type Json } from '@rolecall/policy';

/**
 * What AWS's documentation says of each role, written down from the collected facts and not from
 * the catalogue: a slip in the one is to be seen by the other.
 */
export type Condition = { readonly [operator: string]: { readonly [key: string]: Json } };
/** `[actions, resources, condition]` of a statement; `not x` for what NotAction leaves out. */
export type StatementFacts = readonly [
  readonly string[],
  readonly string[],
  (Condition | undefined)?,
];
export type InlineFacts = { readonly [policy: string]: readonly StatementFacts[] };

export interface RoleFacts {
  readonly principal: { readonly [kind: string]: readonly string[] };
  readonly action: readonly string[];
  readonly condition?: Condition | undefined;
  readonly managedPolicies: readonly string[];
  readonly inline?: InlineFacts;
}

interface GroupFacts {
  readonly managedPolicies: readonly string[];
  readonly inline?: InlineFacts;
}

export interface BlueprintFacts {
  readonly id: string;
  readonly values?: { readonly [name: string]: Json };
  readonly roles: { readonly [name: string]: RoleFacts };
  /** Name → its managed and inline policies. */
  readonly groups?: { readonly [name: string]: GroupFacts };
  /** Name → groups and managed policies. */
  readonly users?: { readonly [name: string]: readonly string[] };
  /** Name → AWS-managed policy that it copies. */
  readonly copies?: { readonly [name: string]: string };
  readonly linkedRoles?: readonly string[];
  /** Instance profile → role. */
  readonly profiles?: { readonly [name: string]: string };
  /** URL → audiences. */
  readonly providers?: { readonly [url: string]: readonly string[] };
  /** Name → length of sessions and managed policies. */
  readonly permissionSets?: { readonly [name: string]: readonly string[] };
  /** Name → type and Regions. */
  readonly analyzers?: { readonly [name: string]: readonly string[] };
  /** Permission set, group and accounts. */
  readonly assigned?: readonly string[];
  /** `[action, value of its one condition, resource]`. */
  readonly companions: readonly (readonly [string, string, string])[];
}

export const account = '444455556666';
export const sourceAccount = { 'aws:SourceAccount': account };

/** The trust of a role that services assume. */
export function assumedBy(service: string | readonly string[], condition?: Condition) {
  return { principal: { Service: asList(service) }, action: ['sts:AssumeRole'], condition };
}

export const passRole = (service: string, role: string): readonly [string, string, string] => [
  'iam:PassRole',
  `iam:PassedToService=${service}`,
  `{{arn:role/${role}}}`,
];

export const createLinkedRole = (service: string): readonly [string, string, string] => [
  'iam:CreateServiceLinkedRole',
  `iam:AWSServiceName=${service}`,
  `arn:aws:iam::${account}:role/aws-service-role/${service}/*`,
];
