import { canonicalPolicy, type PolicyDocument } from '@rolecall/policy';
import type { DesiredResource } from '../model/resource.ts';
import type { DiffContext } from './diff-context.ts';
import { digest } from './digest.ts';

/**
 * Tells whether a resource is still declared as it was when it was reviewed: a review of a role with
 * its boundary is none of the role without.
 */
export function declarationDigest(desired: DesiredResource, { partition }: DiffContext): string {
  const { position: _where, ...declared } = desired;
  return digest(canonicalMembers(declared, partition));
}

function canonicalMembers(
  members: { readonly [name: string]: unknown },
  partition: string,
): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, canonicalMember(value, partition)]),
  );
}

function canonicalMember(value: unknown, partition: string): unknown {
  if (isDocument(value)) return canonicalPolicy(value, { partition });
  if (Array.isArray(value)) return value.map((each) => listed(each, partition)).sort();
  if (typeof value === 'object' && value !== null) return canonicalMembers({ ...value }, partition);
  return value;
}

function listed(value: unknown, partition: string): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return digest(canonicalMember(value, partition));
}

function isDocument(value: unknown): value is PolicyDocument {
  return typeof value === 'object' && value !== null && 'Statement' in value;
}
