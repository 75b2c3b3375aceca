import { matchesPattern } from '@rolecall/policy';
import type { Judged, Subject } from '../judged.ts';
import type { Fault } from '../refusal.ts';
import { undecidedFault } from '../verdict-fault.ts';
import { judgeArchiveRules } from './archive-rules.ts';

/** Which analyzers there may be, which have to stay, and what they may archive unseen. */
export function judgeAnalyzer(subject: Subject, judged: Judged): readonly Fault[] {
  const limits = judged.rules.analyzers;
  if (limits === undefined || subject.type !== 'analyzer') return [];
  const { desired } = subject;
  const analyzer = desired?.type === 'analyzer' ? desired : undefined;
  const { types, archiveRules } = limits;
  const isAllowed =
    analyzer === undefined || types === undefined || types.includes(analyzer.analyzerType);
  return [
    ...(isAllowed
      ? []
      : [
          {
            rule: 'analyzer-types',
            message: `Analyzers of type ${analyzer.analyzerType} may not be declared.`,
            hint: `Allowed: ${types?.join(', ') || 'none'}. All but ACCOUNT and ORGANIZATION cost money.`,
          },
        ]),
    ...judgeStaying(subject, judged, limits.required),
    ...(analyzer === undefined || archiveRules === undefined
      ? []
      : judgeArchiveRules(analyzer, archiveRules)),
  ];
}

/** Those that find who gets in from outside; they cost nothing. */
export function findsOutsideAccess(type: string): boolean {
  return type === 'ACCOUNT' || type === 'ORGANIZATION';
}

/** Whether a region loses the last one of its analyzers that finds access from outside. */
function judgeStaying(
  subject: Subject,
  { subjects, before }: Judged,
  required: readonly string[],
): readonly Fault[] {
  const region = regionIn(subject);
  if (!required.some((pattern) => matchesPattern(pattern, region))) return [];
  if (typeAfter(subject) !== undefined) return [];
  const { analyzers } = before.parts;
  const read = analyzers.status === 'known' ? analyzers.value[region] : undefined;
  const fault = {
    rule: 'required-analyzers',
    hint: 'Keep one of type ACCOUNT or ORGANIZATION there.',
  };
  if (read?.status !== 'known') {
    // Nothing of it was read: then it is new, and takes none away.
    if (subject.kind === 'kept') return [];
    const whether = `whether ${region} keeps an analyzer of access from outside`;
    return [undecidedFault({ ...fault, whether, why: 'The analyzers there are not read.' })];
  }
  const types = new Map(read.value.map(({ name, type }) => [`${region}/${name}`, type]));
  if (!findsOutsideAccess(types.get(subject.name) ?? '')) return [];
  for (const each of subjects) {
    if (each.type !== 'analyzer' || regionIn(each) !== region) continue;
    types.set(each.name, typeAfter(each) ?? '');
  }
  if ([...types.values()].some(findsOutsideAccess)) return [];
  const message = `Nothing would be left in ${region} that finds access from outside.`;
  return [{ ...fault, message }];
}

/** What finds access from outside once the plan is carried out; of what does not, nothing. */
function typeAfter({ desired }: Subject): string | undefined {
  return desired?.type === 'analyzer' && findsOutsideAccess(desired.analyzerType)
    ? desired.analyzerType
    : undefined;
}

function regionIn({ name }: Subject): string {
  return name.slice(0, name.indexOf('/'));
}
