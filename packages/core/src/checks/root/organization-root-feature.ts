import type { PartValue } from '../../model/snapshot.ts';
import type { CheckContext, Verdict } from '../check.ts';

export interface RootFeature {
  /** As ListOrganizationsFeatures names it. */
  readonly name: string;
  /** For messages. */
  readonly label: string;
}

/** Whether the organization has one feature of centralised root access. */
export function judgeRootFeature(
  { name, label }: RootFeature,
  features: PartValue<'organizationsFeatures'>,
  organization: PartValue<'organization'> | undefined,
  { accountArn, account }: CheckContext,
): readonly Verdict[] {
  if (features !== null) {
    const enabled = features.includes(name);
    return [
      {
        outcome: enabled ? 'pass' : 'fail',
        subject: accountArn,
        message: `${label} is ${enabled ? 'on' : 'off'} in the organization.`,
        evidence: { enabledFeatures: features.toSorted() },
      },
    ];
  }
  // The management account is the one to ask, and in an organization with all features IAM
  // answers it with nothing only while its trusted access is off.
  if (organization?.managementAccountId === account && organization.featureSet === 'ALL') {
    return [
      {
        outcome: 'warn',
        subject: accountArn,
        message: `${label} seems to be off: IAM has no trusted access to the organization.`,
        evidence: { organization: organization.id },
      },
    ];
  }
  return [
    {
      outcome: 'not-applicable',
      subject: accountArn,
      message: 'Only the management account or the delegated administrator for IAM can tell.',
    },
  ];
}
