import { GetAccountPasswordPolicyCommand, type IAMClient } from '@aws-sdk/client-iam';
import type { PasswordPolicy } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';

const action = 'iam:GetAccountPasswordPolicy';

export function readPasswordPolicy({ clients, signal }: Reader): Promise<PasswordPolicy | null> {
  return fetchPasswordPolicy(clients.iam, signal);
}

/** `null` where the account has no policy of its own. */
export async function fetchPasswordPolicy(
  iam: IAMClient,
  signal?: AbortSignal,
): Promise<PasswordPolicy | null> {
  const command = new GetAccountPasswordPolicyCommand({});
  const options = signal ? { abortSignal: signal } : {};
  const answer = await ask(action, () => iam.send(command, options)).catch(
    nothingOn('NoSuchEntity'),
  );
  if (answer === undefined) return null;
  const policy = required(answer.PasswordPolicy, action, 'PasswordPolicy');
  return {
    minimumLength: required(policy.MinimumPasswordLength, action, 'MinimumPasswordLength'),
    requireSymbols: required(policy.RequireSymbols, action, 'RequireSymbols'),
    requireNumbers: required(policy.RequireNumbers, action, 'RequireNumbers'),
    requireUppercase: required(policy.RequireUppercaseCharacters, action, 'RequireUppercase…'),
    requireLowercase: required(policy.RequireLowercaseCharacters, action, 'RequireLowercase…'),
    allowUsersToChange: policy.AllowUsersToChangePassword ?? false,
    // Zero is how some answers say that there is no limit.
    maxAge: policy.MaxPasswordAge || undefined,
    reusePrevention: policy.PasswordReusePrevention || undefined,
    hardExpiry: policy.HardExpiry ?? false,
  };
}
