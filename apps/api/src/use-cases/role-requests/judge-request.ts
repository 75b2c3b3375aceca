import type { Caller } from '../../identity/caller.ts';
import type { AccountRecord, RequestPreview, RoleRequestRecord } from '../../model/records.ts';
import { type Approval, approvalFor } from '../../role-requests/approval.ts';
import { judgeEligibility } from '../../role-requests/eligibility.ts';
import type { Readers } from '../../storage/readers.ts';
import { eligibilityRefused } from './refusals.ts';

type Asked = Pick<RoleRequestRecord, 'accountId' | 'blueprint' | 'durationSeconds' | 'emergency'>;

/** @throws Problem `not-eligible`, `emergency-not-allowed`, `duration-too-long` */
export async function requireEligible(
  { eligibilityRules }: Pick<Readers, 'eligibilityRules'>,
  caller: Pick<Caller, 'actor' | 'groups'>,
  { accountId: account, blueprint, durationSeconds, emergency }: Asked,
): Promise<void> {
  const { rules } = await eligibilityRules.get();
  const wanted = { account, blueprint, durationSeconds, emergency };
  const verdict = judgeEligibility(rules, caller, wanted);
  if (verdict.kind === 'refused') throw eligibilityRefused(verdict);
}

/** Who approves a request that was planned, by the rules of this moment. */
export async function approvalOf(
  { approvalRules }: Pick<Readers, 'approvalRules'>,
  {
    request,
    account,
    preview,
  }: {
    readonly request: Asked;
    readonly account: Pick<AccountRecord, 'environment'>;
    readonly preview: Pick<RequestPreview, 'risk'>;
  },
): Promise<Approval> {
  const { rules } = await approvalRules.get();
  const { accountId, blueprint, durationSeconds, emergency } = request;
  const { environment } = account;
  const asked = { account: accountId, environment, blueprint, durationSeconds, emergency };
  return approvalFor(rules, { ...asked, risk: preview.risk });
}

/** As it is kept with the request; `null` where nobody may approve it. */
export function recordOf(approval: Approval): RoleRequestRecord['approval'] {
  const { kind, rule } = approval;
  switch (kind) {
    case 'automatic':
      return { method: 'automatic', rule, needed: 0, approvers: [] };
    case 'emergency':
      return { method: 'emergency', rule, needed: 0, approvers: approval.approvers };
    case 'people': {
      const { approvers, needed } = approval;
      return { method: 'reviewed', rule, needed, approvers };
    }
    case 'refused':
      return null;
    default:
      return kind satisfies never;
  }
}
