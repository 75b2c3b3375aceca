import type { LintStatement, PatternText } from '../../lint-document.ts';
import { eachStatement, foundAll } from './each-statement.ts';
import { findCovers } from './find-covers.ts';

/** Actions and resources that another pattern of the same element covers. */
export const checkRedundantPatterns = eachStatement((statement) => [
  ...elementsOf(statement, 'actions').flatMap((actions) =>
    // Names of actions are compared without regard to case.
    groupsOf(actions, (text) => text.toLowerCase()).map(({ members, longest }) =>
      foundAll(
        'REDUNDANT_ACTION',
        `One of these ${members.length} actions covers the others; "${longest}" can go.`,
        members,
      ),
    ),
  ),
  ...elementsOf(statement, 'resources').flatMap((resources) =>
    groupsOf(resources, (text) => text).map(({ members, longest }) =>
      foundAll(
        'REDUNDANT_RESOURCE',
        `One of these ${members.length} resources covers the others; "${longest}" can go.`,
        members,
      ),
    ),
  ),
]);

/** The plain element and the negated one, each for itself. */
function elementsOf(
  statement: LintStatement,
  name: 'actions' | 'resources',
): readonly (readonly PatternText[])[] {
  const patterns = statement[name];
  return [patterns.filter(({ negated }) => !negated), patterns.filter(({ negated }) => negated)];
}

interface Group {
  readonly members: readonly PatternText[];
  /** What AWS names as the one to remove. */
  readonly longest: string;
}

function groupsOf(
  patterns: readonly PatternText[],
  normalise: (text: string) => string,
): readonly Group[] {
  if (patterns.length < 2) return [];
  return findCovers(patterns.map(({ value }) => normalise(value))).map(({ members: indexes }) => {
    const members = indexes.flatMap((index) => patterns[index] ?? []);
    const longest = members.reduce(
      (best, { value }) => (value.length > best.length ? value : best),
      '',
    );
    return { members, longest };
  });
}
