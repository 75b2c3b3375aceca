import type { Witness } from '@rolecall/policy';
import { isAtLeast, type Severity, severities } from '../model/finding.ts';
import { administratorRisks } from './administrator-risks.ts';
import { assignmentRisks } from './assignment-risks.ts';
import { boundaryRisks } from './boundary-risks.ts';
import type { Cause } from './causes.ts';
import { contactRisks } from './contact-risks.ts';
import { credentialRisks } from './credential-risks.ts';
import { grantRisks } from './grant-risks.ts';
import { identityProviderRisks } from './identity-provider-risks.ts';
import { monitoringRisks } from './monitoring-risks.ts';
import { removalRisks } from './removal-risks.ts';
import type { ReviewedAccess, ReviewSnapshotsInput } from './review.ts';
import { trustRisks } from './trust-risks.ts';

export const riskKinds = [
  'administrator',
  'public-trust',
  'widened-trust',
  'boundary',
  'identity-provider',
  'credential',
  'monitoring',
  'contact',
  'undecided',
  'used-role',
  'replacement',
  'granted',
] as const;

/**
 * - `administrator`: may do everything afterwards, or give itself the rest
 * - `public-trust`: strangers may assume the role
 * - `widened-trust`: somebody may assume the role who could not
 * - `boundary`: a permissions boundary goes, or is exchanged for a wider one
 * - `identity-provider`: somebody else vouches for who people are
 * - `credential`: a password or access key is made, or sent elsewhere
 * - `monitoring`: findings go unseen
 * - `contact`: AWS writes to somebody else
 * - `undecided`: nobody can say whether it grants more
 * - `used-role`: a role goes, or is made anew, that was used in the last 90 days
 * - `replacement`: a resource is deleted and made again
 * - `granted`: a principal that was there may do more
 */
export type RiskKind = (typeof riskKinds)[number];

export interface Risk {
  readonly kind: RiskKind;
  readonly severity: Severity;
  /** Of the principal or resource at risk. */
  readonly arn: string;
  /** One sentence; names in it come from the account or the declaration and are not escaped. */
  readonly text: string;
  /** A request that will be allowed and is not now. */
  readonly witness: Witness | undefined;
  readonly causes: readonly Cause[];
}

export interface RiskInput extends ReviewSnapshotsInput {
  readonly access: readonly ReviewedAccess[];
}

/** Most dangerous first; of one principal the greater danger speaks for the lesser. */
export function findRisks(input: RiskInput): readonly Risk[] {
  const administrators = administratorRisks(input);
  const powerful = new Set(administrators.map(({ arn }) => arn));
  const risks = [
    ...administrators,
    ...assignmentRisks(input),
    ...trustRisks(input),
    ...boundaryRisks(input),
    ...identityProviderRisks(input),
    ...credentialRisks(input),
    ...monitoringRisks(input),
    ...contactRisks(input),
    ...removalRisks(input),
    ...grantRisks(input).filter(({ arn, kind }) => kind !== 'granted' || !powerful.has(arn)),
  ];
  return risks.toSorted(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      riskKinds.indexOf(a.kind) - riskKinds.indexOf(b.kind) ||
      (a.arn < b.arn ? -1 : a.arn > b.arn ? 1 : 0),
  );
}

export function worstRisk(risks: readonly Risk[]): Severity | undefined {
  return risks.reduce<Severity | undefined>(
    (worst, { severity }) => (worst !== undefined && isAtLeast(worst, severity) ? worst : severity),
    undefined,
  );
}
