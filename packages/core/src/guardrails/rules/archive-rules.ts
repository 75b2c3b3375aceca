import type { FindingFilter } from '../../model/kinds/analyzer.ts';
import type { DesiredOf } from '../../model/resource.ts';
import type { Fault } from '../refusal.ts';
import type { AnalyzerRules } from '../schema.ts';

type Limits = NonNullable<AnalyzerRules['archiveRules']>;

/** What a rule archives nobody looks at: it may hide little, and never access for everyone. */
export function judgeArchiveRules(
  { analyzerType, archiveRules }: DesiredOf<'analyzer'>,
  { mayHidePublic, narrowedBy }: Limits,
): readonly Fault[] {
  const isOfOutside = analyzerType === 'ACCOUNT' || analyzerType === 'ORGANIZATION';
  return Object.entries(archiveRules).flatMap(([name, filter]): readonly Fault[] => [
    ...(mayHidePublic || !isOfOutside || leavesPublic(filter)
      ? []
      : [
          {
            rule: 'archive-rules',
            message: `Archive rule ${name} may hide access for everyone.`,
            hint: `Add "isPublic: { eq: ['false'] }" to its filter.`,
          },
        ]),
    ...(narrowedBy === undefined || narrowedBy.some((property) => isNarrow(filter, property))
      ? []
      : [
          {
            rule: 'archive-rules',
            message: `Archive rule ${name} is too wide: it names no ${narrowedBy.join(', ')} by eq.`,
            hint: 'Name what is known and accepted exactly, one rule for each.',
          },
        ]),
  ]);
}

/** AWS takes any property, and one that it does not know narrows nothing for sure. */
function leavesPublic({ isPublic }: FindingFilter): boolean {
  return isPublic?.eq?.every((value) => value === 'false') === true;
}

/** A wildcard, if AWS takes one there, would narrow nothing. */
function isNarrow(filter: FindingFilter, property: string): boolean {
  const given = Object.hasOwn(filter, property) ? filter[property]?.eq : undefined;
  return given?.every((value) => !/[*?]/.test(value)) === true;
}
