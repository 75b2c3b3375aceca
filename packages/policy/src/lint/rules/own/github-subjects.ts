import type { LintStatement, PlacedText } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found } from '../structure/each-statement.ts';

/**
 * Values of the subject claim of GitHub Actions: `repo:owner/name:…`, also with immutable IDs as in
 * `repo:owner@1/name@2:…`. Source: GitHub documentation, "OpenID Connect reference".
 */
export const checkGithubSubjects = eachStatement((statement) =>
  subjectsOf(statement).flatMap(subjectFindings),
);

function subjectsOf({ effect, conditions }: LintStatement): readonly PlacedText[] {
  if (effect !== 'Allow') return [];
  return conditions
    .filter(
      ({ key, operator }) =>
        key.toLowerCase() === 'token.actions.githubusercontent.com:sub' &&
        operator?.comparison.startsWith('String') &&
        !operator.negated,
    )
    .flatMap(({ values }) => values);
}

/** A subject may be made to begin with another claim, by an owner's own template. */
const otherClaim = /^[a-z][a-z_]{0,40}:/;

function subjectFindings({ value, place }: PlacedText): readonly RuleFinding[] {
  if (value.startsWith('${')) return [];
  if (/^[*?]/.test(value) || /^r?e?p?o?[*?]/.test(value)) return [openToOthers(place)];
  if (!value.startsWith('repo:')) {
    if (otherClaim.test(value)) return [];
    return [
      found(
        'GITHUB_SUBJECT_WITHOUT_CLAIM',
        'Subjects begin with the name of a claim: write "repo:owner/name:…".',
        place,
      ),
    ];
  }
  const [repository = ''] = value.slice('repo:'.length).split(':');
  const [owner = '', name = ''] = repository.split('/');
  if (hasOpenName(owner)) return [openToOthers(place)];
  if (!/^[*?]/.test(name)) return [];
  return [
    found(
      'GITHUB_SUBJECT_OPEN_TO_OWNER',
      `Workflows of every repository of "${owner}" match; name the repository.`,
      place,
    ),
  ];
}

/** A wildcard behind `@` leaves open the ID of a name that is fixed. */
function hasOpenName(part: string): boolean {
  const [name = ''] = part.split('@');
  return /[*?]/.test(name);
}

function openToOthers(place: PlacedText['place']): RuleFinding {
  return found(
    'GITHUB_SUBJECT_OPEN_TO_OTHERS',
    'The owner is left open, so that workflows of other people match.',
    place,
  );
}
