import type { ActionData } from '../actions/action-data.ts';
import { bundledActionData } from '../actions/bundled-action-data.ts';
import type { PolicyResourceType } from '../language/policy-kind.ts';
import { treeOfValue } from '../text/tree-of-value.ts';
import { catalogue } from './catalogue.ts';
import { lintPolicy } from './lint-policy.ts';
import { readLintDocument } from './read-lint-document.ts';
import { graveRules } from './rules/aws-rules.ts';

export interface StoredPolicyKind {
  readonly policyType: 'IDENTITY_POLICY' | 'RESOURCE_POLICY';
  readonly resourceType?: PolicyResourceType | undefined;
  /** As for `lintPolicy`. */
  readonly data?: ActionData | undefined;
}

/**
 * Codes of the errors and security warnings that `lintPolicy` finds in a parsed document, each once
 * and in its order. Most documents have none, which is seen without their text, its places and the
 * rules for lesser matters.
 */
export function findGraveCodes(document: object, kind: StoredPolicyKind): readonly string[] {
  if (isFlawless(document, kind)) return [];
  const grave = lintPolicy(document, kind).findings.filter(
    ({ findingType }) => findingType === 'ERROR' || findingType === 'SECURITY_WARNING',
  );
  return [...new Set(grave.map(({ issueCode }) => issueCode))];
}

function isFlawless(
  document: object,
  { policyType, resourceType, data = bundledActionData() }: StoredPolicyKind,
): boolean {
  const root = treeOfValue(document);
  if (root === undefined) return false;
  const read = readLintDocument({ text: '', root }, { policyType, resourceType });
  if (read === undefined) return false;
  return graveRules.every((rule) =>
    rule(read, data).every(({ issueCode }) => lesserCodes.has(issueCode)),
  );
}

const lesserCodes: ReadonlySet<string> = new Set(
  catalogue().flatMap(({ issueCode, findingType }) =>
    findingType === 'WARNING' || findingType === 'SUGGESTION' ? [issueCode] : [],
  ),
);
