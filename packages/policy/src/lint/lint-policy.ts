import type { ActionData } from '../actions/action-data.ts';
import { bundledActionData } from '../actions/bundled-action-data.ts';
import { type PolicyResourceType, type PolicyType, policyTypes } from '../language/policy-kind.ts';
import { parseJson } from '../text/parse-json.ts';
import { positionsOf } from '../text/position.ts';
import type { SyntaxTree } from '../text/syntax-tree.ts';
import { treeOfValue } from '../text/tree-of-value.ts';
import type { LintDocument } from './lint-document.ts';
import { type LintReport, lintReport } from './lint-report.ts';
import type { RuleFinding } from './lint-rule.ts';
import type { PolicyEntity } from './policy-entity.ts';
import { placeOf, readLintDocument } from './read-lint-document.ts';
import { awsRules } from './rules/aws-rules.ts';
import { checkEntitySize } from './rules/own/entity-size.ts';
import { ownRules } from './rules/own/index.ts';
import { ownServiceRules } from './rules/services/own-service-rules.ts';

export interface LintOptions {
  readonly policyType: PolicyType;
  /** What a resource policy is attached to, as `validatePolicyResourceType` says it. */
  readonly resourceType?: PolicyResourceType | undefined;
  /** Services, actions and keys; those that come with the package where left out. */
  readonly data?: ActionData | undefined;
  /** Adds the quota of this kind of entity to our own findings. */
  readonly entity?: PolicyEntity | undefined;
}

/**
 * Finds what ValidatePolicy would find in a policy, offline. A text is read strictly and its places
 * are reported (lines from 1, columns and offsets from 0); places in a parsed document are those of
 * `JSON.stringify`. Never throws on a document, however broken: that is a finding.
 * Without options the policy is taken for an `IDENTITY_POLICY`.
 * Source: IAM User Guide, "IAM policy validation check reference".
 * @throws RangeError for a type of policy there is not
 */
export function lintPolicy(source: string | object, given?: LintOptions | null): LintReport {
  const options = optionsOf(given);
  const text = typeof source === 'string' ? source : textOf(source);
  const parsed = parseJson(text);
  if (parsed.ok) return lintTree(parsed.tree, options);
  const { offset, message } = parsed.fault;
  const { line, column } = positionsOf(text)(offset);
  return reportOfOne(text, options, {
    issueCode: 'JSON_SYNTAX_ERROR',
    details: `The JSON is broken at index ${offset}, line ${line}, column ${column}. ${message}`,
    places: [{ path: [], start: offset, end: offset }],
  });
}

/** `lintPolicy` for a document whose places are known already, such as one in YAML. */
export function lintTree(tree: SyntaxTree, given?: LintOptions | null): LintReport {
  const options = optionsOf(given);
  const { policyType, resourceType, entity, data = bundledActionData() } = options;
  const document = readLintDocument(tree, { policyType, resourceType });
  if (document === undefined)
    return reportOfOne(tree.text, options, {
      issueCode: 'DATA_TYPE_MISMATCH',
      details: 'A policy is an object.',
      places: [placeOf(tree.root, [])],
    });
  return lintReport({
    text: tree.text,
    findings: awsRules.flatMap((rule) => rule(document, data)),
    ownFindings: [
      ...sizeFindings(document, entity),
      ...[...ownRules, ...ownServiceRules].flatMap((rule) => rule(document, data)),
    ],
    dataDate: data.date,
  });
}

/** What callers without types may leave out, or ask for. */
function optionsOf(given: Partial<LintOptions> | null | undefined): LintOptions {
  const { policyType = 'IDENTITY_POLICY', ...others } = given ?? {};
  if (policyTypes.includes(policyType)) return { policyType, ...others };
  throw new RangeError(
    `"${String(policyType)}" is no type of policy; there are ${policyTypes.join(', ')}.`,
  );
}

function sizeFindings(document: LintDocument, entity: PolicyEntity | undefined) {
  return entity === undefined ? [] : checkEntitySize(document, entity);
}

function reportOfOne(text: string, { data }: LintOptions, finding: RuleFinding): LintReport {
  const { date } = data ?? bundledActionData();
  return lintReport({ text, findings: [finding], ownFindings: [], dataDate: date });
}

/** Empty, which is no JSON, for what JSON cannot hold: a document that nests in itself. */
function textOf(source: object): string {
  return treeOfValue(source) === undefined ? '' : (JSON.stringify(source) ?? '');
}
