import type { Schema } from '@rolecall/contract';
import {
  describeAccessLine,
  describeUndecided,
  type PolicySide,
  visibleText,
} from '@rolecall/core';
import { type AccessList, compareAccess, diffAccess } from '@rolecall/policy';
import { givenSide } from './given-side.ts';

/** Steps of the search: about half a second, in which this process does nothing else. */
const budget = 100_000;
/** For each of the two lists; the verdict does not rest on them. */
const listBudget = 40_000;

/**
 * Whether `next` grants anything that `old` does not, and what comes and goes, in words. What takes
 * too long is undecided, and a list that does is incomplete.
 */
export function comparePolicies({
  old,
  next,
}: Schema<'ComparisonInput'>): Schema<'AccessComparison'> {
  const sides = { old: givenSide('old', old), next: givenSide('next', next) };
  const compared = compareAccess(old, next, { budget });
  const { newly, noLonger } = diffAccess(old, next, { budget: listBudget });
  const changes = {
    newly: changesOf(newly, sides.next, sides),
    noLonger: changesOf(noLonger, sides.old, sides),
  };
  if (compared.verdict !== 'grants') return { ...compared, ...changes };
  const { request, ...witness } = compared.witness;
  return { ...compared, witness: { ...witness, request }, ...changes };
}

function changesOf(
  { lines, incomplete }: AccessList,
  side: PolicySide,
  sides: Readonly<Record<'old' | 'next', PolicySide>>,
): Schema<'AccessChanges'> {
  return {
    lines: lines.map((line) => {
      const { policy, statement, sid } = line.statement;
      return {
        text: visibleText(describeAccessLine(line, side)),
        statement: { policy, statement, ...(sid !== undefined && { sid }) },
      };
    }),
    incomplete: incomplete === undefined ? null : visibleText(describeUndecided(incomplete, sides)),
  };
}
