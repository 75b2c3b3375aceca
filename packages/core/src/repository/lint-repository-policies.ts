import { type ActionData, type LintFinding, lintTree } from '@rolecall/policy';
import type { SourcePosition } from '../model/errors.ts';
import type { RepositoryPolicy } from './repository-policy.ts';

/** A finding about a policy, with its place in the file. */
export interface RepositoryFinding extends LintFinding {
  readonly policy: RepositoryPolicy;
  /** Where it begins; of a document that stands in a text, the text's. */
  readonly position: SourcePosition;
  /** Whether AWS does not report this code. */
  readonly own: boolean;
}

/** Lints every policy; what is known only after a deployment is taken to be right. */
export function lintRepositoryPolicies(
  policies: readonly RepositoryPolicy[],
  { data }: { readonly data?: ActionData } = {},
): readonly RepositoryFinding[] {
  return policies.flatMap((policy) => {
    const found = new Map<string, RepositoryFinding>();
    for (const tree of policy.trees) {
      const report = lintTree(tree, { ...policy.kind, data });
      const add = (finding: LintFinding, own: boolean) => {
        const start = finding.locations[0]?.span.start;
        const position =
          start === undefined
            ? policy.position
            : { file: policy.file, line: start.line, column: start.column + 1 };
        const key = JSON.stringify([finding.issueCode, finding.findingDetails, position]);
        found.set(key, { ...finding, policy, position, own });
      };
      for (const finding of report.findings) add(finding, false);
      for (const finding of report.ownFindings) add(finding, true);
    }
    return [...found.values()].toSorted(
      ({ position: a }, { position: b }) => a.line - b.line || a.column - b.column,
    );
  });
}
