import { RolecallError } from '@rolecall/core';
import { type PolicyDocument, parseIamArn } from '@rolecall/policy';
import type { AccountRecord } from '../model/records.ts';

/** An account that is reached by a role. */
export type RoleAccount = AccountRecord & {
  readonly access: Extract<AccountRecord['access'], { kind: 'role' }>;
};

export function isRoleAccount(account: AccountRecord): account is RoleAccount {
  return account.access.kind === 'role';
}

/**
 * The external id of an account, to be made once when it is registered. The service makes it, never
 * who registers: else somebody could register the role of an account that trusts the service for
 * somebody else, and have its external id. Source: IAM User Guide, "The confused deputy problem".
 *
 * @param random So many random bytes, of a cryptographic source.
 */
export function createExternalId(random: (count: number) => Uint8Array): string {
  return `rolecall-${Buffer.from(random(20)).toString('hex')}`;
}

/**
 * The trust policy that the role of an account needs so that the service, and only for this
 * registration, can take it on.
 * @throws RolecallError `PARAMETER_INVALID` where the service has neither a role nor a user: the
 * root of an account would stand for everybody in it, and a session's ARN hides the path of its role
 */
export function trustFor(account: RoleAccount, serviceRoleArn: string): PolicyDocument {
  const service = parseIamArn(serviceRoleArn);
  if (service === undefined || !['role', 'user'].includes(service.type)) {
    throw new RolecallError('PARAMETER_INVALID', `${serviceRoleArn} is no role and no user.`, {
      subject: serviceRoleArn,
      hint: 'Give the ARN of the role that the service runs with, arn:aws:iam::{account}:role/{name}.',
    });
  }
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'RolecallService',
        Effect: 'Allow',
        Principal: { AWS: serviceRoleArn },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': account.access.externalId } },
      },
    ],
  };
}
