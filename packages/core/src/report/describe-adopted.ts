import { canonicalJson } from '@rolecall/policy';
import type { Adopted } from '../plan/plan.ts';
import { describeFacet } from './describe-operation.ts';
import type { DescribeContext, FacetLine } from './facet-line.ts';

/**
 * What a resource that is taken over keeps as it is: with what the operations change, all of it, for
 * from now on it is ours to answer for.
 */
export function describeAdopted(
  { before, after }: Adopted,
  context: DescribeContext,
): readonly FacetLine[] {
  const staying = Object.entries(before).filter(
    ([facet, value]) => canonicalJson(after[facet] ?? null) === canonicalJson(value),
  );
  // Our mark joins the tags, so they never stay as they are: those that do are named.
  const tags = stayingTags(before.tags, after.tags);
  const lines = [...staying, ...(tags ? [['tags', tags] as const] : [])].flatMap(
    ([facet, value]) =>
      value === '' ? [] : describeFacet({ facet, before: null, after: value }, context),
  );
  return lines.map((line) => ({ ...line, sign: ' ' }));
}

function stayingTags(before: unknown, after: unknown): { [key: string]: string } | undefined {
  const now = new Map(tagsOf(after));
  const same = tagsOf(before).filter(([key, value]) => now.get(key) === value);
  const changed = canonicalJson(before ?? null) !== canonicalJson(after ?? null);
  return same.length > 0 && changed ? Object.fromEntries(same) : undefined;
}

function tagsOf(value: unknown): readonly [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, tag]) => [key, String(tag)]);
}
