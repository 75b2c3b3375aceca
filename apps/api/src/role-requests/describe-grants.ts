import {
  comparedSides,
  contextEntries,
  describeAccessLine,
  describeCaller,
  describeTrust,
  type ReviewedAccess,
  shortSubject,
  spellKeys,
  visibleText,
} from '@rolecall/core';
import { explainPolicy, statementsOf, type Witness } from '@rolecall/policy';

const mostLines = 20;
const mostCharacters = 600;

/** What becomes possible, a sentence each, with one request as an example. */
export function describeGrants(access: readonly ReviewedAccess[]): readonly string[] {
  return access.flatMap((each) =>
    each.change === 'removed' ? [] : each.aspect === 'trust' ? trustOf(each) : permissionsOf(each),
  );
}

function trustOf({ arn, sources, result }: ReviewedAccess): readonly string[] {
  if (result.verdict === 'none') return [];
  const account = arn.split(':')[4] ?? '';
  return sources.new
    .flatMap(statementsOf)
    .map((statement) => sentence(`${shortSubject(arn)} ${describeTrust(statement, account)}`));
}

function permissionsOf(access: ReviewedAccess): readonly string[] {
  const { arn, result } = access;
  const name = shortSubject(arn);
  switch (result.verdict) {
    case 'none':
      return access.change === 'added' ? [`${name} may do nothing yet.`] : [];
    case 'unread':
      return [
        sentence(`What ${name} may do is not known: ${result.unread.join(', ')} could not be read`),
      ];
    case 'undecided':
      return [`What ${name} may do more is not decided; take it that it may.`];
    case 'grants': {
      const lines = access.change === 'added' ? allOf(access) : newlyOf(access);
      const rest = lines.length - mostLines;
      return [
        ...lines.slice(0, mostLines).map((line) => sentence(`${name}: ${line}`)),
        ...(rest > 0 ? [`${name} may do ${rest} more kinds of things.`] : []),
        sentence(`For example, ${name} may: ${exampleOf(access, result.witness)}`),
      ];
    }
    default:
      return result satisfies never;
  }
}

/** Of a principal that is new all counts, statement by statement; comparing would say no more. */
function allOf(access: ReviewedAccess): readonly string[] {
  const { next } = comparedSides(access);
  return access.sources.new.flatMap((document, index) =>
    explainPolicy(document).map((statement) => {
      const said = statement.sentence.replace(/\.$/, '');
      return index === next.boundary ? `never more than its boundary: ${said}` : said;
    }),
  );
}

function newlyOf(access: ReviewedAccess): readonly string[] {
  const { next } = comparedSides(access);
  const { lines = [], incomplete } = access.diff?.newly ?? {};
  return [
    ...lines.map((line) => `may now: ${describeAccessLine(line, next)}`),
    ...(incomplete === undefined ? [] : ['may do more than is listed here']),
  ];
}

function exampleOf({ sources }: ReviewedAccess, witness: Witness): string {
  const { principal, action, resource, context } = spellKeys(witness.request, [
    ...sources.new,
    ...sources.old,
  ]);
  const tests = contextEntries(context ?? {}).map(
    ([key, values]) => `${key} = ${values.join(', ')}`,
  );
  const who = principal === undefined ? '' : ` as ${describeCaller(principal)}`;
  const when = tests.length === 0 ? '' : ` with ${tests.join(' and ')}`;
  return `${action}${resource === '*' ? '' : ` on ${resource}`}${who}${when}`;
}

function sentence(text: string): string {
  const safe = visibleText(text);
  return safe.length > mostCharacters ? `${safe.slice(0, mostCharacters)} …` : `${safe}.`;
}
