import type { Json } from '@rolecall/policy';
import { isRecord } from './is-record.ts';

const words: { readonly [operator: string]: string } = {
  eq: 'is',
  neq: 'is not',
  contains: 'contains',
  exists: 'exists',
};

/** The filter of an archive rule: `resourceType is AWS::S3::Bucket, isPublic is false`. */
export function describeFilter(filter: Json): string {
  if (!isRecord(filter)) return 'nothing';
  return Object.entries(filter)
    .flatMap(([property, criterion]) =>
      isRecord(criterion)
        ? Object.entries(criterion).map(
            ([operator, values]) => `${property} ${words[operator] ?? operator} ${say(values)}`,
          )
        : [],
    )
    .join(', ');
}

function say(values: Json): string {
  return Array.isArray(values) ? values.map(String).join(' or ') : String(values);
}
