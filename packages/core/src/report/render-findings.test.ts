import { expect, it } from 'vitest';
import type { ReportedFinding } from '../exceptions/exception.ts';
import { plainLayout } from './paint.ts';
import { type FindingsTable, renderFindings } from './render-findings.ts';

const account = 'arn:aws:iam::111122223333:root';

function finding(about: Partial<ReportedFinding>): ReportedFinding {
  const { check = 'key-age', subject = 'arn:aws:iam::111122223333:user/team/alice' } = about;
  return {
    id: `${check}:${subject}`,
    check,
    subject,
    severity: 'medium',
    outcome: 'fail',
    message: 'Access key 1 of alice is 1200 days old; the limit is 90.',
    evidence: {},
    remedy: 'Replace it.',
    ...about,
  };
}

function show(findings: readonly ReportedFinding[], more: Partial<FindingsTable> = {}): string {
  const report = {
    account: '111122223333',
    partition: 'aws',
    checkedAt: new Date('2026-11-21T10:00:00Z'),
    credentialReportGeneratedAt: undefined,
    findings,
    all: false,
    ...more,
  };
  return `${renderFindings(report, plainLayout).join('\n')}\n`;
}

it('puts the worst first, a shared remedy once, and what could not be read last', () => {
  const unreadable = {
    outcome: 'unknown',
    subject: account,
    message: 'Could not be read: accountSummary (AWS denies iam:GetAccountSummary.)',
    remedy: 'Allow iam:GetAccountSummary to the credentials that run the check.',
  } as const;
  expect(
    show(
      [
        finding({ check: 'root-x', severity: 'critical', ...unreadable }),
        finding({}),
        finding({ subject: 'arn:aws:iam::111122223333:user/bob', message: 'Bob\u0007 as well.' }),
        finding({ check: 'root-y', severity: 'high', ...unreadable }),
        finding({
          check: 'root-mfa',
          severity: 'critical',
          subject: account,
          message: 'No MFA.',
          remedy: '',
        }),
        finding({ check: 'a', outcome: 'warn', message: 'Perhaps.', remedy: 'Look.' }),
        finding({ check: 'b', outcome: 'manual', message: 'See for yourself.', remedy: 'Look.' }),
        finding({ check: 'c', outcome: 'pass', message: 'Fine.', remedy: '' }),
        finding({ check: 'd', outcome: 'not-applicable', message: 'None.', remedy: '' }),
      ],
      { credentialReportGeneratedAt: '2026-11-21T07:20:00Z' },
    ),
  ).toBe(`Account 111122223333 (aws), 2026-11-21 10:00 UTC
Credential report: made 2026-11-21 07:20 UTC, 2 hours before

CRITICAL
✗ root-mfa  account
    No MFA.

MEDIUM
✗ key-age  user/alice
    Access key 1 of alice is 1200 days old; the limit is 90.
✗ key-age  user/bob
    Bob\\u{7} as well.
    → Replace it.
! a  user/alice
    Perhaps.
○ b  user/alice
    See for yourself.
    → Look.

UNKNOWN
? Could not be read: accountSummary (AWS denies iam:GetAccountSummary.)
    root-x, root-y
    → Allow iam:GetAccountSummary to the credentials that run the check.

9 findings: 3 failed, 1 warning, 1 to look at, 2 unknown, 1 passed, 1 not
applicable
`);
});

it('shows what passed only if asked', () => {
  const passed = [finding({ outcome: 'pass', message: 'Fine.', remedy: '' })];
  expect(show(passed)).not.toContain('Fine.');
  expect(show(passed, { all: true })).toContain('✓ key-age  user/alice\n    Fine.');
  expect(show([])).toContain('0 findings');
});

it('counts what is less severe and does not show it', () => {
  const text = show([finding({ severity: 'low' })], { from: 'high' });
  expect(text).not.toContain('key-age');
  expect(text).toContain('1 finding: 1 failed');
});

it('shows what is excepted, by whom and until when, and counts it apart', () => {
  const exception = { reason: 'CI moves.', owner: 'platform', expires: '2027-01-31' };
  const text = show([
    finding({ exception }),
    finding({ check: 'b', outcome: 'unknown', exception, remedy: '' }),
  ]);
  expect(text).toContain(`
EXCEPTED
∅ key-age  user/alice  medium
    Access key 1 of alice is 1200 days old; the limit is 90.
    until 2027-01-31, platform: CI moves.
∅ b  user/alice  medium
`);
  expect(text).toContain('2 findings: 2 excepted\n');
  expect(text).not.toMatch(/MEDIUM|UNKNOWN/);
});
