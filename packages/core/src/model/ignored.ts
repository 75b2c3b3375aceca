import { matchesPattern } from '@rolecall/policy';

/** Names a resource as patterns do: by its key (`role/name`) and, where it has one, its ARN. */
export interface Nameable {
  readonly key: string;
  readonly arn: string | undefined;
}

/** Whether a pattern of `ignore` means the resource; names count without case, ARNs to the letter. */
export function isMeant(pattern: string, { key, arn }: Nameable): boolean {
  return pattern.startsWith('arn:')
    ? arn !== undefined && matchesPattern(pattern, arn)
    : matchesPattern(pattern.toLowerCase(), key.toLowerCase());
}

/** A managed policy by its ARN, as patterns name it. */
export function policyNameable(arn: string): Nameable {
  return { key: `policy/${arn.slice(arn.lastIndexOf('/') + 1)}`, arn };
}
