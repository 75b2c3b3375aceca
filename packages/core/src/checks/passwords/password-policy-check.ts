import type { Json } from '@rolecall/policy';
import type { Outcome } from '../../model/finding.ts';
import type { CheckSettings } from '../../model/settings.ts';
import type { PasswordPolicy, SnapshotParts } from '../../model/snapshot.ts';
import { type Check, type CheckMetadata, defineCheck, type Verdict } from '../check.ts';
import { userRows } from '../credential-rows.ts';
import { findReportGaps } from '../report-gaps.ts';

export interface PasswordJudgement {
  readonly outcome: Outcome;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly evidence: { readonly [name: string]: Json };
}

export interface PasswordCheck
  extends Omit<CheckMetadata, 'subject' | 'remedy' | 'documentation'>,
    Partial<Pick<CheckMetadata, 'remedy' | 'documentation'>> {
  readonly judge: (policy: PasswordPolicy, settings: CheckSettings) => PasswordJudgement;
}

/**
 * What holds while the account has no policy of its own: eight characters, of three of the four
 * classes (so none of them is required), no expiry, nothing remembered. Source: IAM User Guide,
 * "Default password policy".
 */
const defaultPolicy: PasswordPolicy = {
  minimumLength: 8,
  requireSymbols: false,
  requireNumbers: false,
  requireUppercase: false,
  requireLowercase: false,
  allowUsersToChange: false,
  hardExpiry: false,
};

/** Defines a check of the password policy, which matters only while a user has a password. */
export function definePasswordCheck({ judge, ...metadata }: PasswordCheck): Check {
  return defineCheck({
    remedy: 'Set it in IAM, "Account settings", or in the manifest.',
    documentation:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    ...metadata,
    subject: 'account',
    needs: ['passwordPolicy'],
    uses: passwordUses,
    run: ({ passwordPolicy }, { accountArn, settings }, used) => {
      const idle = noPasswords(accountArn, used);
      if (idle !== undefined) return [idle];
      const { message, ...judged } = judge(passwordPolicy ?? defaultPolicy, settings);
      const origin = passwordPolicy === null ? " (AWS's default policy: the account has none)" : '';
      return [{ ...judged, subject: accountArn, message: `${message}${origin}.` }];
    },
  });
}

/** What shows whether any user has a password; also a user that the report does not know may. */
export const passwordUses = ['credentialReport', 'users'] as const;

/** That the password policy matters to nobody, where that is certain. */
export function noPasswords(
  subject: string,
  parts: Pick<SnapshotParts, (typeof passwordUses)[number]>,
): Verdict | undefined {
  if (parts.credentialReport.status === 'unknown') return undefined;
  const { generatedAt } = parts.credentialReport.value;
  const gaps = findReportGaps(parts);
  const rows = userRows(parts.credentialReport.value).filter(({ arn }) => !gaps?.gone.has(arn));
  // A password of which the report has no information may exist.
  const mayExist = rows.some(
    ({ password }) => password !== 'disabled' && password !== 'not-supported',
  );
  if (mayExist || (gaps && gaps.unreported.length > 0)) return undefined;
  return {
    outcome: 'not-applicable',
    subject,
    message: 'No user has a console password.',
    evidence: { reportGeneratedAt: generatedAt },
  };
}
