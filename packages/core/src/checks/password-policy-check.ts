import type { Json } from '@rolecall/policy';
import type { Outcome } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { CredentialReport, PasswordPolicy } from '../model/snapshot.ts';
import { type Check, type CheckMetadata, defineCheck } from './check.ts';
import { userRows } from './credential-rows.ts';

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
    uses: ['credentialReport'],
    run: ({ passwordPolicy }, { accountArn, settings }, { credentialReport }) => {
      if (credentialReport.status === 'known' && nobodyHasPassword(credentialReport.value)) {
        return [noPasswords(accountArn, credentialReport.value)];
      }
      const { message, ...judged } = judge(passwordPolicy ?? defaultPolicy, settings);
      const origin = passwordPolicy === null ? " (AWS's default policy: the account has none)" : '';
      return [{ ...judged, subject: accountArn, message: `${message}${origin}.` }];
    },
  });
}

/** A password of which the report has no information may exist. */
export function nobodyHasPassword(report: CredentialReport): boolean {
  return userRows(report).every(
    ({ password }) => password === 'disabled' || password === 'not-supported',
  );
}

export function noPasswords(subject: string, { generatedAt }: CredentialReport) {
  return {
    outcome: 'not-applicable',
    subject,
    message: 'No user has a console password.',
    evidence: { reportGeneratedAt: generatedAt },
  } as const;
}
