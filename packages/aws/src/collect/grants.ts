import type { AttachedPolicy, PolicyDetail } from '@aws-sdk/client-iam';
import { type PolicyDocument, parseIamArn } from '@rolecall/policy';
import { required } from '../ask.ts';
import { decodeDocument } from './decode-document.ts';

interface GrantSource {
  readonly action: string;
  /** Whose grants, for messages: an ARN. */
  readonly of: string;
}

export interface Grants {
  readonly attachedPolicies: readonly { readonly name: string; readonly arn: string }[];
  readonly inlinePolicies: readonly { readonly name: string; readonly document: PolicyDocument }[];
}

/** Policies of a user, group or role. IAM leaves a list out where the entity has none. */
export function readGrants(
  attached: readonly AttachedPolicy[] = [],
  inline: readonly PolicyDetail[] = [],
  { action, of }: GrantSource,
): Grants {
  return {
    attachedPolicies: attached.map((policy) => {
      const arn = required(policy.PolicyArn, action, `PolicyArn of a policy attached to ${of}`);
      return { name: policy.PolicyName ?? parseIamArn(arn)?.name ?? arn, arn };
    }),
    inlinePolicies: inline.map((policy) => {
      const name = required(policy.PolicyName, action, `PolicyName of an inline policy of ${of}`);
      const source = { action, of: `inline policy ${name} of ${of}` };
      return { name, document: decodeDocument(policy.PolicyDocument, source) };
    }),
  };
}
