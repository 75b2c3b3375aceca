import { type Problem, type ProblemItem, problem } from '../../http/problem.ts';
import type { ProblemCode } from '../../http/problem-codes.ts';
import type { RequestPreview } from '../../model/records.ts';
import type { Approval } from '../../role-requests/approval.ts';
import type { EligibilityVerdict } from '../../role-requests/eligibility.ts';
import type { ExtensionDecision } from '../../role-requests/extension.ts';
import type { RequestFault } from '../../role-requests/request-fault.ts';
import type { TransitionProblem } from '../../role-requests/transition.ts';

const ofTransition: { readonly [C in TransitionProblem]: ProblemCode } = {
  'state-conflict': 'state-conflict',
  'not-allowed': 'forbidden',
  'self-approval': 'self-approval',
  'not-an-approver': 'not-approver',
  'already-decided': 'already-decided',
  'plan-changed': 'plan-changed',
  'answer-too-late': 'state-conflict',
  'guardrail-refused': 'guardrail-refused',
  'not-approvable': 'not-eligible',
  'not-due': 'state-conflict',
};

export function transitionRefused(code: TransitionProblem): Problem {
  return problem(ofTransition[code]);
}

const ofFault: { readonly [C in RequestFault['code']]: ProblemCode } = {
  'blueprint-unknown': 'blueprint-unknown',
  'not-self-service': 'body-invalid',
  'parameter-invalid': 'body-invalid',
  'parameter-reserved': 'body-invalid',
  'principal-missing': 'principal-unmapped',
  'principal-invalid': 'principal-unmapped',
  'service-retired': 'service-retired',
  'does-not-fit': 'body-invalid',
};

/** The first fault names the problem; all of them are listed. */
export function faultsRefused(faults: readonly RequestFault[]): Problem {
  const [first] = faults;
  return problem(first === undefined ? 'body-invalid' : ofFault[first.code], {
    ...(first === undefined ? {} : { detail: first.message }),
    errors: faults.map(({ code, pointer, message, hint }) => ({
      code,
      message,
      ...(pointer === null ? {} : { pointer }),
      ...(hint === null ? {} : { hint }),
    })),
  });
}

export function guardrailsRefused(refusals: RequestPreview['refusals']): Problem {
  return problem('guardrail-refused', {
    errors: refusals.map(({ rule, message, hint }) => ({ code: rule, message, hint })),
  });
}

const ofEligibility: {
  readonly [C in Extract<EligibilityVerdict, { kind: 'refused' }>['code']]: ProblemCode;
} = {
  'not-eligible': 'not-eligible',
  'no-emergency': 'emergency-not-allowed',
  'too-long': 'duration-too-long',
  'duration-invalid': 'body-invalid',
};

export function eligibilityRefused(
  verdict: Extract<EligibilityVerdict, { kind: 'refused' }>,
): Problem {
  const { code, maxDurationSeconds } = verdict;
  if (code !== 'too-long') return problem(ofEligibility[code]);
  const message = `At most ${maxDurationSeconds} seconds are allowed.`;
  return problem('duration-too-long', { errors: [{ pointer: '/durationSeconds', code, message }] });
}

/** Nobody could approve it, or a rule says that it is not to be had. */
export function approvalRefused(approval: Extract<Approval, { kind: 'refused' }>): Problem {
  return problem('not-eligible', {
    detail: approval.explanation,
    errors: [approvalItem(approval)],
  });
}

export function approvalItem(approval: Extract<Approval, { kind: 'refused' }>): ProblemItem {
  return { code: approval.code, message: approval.explanation };
}

const ofExtension: {
  readonly [C in Extract<ExtensionDecision, { kind: 'refused' }>['code']]: ProblemCode;
} = {
  'not-allowed': 'forbidden',
  'state-conflict': 'state-conflict',
  'duration-invalid': 'body-invalid',
  'not-later': 'body-invalid',
  'review-first': 'state-conflict',
  'not-eligible': 'not-eligible',
  'no-emergency': 'not-eligible',
  'too-long': 'duration-too-long',
  'not-approvable': 'not-eligible',
};

export function extensionRefused({
  code,
  explanation,
}: Extract<ExtensionDecision, { kind: 'refused' }>): Problem {
  const aboutTime = code === 'duration-invalid' || code === 'not-later' || code === 'too-long';
  return problem(ofExtension[code], {
    detail: explanation,
    ...(aboutTime ? { errors: [{ pointer: '/expiresAt', code, message: explanation }] } : {}),
  });
}
