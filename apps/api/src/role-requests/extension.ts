import type { ApprovalRule, EligibilityRule, GrantRecord } from '../model/records.ts';
import { type ApprovalQuestion, approvalFor } from './approval.ts';
import type { Caller } from './caller.ts';
import { judgeEligibility } from './eligibility.ts';

export interface ExtensionQuestion {
  readonly grant: GrantRecord;
  readonly caller: Caller;
  /** The end that is asked for; ISO 8601. */
  readonly until: string;
  readonly now: Date;
  /** Of the request's preview, and of the account. */
  readonly risk: ApprovalQuestion['risk'];
  readonly environment: string;
  readonly eligibility: readonly EligibilityRule[];
  readonly approvals: readonly ApprovalRule[];
}

export type ExtensionDecision =
  | { readonly kind: 'apply'; readonly expiresAt: string; readonly rule: string }
  | {
      readonly kind: 'ask';
      readonly expiresAt: string;
      readonly rule: string;
      readonly approvers: readonly string[];
      readonly needed: number;
    }
  | {
      readonly kind: 'refused';
      readonly code:
        | 'not-allowed'
        | 'state-conflict'
        | 'duration-invalid'
        /** The end that is asked for is not after the one there is. */
        | 'not-later'
        /** Of an emergency that nobody has looked at yet. */
        | 'review-first'
        | 'not-eligible'
        | 'no-emergency'
        | 'too-long'
        | 'not-approvable';
      readonly explanation: string;
    };

/**
 * Whether a grant may last longer. All of its time counts, from its start: extending it again and
 * again never adds up to more than one request may ask for. The rules of approval are asked anew.
 */
export function extensionFor(question: ExtensionQuestion): ExtensionDecision {
  const { grant, caller, until, now, risk, environment, eligibility, approvals } = question;
  if (caller.actor.id !== grant.holder.id)
    return refused('not-allowed', 'Only who holds the grant asks for more time.');
  if (grant.state !== 'active' && grant.state !== 'expiring')
    return refused('state-conflict', `The grant is ${grant.state}.`);
  const end = Date.parse(until);
  if (Number.isNaN(end)) return refused('duration-invalid', 'The end is no point in time.');
  if (end <= Date.parse(grant.expiresAt) || end <= now.getTime())
    return refused('not-later', `The grant lasts until ${grant.expiresAt} already.`);
  if (now.getTime() >= Date.parse(grant.expiresAt))
    return refused('state-conflict', 'The grant has ended.');
  if (grant.needsReview && grant.review === null)
    return refused('review-first', 'Somebody has to review this emergency first.');
  const durationSeconds = Math.ceil((end - Date.parse(grant.startsAt)) / 1000);
  const wanted = { blueprint: grant.blueprint, account: grant.accountId, durationSeconds };
  const eligible = judgeEligibility(eligibility, caller, { ...wanted, emergency: false });
  if (eligible.kind === 'refused')
    return refused(
      eligible.code,
      `From its start a grant may last ${eligible.maxDurationSeconds} seconds; this asks for ${durationSeconds}.`,
    );
  const asked = { ...wanted, environment, risk, emergency: false };
  const approval = approvalFor(approvals, asked);
  const expiresAt = new Date(end).toISOString();
  switch (approval.kind) {
    case 'automatic':
      return { kind: 'apply', expiresAt, rule: approval.rule };
    case 'people': {
      const { rule, approvers, needed } = approval;
      return { kind: 'ask', expiresAt, rule, approvers, needed };
    }
    case 'emergency':
      return refused('not-approvable', 'An emergency does not extend a grant.');
    case 'refused':
      return refused('not-approvable', approval.explanation);
    default:
      return approval satisfies never;
  }
}

function refused(
  code: Extract<ExtensionDecision, { kind: 'refused' }>['code'],
  explanation: string,
): ExtensionDecision {
  return { kind: 'refused', code, explanation };
}
