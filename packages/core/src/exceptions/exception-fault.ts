import type { UnknownReason } from '../model/part.ts';
import type { Caller } from '../model/snapshot.ts';
import { type Exception, exceptionScope, type ReportedFinding } from './exception.ts';
import { exceptionChecks } from './exception-checks.ts';

/** What is wrong with an exception itself. */
export type ExceptionFault =
  | { readonly kind: 'expired'; readonly exception: Exception }
  | { readonly kind: 'unused'; readonly exception: Exception }
  | {
      readonly kind: 'undecided';
      readonly exception: Exception;
      readonly reason: UnknownReason;
    };

/** A fault as a finding about the account, so that every report shows it. */
export function faultFinding(
  fault: ExceptionFault,
  { account, partition }: Caller,
): ReportedFinding {
  const { exception } = fault;
  const { checks, reason, owner, expires, position } = exception;
  const { id: check, severity, remedy } = exceptionChecks[fault.kind];
  const scope = exceptionScope(exception);
  const subject = `arn:${partition}:iam::${account}:root`;
  return {
    id: `${check}:${subject}#${scope}`,
    check,
    severity,
    ...verdictOf(fault, scope),
    subject,
    evidence: {
      checks: [...checks],
      scope,
      reason,
      owner,
      expires,
      ...(position && { file: position.file, line: position.line }),
    },
    remedy,
  };
}

function verdictOf(
  fault: ExceptionFault,
  scope: string,
): Pick<ReportedFinding, 'outcome' | 'message'> {
  const { owner, expires } = fault.exception;
  switch (fault.kind) {
    case 'expired':
      return {
        outcome: 'fail',
        message: `The exception for ${scope} expired on ${expires}; ${owner} answers for it.`,
      };
    case 'unused':
      return { outcome: 'warn', message: `The exception for ${scope} has nothing to except.` };
    case 'undecided':
      return {
        outcome: 'unknown',
        message: `Whether the exception for ${scope} holds cannot be told: ${fault.reason.message}`,
      };
    default:
      return fault satisfies never;
  }
}
