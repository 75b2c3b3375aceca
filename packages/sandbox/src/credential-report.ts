import { type Account, instantOf, sorted } from './account/account.ts';
import { arnOf, rootArn } from './account/arn.ts';
import type { AccessKey, Instant, Root, User } from './account/entities.ts';

const columns = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  'access_key_1_active',
  'access_key_1_last_rotated',
  'access_key_1_last_used_date',
  'access_key_1_last_used_region',
  'access_key_1_last_used_service',
  'access_key_2_active',
  'access_key_2_last_rotated',
  'access_key_2_last_used_date',
  'access_key_2_last_used_region',
  'access_key_2_last_used_service',
  'cert_1_active',
  'cert_1_last_rotated',
  'cert_2_active',
  'cert_2_last_rotated',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;
type Certificates = readonly { readonly status: string; readonly uploadedAt: Instant }[];

/** The credential report's CSV as it would be made now. */
export function credentialReport(account: Account): string {
  const rows = [rootRow(account), ...sorted(account.users).map((user) => userRow(account, user))];
  return [columns.join(','), ...rows.map((row) => columns.map((name) => row[name]).join(','))].join(
    '\n',
  );
}

function rootRow(account: Account): Row {
  const { root } = account;
  return {
    user: '<root_account>',
    arn: rootArn(account),
    user_creation_time: offset(root.createdAt),
    ...rootPassword(account),
    password_last_changed: 'not_supported',
    password_next_rotation: 'not_supported',
    mfa_active: String(root.mfa !== 'none'),
    ...keyColumns(root),
    ...certificateColumns(root.certificates),
  };
}

/** In GovCloud nobody signs in to the console as root. */
function rootPassword({ partition, root }: Account) {
  if (partition === 'aws-us-gov') {
    return { password_enabled: 'not_supported', password_last_used: 'not_supported' };
  }
  return {
    password_enabled: String(root.password),
    password_last_used: root.password ? lastUsed(root.passwordLastUsed) : 'N/A',
  };
}

function userRow(account: Account, user: User): Row {
  const { login } = user;
  return {
    user: user.name,
    arn: arnOf(account, user),
    user_creation_time: offset(user.createdAt),
    password_enabled: String(login !== undefined),
    password_last_used: login === undefined ? 'N/A' : lastUsed(user.passwordLastUsed),
    password_last_changed: login === undefined ? 'N/A' : offset(login.changedAt),
    password_next_rotation: login === undefined ? 'N/A' : nextRotation(account, login.changedAt),
    mfa_active: String(user.mfa.length > 0),
    ...keyColumns(user),
    ...certificateColumns(user.certificates),
  };
}

function keyColumns({ keys: [first, second] }: Pick<Root, 'keys'>) {
  const [one, two] = [keyFields(first), keyFields(second)];
  return {
    access_key_1_active: one.active,
    access_key_1_last_rotated: one.rotated,
    access_key_1_last_used_date: one.date,
    access_key_1_last_used_region: one.region,
    access_key_1_last_used_service: one.service,
    access_key_2_active: two.active,
    access_key_2_last_rotated: two.rotated,
    access_key_2_last_used_date: two.date,
    access_key_2_last_used_region: two.region,
    access_key_2_last_used_service: two.service,
  };
}

function keyFields(key: AccessKey | undefined) {
  return {
    active: String(key?.status === 'Active'),
    rotated: key === undefined ? 'N/A' : offset(key.createdAt),
    date: key?.lastUsed === undefined ? 'N/A' : offset(key.lastUsed.at),
    region: key?.lastUsed?.region ?? 'N/A',
    service: key?.lastUsed?.service ?? 'N/A',
  };
}

function certificateColumns([first, second]: Certificates) {
  return {
    cert_1_active: String(first?.status === 'Active'),
    cert_1_last_rotated: first === undefined ? 'N/A' : offset(first.uploadedAt),
    cert_2_active: String(second?.status === 'Active'),
    cert_2_last_rotated: second === undefined ? 'N/A' : offset(second.uploadedAt),
  };
}

/** A password that was never used; AWS writes `no_information` also where it did not track. */
function lastUsed(at: Instant | undefined): string {
  return at === undefined ? 'no_information' : offset(at);
}

function nextRotation({ passwordPolicy }: Account, changedAt: Instant): string {
  const days = passwordPolicy?.maxAgeDays;
  if (days === undefined) return 'N/A';
  return offset(instantOf(new Date(Date.parse(changedAt) + days * 24 * 3600 * 1000)));
}

/** The report writes `+00:00` where the API writes `Z`. */
function offset(at: Instant): string {
  return at.replace(/Z$/, '+00:00');
}
