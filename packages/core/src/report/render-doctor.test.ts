import { expect, it } from 'vitest';
import { plainLayout } from './paint.ts';
import { renderDoctor } from './render-doctor.ts';

it('shows what is there and what is missing', () => {
  const lines = renderDoctor(
    {
      ok: false,
      rows: [{ name: 'Region', ok: true, detail: 'us-east-1' }],
      parts: [
        { name: 'users', state: 'readable', permissions: ['iam:GetAccountAuthorizationDetails'] },
        {
          name: 'credentialReport',
          state: 'unreadable',
          permissions: ['iam:GenerateCredentialReport', 'iam:GetCredentialReport'],
          reason: { code: 'ACCESS_DENIED', message: 'AWS denies iam:GetCredentialReport.' },
        },
        { name: 'mfaDevices', state: 'not-tried', permissions: ['iam:ListMFADevices'] },
        {
          name: 'organizationAccounts',
          state: 'elsewhere',
          permissions: ['organizations:ListAccounts'],
        },
      ],
      missingPermissions: ['iam:GetCredentialReport'],
    },
    plainLayout,
  );
  expect(`${lines.join('\n')}\n`).toBe(`✓ Region       us-east-1

What can be read
✓ users                       iam:GetAccountAuthorizationDetails
✗ credentialReport            iam:GenerateCredentialReport,
                              iam:GetCredentialReport
    AWS denies iam:GetCredentialReport.
– mfaDevices                  not tried: only opt-in checks need it
– organizationAccounts        for the management account of the organization

Missing permissions: iam:GetCredentialReport
Something that Rolecall needs is missing.
`);
});

it('says where to go on when it stops early', () => {
  const row = {
    name: 'Region',
    ok: false,
    detail: 'No AWS region is set.',
    hint: 'Set AWS_REGION.',
  };
  const report = { ok: false, rows: [row], parts: [], missingPermissions: [] };
  expect(renderDoctor(report, plainLayout).slice(0, 2)).toEqual([
    '✗ Region       No AWS region is set.',
    '    → Set AWS_REGION.',
  ]);
});
