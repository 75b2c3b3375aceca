import type { PatternElement } from '../language/policy.ts';
import { anyRun, type GlobSymbol, globMatches, isStars } from './glob.ts';
import { type ArnGlob, arnFieldsMatch } from './match-arn-fields.ts';
import type { MatchScope } from './match-options.ts';
import { globFieldsOf, globOf, resolvePattern } from './resolve-pattern.ts';

/**
 * Whether `Resource` or `NotResource` takes in the request's resource. A statement with neither is
 * about whatever its document is attached to. A pattern that holds a variable without a value
 * matches nothing, under `NotResource` too: there it excludes nothing.
 * Source: IAM User Guide, "IAM JSON policy elements: Resource", "... NotResource", and "IAM policy
 * elements: Variables and tags" for variables without a value.
 */
export function resourceMatches(element: PatternElement | undefined, scope: MatchScope): boolean {
  if (element === undefined) return true;
  const listed = element.patterns.some((pattern) => patternMatches(pattern, scope));
  return listed !== element.negated;
}

function patternMatches(pattern: string, scope: MatchScope): boolean {
  if (isStars(pattern)) return true;
  const parts = resolvePattern(pattern, scope);
  if (parts === undefined) return false;
  const { resource } = scope.request;
  // Cheap and necessary: most patterns of a long list fail here.
  if (!parts.every((part) => part.kind !== 'text' || resource.includes(part.text))) return false;
  const { shortArns = 'completed', spanningWildcards = false } = scope.options;
  const fields = globFieldsOf(parts);
  const completed = completeFields(fields);
  if (spanningWildcards)
    return (
      globMatches(globOf(parts), resource) ||
      (shortArns === 'completed' && globMatches(joinFields(completed), resource))
    );
  if (fields.length < 6 && shortArns === 'glob') return globMatches(globOf(parts), resource);
  return arnFieldsMatch(completed, resource);
}

/** `arn:aws:sqs` is `arn:aws:sqs:*:*:*`: IAM User Guide, "IAM identifiers". */
function completeFields(fields: ArnGlob): ArnGlob {
  return [...fields, ...new Array<readonly GlobSymbol[]>(6 - fields.length).fill([anyRun])];
}

function joinFields(fields: ArnGlob): readonly GlobSymbol[] {
  return fields.flatMap((field, index) => (index === 0 ? field : [':', ...field]));
}
