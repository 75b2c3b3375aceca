import type { Change } from '../../plan/plan.ts';
import { describeAdopted } from '../describe-adopted.ts';
import { describeOperation } from '../describe-operation.ts';
import type { DescribeContext, FacetLine } from '../facet-line.ts';
import { fence } from './markdown.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** What a plan does to one resource, facet by facet and statement by statement. */
export function planFence(change: Change, context: DescribeContext): string {
  const { kind, operations, adopted } = change;
  const lines = operations.flatMap((operation) => describeOperation(operation, context));
  const staying = adopted === undefined ? [] : describeAdopted(adopted, context);
  const all = [
    ...lines.flatMap((line) => lineOf(line, signOf(kind, line))),
    ...(staying.length > 0 ? ['  stays as it is:'] : []),
    ...staying.flatMap((line) => lineOf({ ...line, depth: (line.depth ?? 0) + 1 }, ' ')),
  ];
  return all.length > 0 ? fence(all, 'diff') : '';
}

/** Of what is new everything comes, of what is deleted everything goes. */
function signOf(kind: Change['kind'], { sign }: FacetLine): FacetLine['sign'] {
  if (kind === 'create') return '+';
  return kind === 'delete' ? '-' : sign;
}

function lineOf({ text, depth }: FacetLine, sign: FacetLine['sign']): readonly string[] {
  return wrappedLines(sign, text, { depth: depth ?? 0, most: 120 });
}
