import { parseArn } from '../arn.ts';
import type { PatternElement } from '../language/policy.ts';
import { joinWords } from './join-words.ts';

/** Which resources a statement is about, in words. */
export function describeResources(element: PatternElement | undefined): string {
  if (element === undefined) return 'the resource that the policy is attached to';
  const { negated, patterns } = element;
  const listed = joinWords([...new Set(patterns)].map(describeResource));
  if (patterns.length === 0) return negated ? 'every resource' : 'no resource at all';
  return negated ? `every resource except ${listed}` : listed;
}

/**
 * A resource's name where its ARN has no more to say, otherwise the ARN. A `*` in a bucket's name
 * runs on over `/`, so that it takes in objects too.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3"
 * and "... for AWS Identity and Access Management".
 */
export function describeResource(pattern: string): string {
  if (pattern === '*') return 'every resource';
  const arn = parseArn(pattern);
  if (arn === undefined || arn.partition !== 'aws' || arn.region !== '') return pattern;
  const { service, account, resource } = arn;
  if (service === 's3' && account === '') return describeBucket(resource) ?? pattern;
  if (service === 'iam' && /^\d{12}$/.test(account))
    return describeEntity(resource, account) ?? pattern;
  return pattern;
}

function describeBucket(resource: string): string | undefined {
  const slash = resource.indexOf('/');
  const bucket = slash < 0 ? resource : resource.slice(0, slash);
  const key = slash < 0 ? undefined : resource.slice(slash + 1);
  // Other forms (access points, jobs) are not in this table.
  if (bucket === '' || bucket.includes(':') || bucket.includes('$')) return undefined;
  const isOpen = /\*/.test(bucket);
  if (bucket === '*') return key === undefined ? 'every bucket and object of S3' : undefined;
  if (key === undefined)
    return isOpen ? `buckets ${bucket} with their objects` : `bucket ${bucket}`;
  if (key === '') return undefined;
  const buckets = isOpen ? `buckets ${bucket}` : `bucket ${bucket}`;
  if (key === '*') return `the objects of ${buckets}`;
  // The `*` of an open bucket name takes in the beginnings of keys, too.
  return isOpen ? undefined : `objects ${key} of bucket ${bucket}`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['role', 'role'],
  ['user', 'user'],
  ['group', 'group'],
  ['policy', 'policy'],
  ['instance-profile', 'instance profile'],
]);

function describeEntity(resource: string, account: string): string | undefined {
  const slash = resource.indexOf('/');
  const entity = entities.get(resource.slice(0, slash));
  const name = resource.slice(slash + 1);
  if (entity === undefined || name === '') return undefined;
  if (name === '*') return `every ${entity} of account ${account}`;
  return `${entity} ${name} of account ${account}`;
}
