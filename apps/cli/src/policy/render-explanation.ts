import { type Layout, type PolicySide, visibleText, wrapText } from '@rolecall/core';
import { explainPolicy, type StatementExplanation } from '@rolecall/policy';

export interface ExplainedPolicy {
  readonly name: string;
  readonly place: (statement: StatementExplanation) => string;
  readonly statements: readonly StatementExplanation[];
}

/** Each policy of a side in words. */
export function explainSide({ names, sources, placeOf }: PolicySide): readonly ExplainedPolicy[] {
  return sources.map((source, policy) => ({
    name: names[policy] ?? '?',
    statements: explainPolicy(source),
    place: ({ statement, sid }) => placeOf({ policy, statement, sid }),
  }));
}

/** Policy by policy, statement by statement: what it does, when, and what to know about it. */
export function renderExplanation(
  policies: readonly ExplainedPolicy[],
  layout: Layout,
): readonly string[] {
  const { paint } = layout;
  return policies.flatMap(({ name, statements }, index) => [
    ...(index > 0 ? [''] : []),
    paint.strong(visibleText(name)),
    ...(statements.length === 0 ? ['  It has no statement, and so allows nothing.'] : []),
    ...statements.flatMap((statement) => renderStatement(statement, layout)),
  ]);
}

function renderStatement(
  { effect, sid, statement, summary, conditions, notes }: StatementExplanation,
  { width, paint }: Layout,
): readonly string[] {
  const sign = effect === 'Allow' ? paint.good('+') : paint.bad('-');
  const [first = '', ...rest] = wrapText(summary, { width: width - 4 });
  const title = sid === undefined || sid === '' ? `Statement ${statement + 1}` : sid;
  const intro = effect === 'Allow' ? 'only if' : 'if';
  return [
    '',
    `  ${paint.quiet(visibleText(title))}`,
    `  ${sign} ${first}`,
    ...rest.map((line) => `    ${line}`),
    ...conditions.flatMap((condition, index) =>
      wrapText(condition, {
        width,
        indent: 4,
        lead: index === 0 ? `${intro} ` : 'and ',
        hanging: 2,
      }),
    ),
    ...notes.flatMap((note) =>
      wrapText(note, { width, indent: 4, lead: '· ', paint: paint.quiet }),
    ),
  ];
}

export function explanationJson(policies: readonly ExplainedPolicy[]): readonly object[] {
  return policies.map(({ name, statements, place }) => ({
    policy: name,
    statements: statements.map((statement) => ({
      ...statement,
      sid: statement.sid ?? null,
      place: place(statement),
    })),
  }));
}
