import { RolecallError } from '../model/errors.ts';
import { type IamCall, isCallOf } from '../plan/calls.ts';
import type { Operation } from '../plan/operation.ts';
import type { AccountPort } from './account-port.ts';

export interface Patience {
  readonly port: Pick<AccountPort, 'perform'>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Whether an ARN or resource key was made in this run, and may not be visible everywhere yet. */
  readonly isNew: (subject: string | undefined) => boolean;
  /** Whether AWS shows by now what the operation does; asked where no answer came. */
  readonly isDone: () => Promise<boolean>;
  readonly onRetry: (reason: string, waitMs: number) => void;
  readonly signal: AbortSignal;
  /** How long all waits together may be. */
  readonly longestMs: number;
}

export type Performed = 'done' | 'already';

/** Where no answer comes this often, none will. */
const mostUnanswered = 3;

/**
 * Carries out one operation. What IAM refuses only because it has not caught up with this very run
 * is tried again; everything else is not. Taking away what is gone already is done. Where no answer
 * came, nobody knows: the account is looked at before anything is asked for a second time.
 */
export async function performPatiently(
  operation: Operation,
  patience: Patience,
): Promise<Performed> {
  const { port, sleep, onRetry, signal, longestMs } = patience;
  let waitMs = 1_000;
  let unanswered = 0;
  for (let waited = 0; ; waited += waitMs, waitMs = Math.min(waitMs * 2, 16_000)) {
    try {
      await port.perform(operation);
      return 'done';
    } catch (error) {
      if (!(error instanceof RolecallError)) throw error;
      if (isSettled(operation, error)) return 'already';
      // Of others than IAM it may be what the call names, which was looked up for it.
      if (mayBeGone(operation, error) && (await patience.isDone())) return 'already';
      if (error.code === 'AWS_UNREACHABLE') {
        if (await patience.isDone()) return 'done';
        unanswered += 1;
        if (unanswered === mostUnanswered) throw error;
      }
      const reason = reasonToWait(operation, error, patience);
      if (reason === undefined || signal.aborted || waited + waitMs > longestMs) throw error;
      onRetry(reason, waitMs);
      await sleep(waitMs);
      if (signal.aborted) throw error;
    }
  }
}

function isSettled(operation: Operation, error: RolecallError): boolean {
  const { subject = operation.resource } = error.details;
  if (mayBeGone(operation, error))
    return isCallOf('iam', operation) || subject === operation.resource;
  return error.code === 'ENTITY_EXISTS' && operation.action === 'iam:CreateServiceLinkedRole';
}

function mayBeGone({ after }: Operation, { code }: RolecallError): boolean {
  return code === 'ENTITY_MISSING' && after === null;
}

function reasonToWait(
  operation: Operation,
  { code, details }: RolecallError,
  { isNew }: Patience,
): string | undefined {
  const named = namesIn(operation).find(isNew);
  switch (code) {
    case 'PRINCIPAL_INVALID':
      // Where IAM does not say which principal it means, it may be any that the document names.
      return isNew(details.subject ?? named)
        ? `${details.subject ?? named} is not visible to IAM yet`
        : undefined;
    case 'ENTITY_MISSING':
      // Where IAM says which entity it misses, only that one counts.
      return isNew(details.subject ?? named)
        ? `${details.subject ?? named} is not visible to IAM yet`
        : undefined;
    case 'CONCURRENT_MODIFICATION':
      return 'something else changes it at the same time';
    case 'THROTTLED':
      return 'AWS asks for fewer calls';
    case 'AWS_UNREACHABLE':
      return 'no answer came, and AWS does not show it';
    default:
      return undefined;
  }
}

/** Everything that the call names: its own resource, other entities, and ARNs within documents. */
function namesIn(operation: Operation): readonly string[] {
  const { resource, input } = operation;
  const text = JSON.stringify(input);
  const arns = [...text.matchAll(/arn:[\w-]+:iam::\d{12}:[\w+=,.@/-]+/g)].map(([arn]) => arn);
  return [resource, ...arns, ...(isCallOf('iam', operation) ? iamNamesIn(operation) : [])];
}

function iamNamesIn({ input }: IamCall): readonly string[] {
  return [
    ...('RoleName' in input ? [`role/${input.RoleName.toLowerCase()}`] : []),
    ...('UserName' in input ? [`user/${input.UserName.toLowerCase()}`] : []),
    ...('GroupName' in input ? [`group/${input.GroupName.toLowerCase()}`] : []),
    ...('InstanceProfileName' in input
      ? [`instance-profile/${input.InstanceProfileName.toLowerCase()}`]
      : []),
  ];
}
