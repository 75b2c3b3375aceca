import type { AccessComparison } from '@rolecall/policy';
import { describeRequest, plainWitness } from './describe-request.ts';
import type { Fault } from './refusal.ts';

export interface VerdictTexts {
  readonly rule: string;
  /** `Its trust policy lets in whom the guardrails do not allow`, without a full stop. */
  readonly grants: string;
  /** `whether its trust policy lets in …`. */
  readonly whether: string;
  readonly hint: string;
}

/** What a comparison with what is allowed comes to. Undecided is refused. */
export function verdictFaults(
  result: AccessComparison,
  { rule, grants, whether, hint }: VerdictTexts,
): readonly Fault[] {
  switch (result.verdict) {
    case 'none':
      return [];
    case 'grants': {
      const witness = plainWitness(result.witness);
      const message = `${grants}; for example: ${describeRequest(witness.request)}.`;
      return [{ rule, message, hint, witness }];
    }
    case 'undecided': {
      const { reason } = result;
      const why = reason.kind === 'unreadable' ? reason.policy.fault.message : reason.message;
      return [undecidedFault({ rule, whether, why, hint })];
    }
    default:
      return result satisfies never;
  }
}

export function undecidedFault({
  rule,
  whether,
  why,
  hint,
}: Omit<VerdictTexts, 'grants'> & { readonly why: string }): Fault {
  const message = `Undecided, and so refused: ${whether}. ${why}`;
  return { rule, message, hint, undecided: true };
}
