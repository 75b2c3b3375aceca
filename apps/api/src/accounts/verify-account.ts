import {
  type AccountPort,
  type Caller,
  type ErrorCode,
  type PartName,
  RolecallError,
} from '@rolecall/core';
import type { AccountRecord } from '../model/records.ts';
import { isRoleAccount, type RoleAccount } from './external-id.ts';

/** What came of looking whether an account can be reached. */
export type AccountVerification =
  | { readonly kind: 'verified'; readonly caller: Caller }
  | {
      readonly kind: 'failed';
      readonly code: ErrorCode | 'EXTERNAL_ID_NOT_REQUIRED';
      /** A sentence. */
      readonly reason: string;
      readonly remedy: string | null;
      /** Nothing is wrong with the account as far as one can tell: try again. */
      readonly isPassing: boolean;
    };

/** Ways into an account. */
export interface Doors {
  readonly open: (
    account: AccountRecord,
    options: {
      readonly purpose: 'plan';
      readonly reference: string;
      readonly signal?: AbortSignal;
    },
  ) => Promise<AccountPort>;
  /** Whether the role lets the service in with this external id, or without one. */
  readonly opensWith: (
    account: RoleAccount,
    options: {
      readonly externalId: string | undefined;
      readonly signal: AbortSignal | undefined;
    },
  ) => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks whether the service gets into an account, only with its external id, and reads it. What it
 * may write is seen when something is planned.
 */
export async function verifyAccount(
  account: AccountRecord,
  doors: Doors,
): Promise<AccountVerification> {
  try {
    const { open, signal } = doors;
    const port = await open(account, {
      purpose: 'plan',
      reference: 'verification',
      ...(signal && { signal }),
    });
    if (isRoleAccount(account) && (await isUnguarded(account, doors))) return unguarded(account);
    const caller = await port.identify();
    const missing = await unreadable(port);
    return missing.length === 0 ? { kind: 'verified', caller } : cannotRead(caller, missing);
  } catch (error) {
    if (error instanceof RolecallError) return failureOf(error);
    throw error;
  }
}

/** Each of these takes a permission of its own, and nothing is planned without them. */
const parts: readonly PartName[] = ['roles', 'accountSummary', 'accountAliases', 'oidcProviders'];

async function unreadable(port: AccountPort): Promise<readonly string[]> {
  const { parts: read } = await port.collect({ parts });
  return parts.flatMap((name) => {
    const part = read[name];
    return part.status === 'known' ? [] : [part.reason.permission ?? part.reason.message];
  });
}

/** A trust that ignores the external id lets in whoever makes the service name this role. */
async function isUnguarded(account: RoleAccount, { opensWith, signal }: Doors): Promise<boolean> {
  const another = `${account.access.externalId}.other`;
  return (
    (await opensWith(account, { externalId: undefined, signal })) ||
    (await opensWith(account, { externalId: another, signal }))
  );
}

function unguarded({ access }: RoleAccount): AccountVerification {
  return {
    kind: 'failed',
    code: 'EXTERNAL_ID_NOT_REQUIRED',
    reason: `${access.roleArn} lets the service in without the external id.`,
    remedy: 'Put the condition on sts:ExternalId into its trust policy, with StringEquals.',
    isPassing: false,
  };
}

function cannotRead({ arn }: Caller, missing: readonly string[]): AccountVerification {
  return {
    kind: 'failed',
    code: 'ACCESS_DENIED',
    reason: `${arn} cannot read the account.`,
    remedy: `Allow to the role: ${[...new Set(missing)].join(', ')}.`,
    isPassing: false,
  };
}

function failureOf({ code, message, details }: RolecallError): AccountVerification {
  const isPassing = passing.has(code);
  return { kind: 'failed', code, reason: message, remedy: details.hint ?? null, isPassing };
}

/** Of AWS, the network or the service's own credentials; the account has no part in them. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'AWS_UNREACHABLE',
  'BAD_RESPONSE',
  'CREDENTIALS_EXPIRED',
  'CREDENTIALS_INVALID',
  'CREDENTIALS_MISSING',
  'INTERRUPTED',
  'REGION_MISSING',
  'THROTTLED',
]);
