import { matchesPattern, parseIamArn } from '@rolecall/policy';
import { type ResourceType, resourceTypes } from '../model/resource.ts';

/** What a pattern can tell of a resource. */
export interface Named {
  readonly type: ResourceType;
  readonly name: string;
  /** Empty where it is not known. */
  readonly arn: string;
}

/**
 * Whether a pattern means the resource: an ARN, a path (begins with a slash), `role/NAME`, or the
 * name of anything. Addresses do not count: the manifest chooses those.
 */
export function meansResource(pattern: string, { type, name, arn }: Named): boolean {
  if (pattern.startsWith('arn:')) return matchesPattern(pattern, arn);
  if (pattern.startsWith('/')) {
    const path = parseIamArn(arn)?.path;
    return path !== undefined && matchesPattern(pattern, path);
  }
  const withType = resourceTypes.some((each) => pattern.startsWith(`${each}/`));
  return matchesPattern(pattern, withType ? `${type}/${name}` : name);
}

/**
 * The same without regard to case, as IAM tells names apart, and to the partition, which an account
 * has but one of: for what must not be got around.
 */
export function meansResourceInAnyCase(pattern: string, { type, name, arn }: Named): boolean {
  return meansResource(pattern.toLowerCase().replace(/^arn:[^:]*:/, 'arn:*:'), {
    type,
    name: name.toLowerCase(),
    arn: arn.toLowerCase(),
  });
}
