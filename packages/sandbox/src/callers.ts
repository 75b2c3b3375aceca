import { type Account, now } from './account/account.ts';
import { arnOf, rootArn } from './account/arn.ts';
import type { AccessKey, Session } from './account/entities.ts';
import { AwsError } from './aws-error.ts';
import type { Faults } from './faults.ts';
import type { CredentialScope } from './wire/http.ts';

/** Refuses every call when the fault of credentials is on. */
export function checkCredentials({ credentials }: Faults): void {
  switch (credentials) {
    case undefined:
      return;
    case 'expired':
      throw new AwsError(
        'ExpiredToken',
        403,
        'The security token included in the request is expired',
      );
    case 'invalid':
      throw invalidToken();
    case 'missing':
      throw missingToken();
    case 'badSignature':
      throw new AwsError(
        'SignatureDoesNotMatch',
        403,
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
    default:
      credentials satisfies never;
  }
}

/** Who calls, and with what session where AssumeRole gave the credentials. */
export interface Caller {
  readonly arn: string;
  readonly session?: Session | undefined;
}

/** Who calls an action that takes a token in the place of a signature. */
export const anonymous: Caller = { arn: 'anonymous' };

/** Whether the action takes a token in the place of a signature; one that is there counts nothing. */
export function takesToken(action: string): boolean {
  return action === 'sts:AssumeRoleWithWebIdentity';
}

/** Whether the account issued the access key. */
export function holdsKey(account: Account, accessKeyId: string): boolean {
  const users = [...account.users.values(), account.root];
  return (
    account.passing.sessions.has(accessKeyId) ||
    users.some(({ keys }) => keys.some(({ id }) => id === accessKeyId))
  );
}

/**
 * Whose access key signed: a session from AssumeRole, a user, root; any key the account does not
 * know is taken for the sandbox's own caller. A session ends with its role.
 */
export function callerOf(
  account: Account,
  { scope, fallback }: { readonly scope: CredentialScope | undefined; readonly fallback: string },
): Caller {
  if (scope === undefined) throw missingToken();
  const session = account.passing.sessions.get(scope.accessKeyId);
  if (session !== undefined) {
    const { of } = session;
    const roles = [...account.roles.values()];
    if (of.kind === 'role' && !roles.some(({ id }) => id === of.roleId)) throw invalidToken();
    return { arn: session.arn, session };
  }
  for (const user of account.users.values()) {
    const key = user.keys.find(({ id }) => id === scope.accessKeyId);
    if (key === undefined) continue;
    const arn = activeKey(key, arnOf(account, user));
    const { region, service } = scope;
    const lastUsed = { at: now(account), region, service };
    user.keys = user.keys.map((one) => (one === key ? { ...one, lastUsed } : one));
    return { arn };
  }
  const rootKey = account.root.keys.find(({ id }) => id === scope.accessKeyId);
  return { arn: rootKey === undefined ? fallback : activeKey(rootKey, rootArn(account)) };
}

function activeKey({ status }: AccessKey, arn: string): string {
  if (status !== 'Active') throw invalidToken();
  return arn;
}

function invalidToken(): AwsError {
  const message = 'The security token included in the request is invalid.';
  return new AwsError('InvalidClientTokenId', 403, message);
}

function missingToken(): AwsError {
  return new AwsError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
}
