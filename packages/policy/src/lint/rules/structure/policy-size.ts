import { printJson } from '../../../text/print-json.ts';
import type { LintDocument } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { found } from './each-statement.ts';
import { isTrustPolicy } from './policy-form.ts';

/** Documents longer than ValidatePolicy takes them; the quotas of IAM are partly lower. */
export function checkPolicySize(document: LintDocument): readonly RuleFinding[] {
  const { issueCode, quota, countsSpace } = quotaOf(document);
  const text = documentText(document);
  const size = countsSpace ? text.length : text.replace(/\s+/g, '').length;
  if (size <= quota) return [];
  const what = countsSpace ? 'characters' : 'characters without white space';
  return [
    found(issueCode, `The policy has ${size} ${what}; ${quota} is the most.`, document.place),
  ];
}

interface Quota {
  readonly issueCode: string;
  readonly quota: number;
  readonly countsSpace: boolean;
}

/**
 * Sources: recorded output of the service for identity policies; IAM User Guide, "IAM and AWS STS
 * quotas"; Organizations User Guide, "Quotas"; S3 and DynamoDB guides (20 KB).
 */
function quotaOf(document: LintDocument): Quota {
  switch (document.policyType) {
    case 'IDENTITY_POLICY':
      return quota('POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA', 10_240, false);
    case 'SERVICE_CONTROL_POLICY':
      return quota('POLICY_SIZE_EXCEEDS_SCP_QUOTA', 10_240, true);
    case 'RESOURCE_CONTROL_POLICY':
      return quota('POLICY_SIZE_EXCEEDS_RCP_QUOTA', 5_120, true);
    case 'RESOURCE_POLICY':
      return isTrustPolicy(document)
        ? quota('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', 2_048, false)
        : quota('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', 20_480, true);
    default:
      return document.policyType satisfies never;
  }
}

function quota(issueCode: string, most: number, countsSpace: boolean): Quota {
  return { issueCode, quota: most, countsSpace };
}

/** As submitted; a document that is no JSON (YAML) as it would be submitted. */
export function documentText({ text, root }: LintDocument): string {
  const written = text.slice(root.start, root.end);
  return written.startsWith('{') && written.endsWith('}') ? written : printJson(root);
}
