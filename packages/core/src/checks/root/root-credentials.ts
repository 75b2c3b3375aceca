import type { Json } from '@rolecall/policy';
import type { CredentialRow, PartValue, SnapshotParts } from '../../model/snapshot.ts';
import type { CheckContext, Verdict } from '../check.ts';
import { rootRow } from '../credential-rows.ts';
import { missingParts, notReadable } from '../not-readable.ts';

/** What is known of root's credentials; `undefined` where AWS does not say. */
export interface RootCredentials {
  readonly mfa: boolean | undefined;
  /** `not-supported`: GovCloud, where nobody signs in with it. */
  readonly password: boolean | 'not-supported' | undefined;
  readonly accessKeys: boolean | undefined;
  readonly signingCertificates: boolean | undefined;
  readonly evidence: { readonly [name: string]: Json };
}

export type RootParts = Pick<SnapshotParts, 'accountSummary' | 'credentialReport'>;
export const rootParts = ['accountSummary', 'credentialReport'] as const;

/**
 * Takes each fact from GetAccountSummary, which is of now, and only what it leaves open from the
 * credential report, which may be four hours old.
 */
export function rootCredentials(parts: RootParts, { partition }: CheckContext): RootCredentials {
  const summary = parts.accountSummary.status === 'known' ? parts.accountSummary.value : {};
  const report =
    parts.credentialReport.status === 'known' ? parts.credentialReport.value : undefined;
  const row = report && rootRow(report);
  return {
    mfa: present(summary.AccountMFAEnabled) ?? row?.mfaActive,
    password: passwordOf(summary, row, partition),
    accessKeys:
      present(summary.AccountAccessKeysPresent) ?? row?.accessKeys.some(({ active }) => active),
    signingCertificates:
      present(summary.AccountSigningCertificatesPresent) ??
      row?.signingCertificates.some(({ active }) => active),
    evidence: {
      AccountMFAEnabled: summary.AccountMFAEnabled ?? null,
      AccountPasswordPresent: summary.AccountPasswordPresent ?? null,
      AccountAccessKeysPresent: summary.AccountAccessKeysPresent ?? null,
      AccountSigningCertificatesPresent: summary.AccountSigningCertificatesPresent ?? null,
      ...(report && { reportGeneratedAt: report.generatedAt }),
    },
  };
}

function present(count: number | undefined): boolean | undefined {
  return count === undefined ? undefined : count > 0;
}

/** GovCloud has no console sign-in of root, whatever the summary counts. */
function passwordOf(
  summary: PartValue<'accountSummary'>,
  row: CredentialRow | undefined,
  partition: string,
): RootCredentials['password'] {
  if (partition === 'aws-us-gov' && row?.password !== 'enabled') return 'not-supported';
  if (summary.AccountPasswordPresent !== undefined) return summary.AccountPasswordPresent > 0;
  // In other partitions there is a sign-in, whatever a report of old says.
  if (row?.password !== 'enabled' && row?.password !== 'disabled') return undefined;
  return row.password === 'enabled';
}

/** A check of root can do with either part; without both, or without the fact, it is unknown. */
export function rootFactMissing(
  fact: string,
  parts: RootParts,
  { accountArn }: CheckContext,
): readonly Verdict[] {
  const missing = missingParts(rootParts, parts);
  if (missing.length > 0) return [notReadable(missing, accountArn)];
  return [
    {
      outcome: 'unknown',
      subject: accountArn,
      message: `Neither GetAccountSummary nor the credential report says ${fact}.`,
      remedy: 'Look at "Security credentials" of the root user in the console.',
    },
  ];
}
