import * as aws from '@aws-sdk/client-iam';
import { clientsFor, refusalOf, sandboxWithClients } from './clients.fixture.ts';

export const own = (resource: string) => `arn:aws:iam::111122223333:${resource}`;

export function statement(Effect: 'Allow' | 'Deny', Action: string, more: object = {}) {
  return { Effect, Action, Resource: '*', ...more };
}

export function document(...Statement: readonly object[]) {
  return { Version: '2012-10-17', Statement };
}

export const listing = document(statement('Allow', 'iam:List*'));
export const everything = document(statement('Allow', '*'));

/** An account with a user (or more) of the scenario, and the clients of one of them. */
export async function signedInAs(UserName: string, scenario: object) {
  const admin = sandboxWithClients({ scenario });
  const { AccessKey } = await admin.iam.send(new aws.CreateAccessKeyCommand({ UserName }));
  return { admin, user: clientsFor(admin.sandbox, AccessKey?.AccessKeyId) };
}

export const listUsers = new aws.ListUsersCommand({});
export const createRole = new aws.CreateRoleCommand({
  RoleName: 'r',
  AssumeRolePolicyDocument: JSON.stringify(
    document({ Effect: 'Allow', Principal: { AWS: own('root') }, Action: 'sts:AssumeRole' }),
  ),
});

/** `allowed`, or why not, without naming who may not do what on which resource. */
export async function outcomeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'allowed';
  } catch {
    return (await refusalOf(call)).message?.replace(/^.* on resource: \S+ /, '') ?? '';
  }
}

export const noIdentity = 'because no identity-based policy allows the iam:ListUsers action';
