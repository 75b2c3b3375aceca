import type { ApprovalRule, RequestPreview } from '../model/records.ts';
import { isListed } from './caller.ts';

type Risk = RequestPreview['risk'];

/** Least dangerous first. */
export const riskLevels: readonly Risk[] = ['none', 'info', 'low', 'medium', 'high', 'critical'];

export interface ApprovalQuestion {
  readonly blueprint: string;
  readonly account: string;
  readonly environment: string;
  readonly risk: Risk;
  readonly durationSeconds: number;
  readonly emergency: boolean;
}

export type Approval =
  | { readonly kind: 'automatic'; readonly rule: string }
  /** Goes on at once; these are told, and review it afterwards. */
  | { readonly kind: 'emergency'; readonly rule: string; readonly approvers: readonly string[] }
  | {
      readonly kind: 'people';
      readonly rule: string;
      readonly approvers: readonly string[];
      readonly needed: number;
    }
  | {
      readonly kind: 'refused';
      readonly code: 'no-rule' | 'refused-by-rule' | 'two-people-needed';
      readonly rule: string | null;
      readonly explanation: string;
    };

/** How many have to approve what makes somebody like an administrator; no rule says less. */
export const neededForCritical = 2;

/**
 * Who approves a request. The first rule that matches decides, with one exception that no rule can
 * lift: what is critical takes two people, in an emergency too, so rules that ask for nobody are
 * passed over for it.
 */
export function approvalFor(rules: readonly ApprovalRule[], question: ApprovalQuestion): Approval {
  const matching = rules.filter((rule) => matches(rule, question));
  const isCritical = question.risk === 'critical';
  const decisive = matching.find(({ outcome }) => !isCritical || outcome.kind !== 'automatic');
  if (decisive === undefined) {
    return matching.length > 0
      ? refused('two-people-needed', matching[0]?.id ?? null, {
          explanation:
            'This gives access like an administrator’s, which two people must approve, and no rule names them.',
        })
      : refused('no-rule', null, { explanation: noRule(question) });
  }
  const { id, outcome } = decisive;
  switch (outcome.kind) {
    case 'automatic':
      return question.emergency
        ? { kind: 'emergency', rule: id, approvers: [] }
        : { kind: 'automatic', rule: id };
    case 'refuse':
      return refused('refused-by-rule', id, { explanation: outcome.why });
    case 'people':
      if (question.emergency && !isCritical)
        return { kind: 'emergency', rule: id, approvers: outcome.approvers };
      return peopleOf(id, outcome, isCritical);
    default:
      return outcome satisfies never;
  }
}

function peopleOf(
  rule: string,
  { approvers, needed }: Extract<ApprovalRule['outcome'], { kind: 'people' }>,
  isCritical: boolean,
): Approval {
  const least = isCritical ? neededForCritical : 1;
  const wanted = Math.max(needed, least);
  const hasGroup = approvers.some((name) => name.startsWith('group:'));
  if (!hasGroup && new Set(approvers).size < wanted) {
    return refused('two-people-needed', rule, {
      explanation: `${wanted} people must approve this, and rule ${rule} names ${new Set(approvers).size}.`,
    });
  }
  return { kind: 'people', rule, approvers, needed: wanted };
}

function matches({ when }: ApprovalRule, question: ApprovalQuestion): boolean {
  const { blueprints, accounts, environments, maxRisk, maxDurationSeconds } = when;
  return (
    (blueprints === undefined || isListed(blueprints, question.blueprint)) &&
    (accounts === undefined || isListed(accounts, question.account)) &&
    (environments === undefined || isListed(environments, question.environment)) &&
    (maxRisk === undefined || riskLevels.indexOf(question.risk) <= riskLevels.indexOf(maxRisk)) &&
    (maxDurationSeconds === undefined || question.durationSeconds <= maxDurationSeconds)
  );
}

function noRule({ blueprint, account, environment, risk, durationSeconds }: ApprovalQuestion) {
  return `No approval rule covers ${blueprint} in account ${account} (${environment}) of risk ${risk} for ${durationSeconds} seconds.`;
}

function refused(
  code: Extract<Approval, { kind: 'refused' }>['code'],
  rule: string | null,
  { explanation }: { readonly explanation: string },
): Approval {
  return { kind: 'refused', code, rule, explanation };
}
