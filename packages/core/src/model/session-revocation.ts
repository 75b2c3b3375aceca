import { type PolicyDocument, samePolicy, statementsOf } from '@rolecall/policy';

/**
 * How sessions are ended that were issued already: they stay valid until they expire, and policies
 * are asked at every call.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
 */

/** Name of the inline policy that AWS's console puts on a role. */
export const revocationPolicyName = 'AWSRevokeOlderSessions';

/** Denies everything to sessions issued before the instant, in the words of AWS's console. */
export function revocationPolicy(before: string): PolicyDocument {
  const Condition = { DateLessThan: { 'aws:TokenIssueTime': before } };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: ['*'], Resource: ['*'], Condition }],
  };
}

/** Denies everything to all sessions, for a role that nobody is to come back to. */
export const deniedToAllSessions = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
} as const satisfies PolicyDocument;

interface InlinePolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/**
 * The instant before which an inline policy has ended the sessions of its role; `undefined` where it
 * is anything else. The name alone proves nothing: whoever may write policies can take it.
 */
export function revokedBefore({ name, document }: InlinePolicy): string | undefined {
  if (name !== revocationPolicyName) return undefined;
  const [condition] = statementsOf(document).map(({ Condition }) => Condition?.DateLessThan);
  const value = condition?.['aws:TokenIssueTime'];
  const before = Array.isArray(value) ? value[0] : value;
  if (typeof before !== 'string' || Number.isNaN(Date.parse(before))) return undefined;
  const isTheWhole = samePolicy(document, revocationPolicy(before), { partition: 'aws' });
  return isTheWhole ? before : undefined;
}
