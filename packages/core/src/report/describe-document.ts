import type { Json, PolicyStatement } from '@rolecall/policy';
import { count } from './count.ts';
import { describeStatement } from './describe-statement.ts';
import { describeTrust } from './describe-trust.ts';
import { diffStatements } from './diff-statements.ts';
import type { DescribeContext, FacetLine } from './facet-line.ts';

export interface DocumentFacet {
  readonly before: Json;
  readonly after: Json;
  readonly context: DescribeContext;
  /** Whether it says who may assume the role, and not what one may do. */
  readonly trust: boolean;
}

/** The statements that go and come; of those that stay only how many. */
export function describeDocument(facet: DocumentFacet): readonly FacetLine[] {
  const { before, after, context, trust } = facet;
  const { added, removed, kept, remarks } = diffStatements(before, after, context.partition);
  const say = (statement: PolicyStatement): string =>
    trust ? describeTrust(statement, context.account) : describeStatement(statement);
  const isDiff = before !== null && after !== null;
  const lines: readonly FacetLine[] = [
    ...remarks.map((text): FacetLine => ({ sign: ' ', text })),
    ...removed.map((statement): FacetLine => ({ sign: '-', text: say(statement) })),
    ...added.map((statement): FacetLine => ({ sign: '+', text: say(statement) })),
    ...(isDiff && kept > 0
      ? [{ sign: ' ' as const, text: `${count(kept, 'statement')} unchanged` }]
      : []),
  ];
  const changed = remarks.length + removed.length + added.length > 0;
  if (changed) return lines;
  return [{ sign: ' ', text: 'changes in its order or number of statements only' }, ...lines];
}
