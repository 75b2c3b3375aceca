import { findGraveCodes, type PolicyDocument, trustPolicyType } from '@rolecall/policy';
import { awsOwnership } from '../aws-owned-role.ts';
import { byDocument } from '../by-document.ts';
import { defineCheck, type Verdict } from '../check.ts';
import { isAwsManaged } from '../managed-policy.ts';

export const policyValid = defineCheck({
  id: 'policy-valid',
  title: 'Every policy of the account is free of errors and security warnings',
  severity: 'medium',
  subject: 'policy',
  rationale:
    'A misspelt action or condition key fails without a word: an Allow that gives nothing, or a ' +
    'Deny that denies nothing.',
  remedy:
    'Mend what the evidence lists; `rolecall policy lint` shows the places, and the IAM console ' +
    'the same findings below the policy editor.',
  documentation:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
  controls: ['LP-3'],
  needs: ['users', 'groups', 'roles', 'policies'],
  run: ({ users, groups, roles, policies }) => {
    const ownRoles = roles.filter((role) => awsOwnership(role) === undefined);
    const identity = byDocument((document) =>
      findGraveCodes(document, { policyType: 'IDENTITY_POLICY' }),
    );
    const trust = byDocument((document) => findGraveCodes(document, trustKind));
    const inlineOf = ({ inlinePolicies }: Holder) =>
      inlinePolicies.map(({ name, document }) => ({
        label: `inline policy ${name}`,
        codes: identity(document),
      }));
    return [
      ...policies
        .filter(({ arn }) => !isAwsManaged(arn))
        .map(({ name, arn, document }) =>
          judge({ name, arn }, [{ label: 'policy', codes: identity(document) }]),
        ),
      ...[...users, ...groups]
        .filter(({ inlinePolicies }) => inlinePolicies.length > 0)
        .map((holder) => judge(holder, inlineOf(holder))),
      ...ownRoles.map((role) =>
        judge(role, [{ label: 'trust policy', codes: trust(role.trust) }, ...inlineOf(role)]),
      ),
    ];
  },
});

const trustKind = {
  policyType: 'RESOURCE_POLICY',
  resourceType: trustPolicyType,
} as const;

interface Holder {
  readonly name: string;
  readonly arn: string;
  readonly inlinePolicies: readonly { readonly name: string; readonly document: PolicyDocument }[];
}

interface Linted {
  readonly label: string;
  readonly codes: readonly string[];
}

function judge(
  { name, arn: subject }: { readonly name: string; readonly arn: string },
  linted: readonly Linted[],
): Verdict {
  const faulty = linted.filter(({ codes }) => codes.length > 0);
  if (faulty.length === 0) {
    return { outcome: 'pass', subject, message: `${name} has no errors or security warnings.` };
  }
  const said = faulty.map(({ label, codes }) => `${label} (${codes.join(', ')})`).join('; ');
  return {
    outcome: 'fail',
    subject,
    message: `${name}: ${said}.`,
    evidence: Object.fromEntries(faulty.map(({ label, codes }) => [label, codes])),
  };
}
