import { GetAccountPasswordPolicyCommand } from '@aws-sdk/client-iam';
import type { PasswordPolicy } from '@rolecall/core';
import { ask, nothingOn, required } from '../ask.ts';
import type { Reader } from './reader.ts';

const action = 'iam:GetAccountPasswordPolicy';

export async function readPasswordPolicy({
  clients,
  signal,
}: Reader): Promise<PasswordPolicy | null> {
  const command = new GetAccountPasswordPolicyCommand({});
  const answer = await ask(action, () => clients.iam.send(command, { abortSignal: signal })).catch(
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
