import type { CredentialRow } from '@rolecall/core';
import { badResponse } from '../ask.ts';
import { type CsvRecord, parseCsv } from './parse-csv.ts';

const action = 'iam:GetCredentialReport';

/**
 * Rows of a credential report.
 * Source: IAM User Guide, "Generate credential reports for your AWS account".
 */
export function parseCredentialRows(csv: string): readonly CredentialRow[] {
  return parseCsv(csv, { action, columns }).map(readRow);
}

/** Without one of these a check would take "not told" for "there is none". */
const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'mfa_active',
  ...['access_key_1', 'access_key_2'].flatMap((key) => [
    `${key}_active`,
    `${key}_last_rotated`,
    `${key}_last_used_date`,
  ]),
  'cert_1_active',
  'cert_2_active',
];

function readRow(row: CsvRecord): CredentialRow {
  const user = row['user'] ?? '';
  return {
    user,
    arn: row['arn'] ?? '',
    isRoot: user === '<root_account>',
    createdAt: instant(row, 'user_creation_time'),
    password: passwords.get(row['password_enabled'] ?? '') ?? 'unknown',
    passwordLastUsedAt: instant(row, 'password_last_used'),
    passwordLastChangedAt: instant(row, 'password_last_changed'),
    passwordNextRotationAt: instant(row, 'password_next_rotation'),
    mfaActive: flag(row, 'mfa_active'),
    accessKeys: [accessKey(row, 'access_key_1'), accessKey(row, 'access_key_2')],
    signingCertificates: [certificate(row, 'cert_1'), certificate(row, 'cert_2')],
  };
}

const passwords: ReadonlyMap<string, CredentialRow['password']> = new Map([
  ['true', 'enabled'],
  ['false', 'disabled'],
  ['not_supported', 'not-supported'],
]);

function accessKey(row: CsvRecord, key: string): CredentialRow['accessKeys'][number] {
  return {
    active: flag(row, `${key}_active`),
    lastRotatedAt: instant(row, `${key}_last_rotated`),
    lastUsedAt: instant(row, `${key}_last_used_date`),
    lastUsedRegion: text(row, `${key}_last_used_region`),
    lastUsedService: text(row, `${key}_last_used_service`),
  };
}

function certificate(row: CsvRecord, key: string): CredentialRow['signingCertificates'][number] {
  return { active: flag(row, `${key}_active`), lastRotatedAt: instant(row, `${key}_last_rotated`) };
}

const nothing: readonly (string | undefined)[] = [
  undefined,
  '',
  'N/A',
  'no_information',
  'not_supported',
];

function text(row: CsvRecord, column: string): string | undefined {
  return nothing.includes(row[column]) ? undefined : row[column];
}

function flag(row: CsvRecord, column: string): boolean {
  const value = text(row, column)?.toLowerCase() ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw badResponse(action, `with ${column} that is neither true nor false`);
}

function instant(row: CsvRecord, column: string): string | undefined {
  const value = text(row, column);
  if (value === undefined) return undefined;
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) {
    throw badResponse(action, `with ${column} that is no date`);
  }
  return date.toISOString();
}
