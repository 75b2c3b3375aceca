import { type AccessList, statementsOf, type Witness } from '@rolecall/policy';
import type { PrincipalComparison } from '../../access/compare-snapshots.ts';
import { comparedSides } from '../compared-sides.ts';
import { describeAccessLine } from '../describe-access-line.ts';
import { describeRefusal } from '../describe-refusal.ts';
import { describeTrust } from '../describe-trust.ts';
import { describeUndecided } from '../describe-undecided.ts';
import { describePlace, type PolicySide } from '../policy-side.ts';
import { spellKeys } from '../spell-keys.ts';
import { code, fence } from './markdown.ts';
import { prose } from './prose.ts';
import type { ReportedPolicy } from './pull-request-report.ts';
import { assumption, requestWords } from './request-words.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** A user's or role's access, a role's trust, or a policy of something else. */
export type ComparedAccess = Omit<PrincipalComparison, 'aspect'> & Pick<ReportedPolicy, 'aspect'>;

const abouts: { readonly [A in ComparedAccess['aspect']]: string } = {
  permissions: 'What it may do',
  trust: 'Who may assume it',
  'resource-policy': 'Whom it lets in',
};

/** What becomes of one principal's access, or of a role's trust: in words, with a request as proof. */
export function accessBlocks(compared: ComparedAccess, whole: boolean): readonly string[] {
  const { aspect, change, result } = compared;
  const about = abouts[aspect];
  switch (result.verdict) {
    case 'unread':
      return [
        `**${about}: not decided**, for these could not be read: ${result.unread
          .slice(0, 20)
          .map((name) => code(name))
          .join(', ')}.`,
      ];
    case 'undecided':
      return [
        `**${about}: not decided.** ${prose(describeUndecided(result.reason, comparedSides(compared)))} Treat it as if it grants more.`,
      ];
    case 'grants':
      if (change === 'added' && aspect === 'trust') return [trustLine(compared)];
      return [
        `**${about}:** ${change === 'added' ? 'all of it is new.' : 'more than before.'}`,
        changesFence(compared, whole),
        witnessBlock(result.witness, compared),
      ];
    case 'none': {
      if (change === 'removed')
        return aspect === 'trust' ? [] : ['**What it may do:** nothing any more; it is gone.'];
      if (change === 'added') return [`**${about}:** nothing.`];
      const lines = changesFence(compared, whole);
      return [
        `**${about}:** nothing new${lines === '' ? '' : ', and some of it no longer'}.`,
        lines,
      ];
    }
    default:
      return result satisfies never;
  }
}

/** Of a new role whoever may assume it is new, and short enough to be named. */
function trustLine({ arn, sources }: ComparedAccess): string {
  const account = arn.split(':')[4] ?? '';
  const said = sources.new
    .flatMap(statementsOf)
    .map((statement) => prose(describeTrust(statement, account), 300));
  return `It ${said.join('; it ')}.`;
}

function changesFence(compared: ComparedAccess, whole: boolean): string {
  const { diff } = compared;
  if (diff === undefined) return '';
  const { old, next } = comparedSides(compared);
  const lines = [
    ...listLines(diff.newly, { sign: '+', side: next, whole }),
    ...listLines(diff.noLonger, { sign: '-', side: old, whole }),
  ];
  return lines.length > 0 ? fence(lines, 'diff') : '';
}

interface ListStyle {
  readonly sign: '+' | '-';
  readonly side: PolicySide;
  readonly whole: boolean;
}

const mostLines = 12;

function listLines({ lines, incomplete }: AccessList, { sign, side, whole }: ListStyle) {
  const word = sign === '+' ? 'may now' : 'may no longer';
  const shown = whole ? lines : lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  return [
    ...shown.flatMap((line) =>
      wrappedLines(sign, `${word}: ${describeAccessLine(line, side)}`, { most: whole ? 1000 : 8 }),
    ),
    ...(rest > 0 ? [`${sign} … and ${rest} more`] : []),
    ...(incomplete === undefined
      ? []
      : wrappedLines(
          ' ',
          `There may be more: ${describeUndecided(incomplete, { old: side, next: side })}`,
        )),
  ];
}

function witnessBlock(witness: Witness, compared: ComparedAccess): string {
  const { old, next } = comparedSides(compared);
  const request = spellKeys(witness.request, [...next.sources, ...old.sources]);
  const by = witness.allowedBy.map((statement) => code(describePlace(next, statement)));
  return [
    `- For example: ${requestWords(compared.aspect === 'trust' ? assumption(request) : request)}`,
    ...(compared.change === 'added'
      ? []
      : [`- Before: ${prose(describeRefusal(old, witness), 800)}`]),
    ...(by.length > 0 ? [`- Afterwards: allowed by ${by.join(' and ')}`] : []),
    ...(witness.knownAction
      ? []
      : ['- AWS has no action of that name today; the pattern allows it.']),
  ].join('\n');
}
