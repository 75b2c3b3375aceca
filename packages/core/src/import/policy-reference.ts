import { parseIamArn } from '@rolecall/policy';
import {
  isListedManagedPolicy,
  type PolicyNames,
  resolvePolicyName,
} from '../manifest/resolve-policy-name.ts';

/** The shortest way to name a policy that the manifest reads back as the same; its ARN at the worst. */
export function policyReference(arn: string, names: PolicyNames): string {
  const policy = parseIamArn(arn);
  if (policy === undefined) return arn;
  const { path, name } = policy;
  const shorter =
    policy.account === 'aws'
      ? isListedManagedPolicy(arn) && [`${path.slice(1)}${name}`]
      : names.declared.get(name.toLowerCase()) === arn && [name, `policy/${name}`];
  const found = (shorter || []).find((candidate) => {
    const resolved = resolvePolicyName(candidate, names);
    return 'arn' in resolved && resolved.arn === arn;
  });
  return found ?? arn;
}
