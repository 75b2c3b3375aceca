import { type RepositoryPolicy, readRepositoryPolicies } from '@rolecall/core';
import {
  type LintFinding,
  type LintReport,
  lintPolicy,
  lintTree,
  type PolicyEntity,
  type PolicyResourceType,
} from '@rolecall/policy';
import { type FileText, type PolicyText, policyTextsIn, readFiles } from './policy-files.ts';
import { guessKind, kindOfOptions, lintOptionsOf, type PolicyKind } from './policy-kind.ts';

export interface LintedPolicy extends PolicyText {
  readonly kind: PolicyKind;
  /** Nobody said what kind it is. */
  readonly guessed: boolean;
  readonly resourceType: PolicyResourceType | undefined;
  readonly report: LintReport;
  /** Access Analyzer's and our own findings, by their place. */
  readonly findings: readonly PlacedFinding[];
}

export interface PlacedFinding extends LintFinding {
  /** Whether AWS does not report this code. */
  readonly own: boolean;
}

export interface LintChoice {
  readonly kind: PolicyKind | undefined;
  readonly resourceType: PolicyResourceType | undefined;
  readonly entity: PolicyEntity | undefined;
}

/** Lints every policy in the files. */
export async function lintFiles(
  cwd: string,
  files: readonly string[],
  choice: LintChoice,
): Promise<readonly LintedPolicy[]> {
  return (await readFiles(cwd, files)).flatMap((file) => {
    const { format, policies } = readRepositoryPolicies(file.file, file.text);
    return format === 'template' || format === 'plan'
      ? policies.flatMap((policy) => lintPlaced(file, policy, choice))
      : policyTextsIn(file).map((text) => lintOne(text, choice));
  });
}

/** A policy of a template or plan: what it is for tells its kind. */
function lintPlaced(
  { file, text }: FileText,
  policy: RepositoryPolicy,
  { kind: asked, resourceType, entity }: LintChoice,
): readonly LintedPolicy[] {
  const [tree] = policy.trees;
  if (tree === undefined) return [];
  const kind = asked ?? (resourceType ? 'resource' : kindOfOptions(policy.kind));
  const options = {
    ...(asked === undefined && resourceType === undefined ? policy.kind : lintOptionsOf(kind)),
    ...(entity && { entity }),
    ...(resourceType && { resourceType }),
  };
  const reports = policy.trees.map((one) => lintTree(one, options));
  const [first] = reports;
  if (first === undefined) return [];
  const report = {
    ...first,
    findings: distinct(reports.flatMap(({ findings }) => findings)),
    ownFindings: distinct(reports.flatMap(({ ownFindings }) => ownFindings)),
  };
  const { address } = policy;
  const about = { file, address, text, tree, kind, guessed: false };
  return [{ ...about, resourceType: options.resourceType, report, findings: placedIn(report) }];
}

/** What stands outside of choices is found once with each of their sides. */
function distinct(findings: readonly LintFinding[]): readonly LintFinding[] {
  const keyOf = ({ issueCode, findingDetails, locations }: LintFinding) =>
    JSON.stringify([issueCode, findingDetails, locations.map(({ span }) => span)]);
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function placedIn({ findings, ownFindings }: LintReport): readonly PlacedFinding[] {
  return [
    ...findings.map((finding) => ({ ...finding, own: false })),
    ...ownFindings.map((finding) => ({ ...finding, own: true })),
  ].toSorted((a, b) => offsetOf(a) - offsetOf(b));
}

function lintOne(
  text: PolicyText,
  { kind: asked, resourceType, entity }: LintChoice,
): LintedPolicy {
  const { tree } = text;
  const kind = asked ?? (resourceType ? 'resource' : guessKind({ ...text, root: tree?.root }));
  const options = { ...lintOptionsOf(kind, entity), ...(resourceType && { resourceType }) };
  const report = tree === undefined ? lintPolicy(text.text, options) : lintTree(tree, options);
  return {
    ...text,
    kind,
    guessed: asked === undefined && resourceType === undefined,
    resourceType: options.resourceType,
    report,
    findings: placedIn(report),
  };
}

function offsetOf({ locations }: LintFinding): number {
  return locations[0]?.span.start.offset ?? 0;
}
