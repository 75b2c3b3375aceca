import { RolecallError, type RolecallErrorDetails } from '@rolecall/core';
import { type AwsFailure, readFailure } from './aws-failure.ts';
import { type AwsErrorCode, classifyFailure } from './classify-failure.ts';
import { deniedAction, explainDenial } from './explain-denial.ts';

/**
 * Says what an error of the SDK means, in a code of the one table. `action` is what was asked for,
 * e.g. `iam:GetRole`. An error of ours passes unchanged.
 */
export function translateError(error: unknown, action: string): RolecallError {
  if (error instanceof RolecallError) return error;
  const failure = readFailure(error);
  const code = classifyFailure(failure);
  const { message, ...details } = wordings[code](failure, action);
  return new RolecallError(code, message, { action, cause: error, ...details });
}

type Wording = (
  failure: AwsFailure,
  action: string,
) => RolecallErrorDetails & { readonly message: string };

const signIn = 'Run `aws login` or `aws sso login`';

const wordings: { readonly [C in AwsErrorCode]: Wording } = {
  CREDENTIALS_MISSING: ({ message }, action) => ({
    message: `There are no AWS credentials for ${action}: ${message}`,
    hint: `${signIn}, choose a profile with AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`,
  }),
  CREDENTIALS_EXPIRED: ({ code }, action) => ({
    message: `The AWS credentials have expired (${code} on ${action}).`,
    hint: `Sign in again: ${signIn}, or renew the environment variables. Where they are fresh, see that this machine's clock is right.`,
  }),
  CREDENTIALS_INVALID: ({ code }, action) => ({
    message: `AWS does not accept the credentials (${code} on ${action}).`,
    hint: 'See which credentials are used (`aws configure list`), that the access key is active and whole, and that this clock is right.',
    // AWS's own text quotes the signed request, session token included.
    cause: new Error(code),
  }),
  ACCESS_DENIED: ({ message }, asked) => {
    const action = deniedAction(message) ?? asked;
    return {
      message: `AWS denies ${action}.`,
      hint: explainDenial(message, action),
      action,
    };
  },
  REGION_MISSING: () => ({
    message: 'No AWS region is set.',
    hint: 'Set AWS_REGION (IAM is global, but its endpoint depends on the partition), e.g. AWS_REGION=us-east-1.',
  }),
  THROTTLED: ({ code }, action) => ({
    message: `AWS throttles ${action} (${code}).`,
    hint: 'Wait a minute and run again; other tools may be reading IAM in this account at the same time.',
  }),
  AWS_UNREACHABLE: ({ code, systemCode, message, httpStatus }, action) => ({
    message:
      httpStatus !== undefined
        ? `AWS itself failed at ${action} (${code}).`
        : `AWS could not be reached for ${action}: ${systemCode ?? code}.`,
    hint:
      httpStatus !== undefined
        ? `Run again in a while. ${quote(message)}`
        : `See the network, HTTPS_PROXY, NODE_EXTRA_CA_CERTS and AWS_ENDPOINT_URL. ${quote(message)}`,
  }),
  CONCURRENT_MODIFICATION: ({ message }, action) => ({
    message: `${action}: something else is changing it. ${quote(message)}`,
    hint: 'Run again when the other change is through.',
  }),
  ENTITY_EXISTS: ({ message }, action) => ({
    message: `${action}: it exists already. ${quote(message)}`,
    hint: 'Names are unique per account whatever their case and path. Choose another name, or adopt what exists.',
  }),
  ENTITY_MISSING: ({ message }, action) => ({
    subject: /arn:[\w-]+:iam::\d{12}:[\w+=,.@/-]*[\w+=@-]/.exec(message)?.[0],
    message: `${action}: it does not exist. ${quote(message)}`,
    hint: 'Somebody may have deleted it meanwhile; plan again.',
  }),
  QUOTA_EXCEEDED: ({ message }, action) => ({
    message: `${action} would go beyond a quota. ${quote(message)}`,
    hint: 'Delete what is no longer needed, or ask for more in Service Quotas.',
  }),
  PRINCIPAL_INVALID: ({ message }, action) => {
    const principal = /"\w+"\s*:\s*"([^"]+)"/.exec(message)?.[1];
    return {
      message: `${action}: AWS does not know the principal ${principal ?? 'that the policy names'}.`,
      hint: 'It must exist when the policy is written; one just created takes some seconds to be known.',
      subject: principal,
    };
  },
  POLICY_INVALID: ({ message }, action) => ({
    message: `${action}: AWS refuses the policy. ${quote(message)}`,
    hint: 'Correct the policy document and plan again.',
  }),
  BAD_RESPONSE: ({ httpStatus }, action) => ({
    message: `What answered ${action} (HTTP ${httpStatus}) does not speak as AWS does.`,
    hint: badResponseHint,
  }),
  INTERRUPTED: (_failure, action) => ({ message: `Interrupted during ${action}.` }),
  AWS_ERROR: ({ code, message }, action) => ({
    message: `${action} failed with ${code}: ${message}`,
    hint: 'AWS gave this reason; see the API reference of the action.',
  }),
};

export const badResponseHint =
  'A proxy, a sign-in page or another endpoint may have answered instead of AWS; see HTTPS_PROXY and AWS_ENDPOINT_URL.';

function quote(message: string): string {
  return `AWS says: ${message}`;
}
