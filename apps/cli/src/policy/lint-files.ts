import {
  type LintFinding,
  type LintReport,
  lintPolicy,
  lintTree,
  type PolicyEntity,
  type PolicyResourceType,
} from '@rolecall/policy';
import { type PolicyText, readPolicyTexts } from './policy-files.ts';
import { guessKind, lintOptionsOf, type PolicyKind } from './policy-kind.ts';

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
  return (await readPolicyTexts(cwd, files)).map((text) => lintOne(text, choice));
}

function lintOne(
  text: PolicyText,
  { kind: asked, resourceType, entity }: LintChoice,
): LintedPolicy {
  const { tree } = text;
  const kind = asked ?? (resourceType ? 'resource' : guessKind({ ...text, root: tree?.root }));
  const options = { ...lintOptionsOf(kind, entity), ...(resourceType && { resourceType }) };
  const report = tree === undefined ? lintPolicy(text.text, options) : lintTree(tree, options);
  const findings = [
    ...report.findings.map((finding) => ({ ...finding, own: false })),
    ...report.ownFindings.map((finding) => ({ ...finding, own: true })),
  ].toSorted((a, b) => offsetOf(a) - offsetOf(b));
  return {
    ...text,
    kind,
    guessed: asked === undefined && resourceType === undefined,
    resourceType: options.resourceType,
    report,
    findings,
  };
}

function offsetOf({ locations }: LintFinding): number {
  return locations[0]?.span.start.offset ?? 0;
}
