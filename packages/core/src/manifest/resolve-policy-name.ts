import managed from '../data/aws-managed-policies.gen.json' with { type: 'json' };
import { nearestName } from '../model/nearest-name.ts';

const managedPolicies: ReadonlySet<string> = new Set(managed.policies);

export interface PolicyNames {
  readonly account: string;
  readonly partition: string;
  /** Name in lower case → ARN of the customer-managed policies that are declared. */
  readonly declared: ReadonlyMap<string, string>;
}

export type ResolvedPolicy =
  | { readonly arn: string }
  | { readonly fault: string; readonly hint: string | undefined };

/**
 * The ARN of a policy as people name it: an ARN as it is, the name of a declared policy (also as
 * `policy/Name`), or the path and name of an AWS-managed one (`job-function/SupportUser`).
 */
export function resolvePolicyName(
  name: string,
  { partition, account, declared }: PolicyNames,
): ResolvedPolicy {
  if (name.startsWith('arn:')) return resolveArn(name, partition, account);
  const bare = name.replace(/^policy\//, '');
  const own = declared.get(bare.toLowerCase());
  const isManaged = managedPolicies.has(name);
  if (own !== undefined && isManaged) {
    return {
      fault: `"${name}" is both a declared and an AWS-managed policy`,
      hint: `Write "policy/${name}" for the declared one, or the whole ARN.`,
    };
  }
  if (own !== undefined) return { arn: own };
  if (isManaged) return { arn: managedPolicyArn(name, partition) };
  const near =
    nearestName(name, [...managedPolicies, ...declared.keys()]) ?? samePolicyElsewhere(name);
  return {
    fault: `there is no policy "${name}", declared here or managed by AWS (list of ${managed.date})`,
    hint: near
      ? `Did you mean "${near}"?`
      : 'Name a declared policy, an AWS-managed one, or an ARN.',
  };
}

function managedPolicyArn(name: string, partition: string): string {
  return `arn:${partition}:iam::aws:policy/${name}`;
}

/** Whether the dated list knows the policy; one that AWS added later is unknown and may exist. */
export function isListedManagedPolicy(arn: string): boolean {
  const name = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return name !== undefined && managedPolicies.has(name);
}

function resolveArn(arn: string, partition: string, account: string): ResolvedPolicy {
  const named = /^arn:([^:]+):iam::(aws|\d{12}):policy\/.+$/.exec(arn);
  if (!named) return { fault: `"${arn}" is not the ARN of a policy`, hint: undefined };
  if (named[1] !== partition) {
    return {
      fault: `"${arn}" is of partition ${named[1]}, the manifest of ${partition}`,
      hint: `Write "arn:${partition}:…", or the policy's name alone.`,
    };
  }
  if (named[2] !== 'aws' && named[2] !== account) {
    return {
      fault: `"${arn}" belongs to another account, and IAM attaches none of those`,
      hint: `Write "arn:${partition}:iam::${account}:…", or declare the policy here.`,
    };
  }
  return { arn };
}

/** `SupportUser` for `job-function/SupportUser`: the path is part of the name and easily missed. */
function samePolicyElsewhere(name: string): string | undefined {
  return [...managedPolicies].find((candidate) => candidate.endsWith(`/${name}`));
}
