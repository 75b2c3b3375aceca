import { expect, test } from 'vitest';
import { report, reportHeader } from '../account.fixture.ts';
import { parseCredentialRows } from './credential-rows.ts';

const unused = { active: false };

test('root and a user', () => {
  expect(parseCredentialRows(report)).toEqual([
    {
      user: '<root_account>',
      arn: 'arn:aws:iam::111122223333:root',
      isRoot: true,
      createdAt: '2020-01-01T00:00:00.000Z',
      password: 'not-supported',
      passwordLastUsedAt: '2026-01-01T00:00:00.000Z',
      mfaActive: true,
      accessKeys: [unused, unused],
      signingCertificates: [unused, unused],
    },
    {
      user: 'ada',
      arn: 'arn:aws:iam::111122223333:user/rolecall/test/ada',
      isRoot: false,
      createdAt: '2024-01-02T03:04:05.000Z',
      password: 'enabled',
      passwordLastChangedAt: '2024-01-02T03:04:05.000Z',
      mfaActive: true,
      accessKeys: [
        {
          active: true,
          lastRotatedAt: '2024-01-02T03:04:05.000Z',
          lastUsedAt: '2026-11-01T00:00:00.000Z',
          lastUsedRegion: 'us-east-1',
          lastUsedService: 'iam',
        },
        unused,
      ],
      signingCertificates: [unused, unused],
    },
  ]);
});

test('columns go by name: turned round, with a new one, with a byte order mark', () => {
  const turned = report
    .trim()
    .split('\n')
    .map((line, i) => [...line.split(','), i === 0 ? 'new_column' : 'x'].reverse().join(','))
    .join('\r\n');
  expect(parseCredentialRows(`\uFEFF${turned}`)).toEqual(parseCredentialRows(report));
});

test('columns that say little may be missing', () => {
  const columns = reportHeader.split(',');
  const keep = columns.map((name) => !/_region$|_service$|next_rotation|cert_._last/.test(name));
  const shorter = report
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .filter((_, i) => keep[i])
        .join(','),
    )
    .join('\n');
  const row = parseCredentialRows(shorter)[1];
  expect(row?.accessKeys[0].lastUsedRegion).toBeUndefined();
  expect(row?.accessKeys[0].lastUsedAt).toBe('2026-11-01T00:00:00.000Z');
});

test.each([
  ['true', 'enabled'],
  ['false', 'disabled'],
  ['not_supported', 'not-supported'],
  ['no_information', 'unknown'],
])('password_enabled %s', (text, password) => {
  const csv = report.replace('+00:00,true,no_information', `+00:00,${text},no_information`);
  expect(parseCredentialRows(csv)[1]?.password).toBe(password);
});

test.each([
  ['without a column that checks rest on', report.replace('mfa_active', 'mfa')],
  ['empty', ''],
  ['a row cut short', report.trim().replace(/,false,N\/A$/, '')],
  ['a quote left open', report.replace('ada,', '"ada,')],
  ['mfa_active neither true nor false', report.replace('N/A,true,true', 'N/A,maybe,true')],
  ['a date that is none', report.replace('2020-01-01T00:00:00+00:00', 'yesterday')],
])('%s: BAD_RESPONSE', (_name, csv) => {
  expect(csv).not.toBe(report);
  expect(() => parseCredentialRows(csv)).toThrow(expect.objectContaining({ code: 'BAD_RESPONSE' }));
});
