import type { CredentialRow, PartValue } from '../model/snapshot.ts';
import type { LiveAccessKey, LiveCertificate, LiveCredentials } from './credentials-port.ts';

/** A row of the credential report with what is live in its place; what is unknown stays as it was. */
export function correctCredentialRow(row: CredentialRow, live: LiveCredentials): CredentialRow {
  const { user, accessKeys, mfaDevices, signingCertificates } = live;
  return {
    ...row,
    ...(user.status === 'known' && { createdAt: user.value.createdAt }),
    ...passwordOf(row, live),
    ...(mfaDevices.status === 'known' && { mfaActive: mfaDevices.value > 0 }),
    ...(accessKeys.status === 'known' && {
      accessKeys: bySlot(row.accessKeys, accessKeys.value, keyIn),
    }),
    ...(signingCertificates.status === 'known' && {
      signingCertificates: bySlot(
        row.signingCertificates,
        signingCertificates.value,
        certificateIn,
      ),
    }),
  };
}

type PasswordFields = Pick<
  CredentialRow,
  'password' | 'passwordLastUsedAt' | 'passwordLastChangedAt' | 'passwordNextRotationAt'
>;

function passwordOf(row: CredentialRow, { user, password }: LiveCredentials): PasswordFields {
  const { passwordLastUsedAt, passwordLastChangedAt, passwordNextRotationAt } = row;
  const usedAt = user.status === 'known' ? user.value.passwordLastUsedAt : undefined;
  if (password.status === 'unknown') {
    const lastUsedAt = row.password === 'disabled' ? undefined : (usedAt ?? passwordLastUsedAt);
    return {
      password: row.password,
      passwordLastUsedAt: lastUsedAt,
      passwordLastChangedAt,
      passwordNextRotationAt,
    };
  }
  const none = { passwordLastChangedAt: undefined, passwordNextRotationAt: undefined };
  if (password.value === null)
    return { password: 'disabled', passwordLastUsedAt: undefined, ...none };
  const { createdAt } = password.value;
  // One that was made since takes nothing over from the password of the report.
  const isReported = row.password === 'enabled' && isNotAfter(createdAt, passwordLastChangedAt);
  return isReported
    ? {
        password: 'enabled',
        passwordLastUsedAt: usedAt ?? passwordLastUsedAt,
        passwordLastChangedAt,
        passwordNextRotationAt,
      }
    : {
        password: 'enabled',
        ...none,
        passwordLastUsedAt:
          usedAt !== undefined && isNotAfter(createdAt, usedAt) ? usedAt : undefined,
        passwordLastChangedAt: createdAt,
      };
}

type Slot = CredentialRow['signingCertificates'][number];

/**
 * The report numbers credentials and shows no ids: what was made at the moment of a slot is in it,
 * and what is left goes where there is room, the oldest first.
 */
function bySlot<S extends Slot, L extends LiveCertificate>(
  [first, second]: readonly [S, S],
  live: readonly L[],
  put: (slot: S, found: L | undefined) => S,
): readonly [S, S] {
  const oldestFirst = live.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  const inFirst = oldestFirst.find((each) => isAt(each, first));
  const inSecond = oldestFirst.find((each) => each !== inFirst && isAt(each, second));
  const rest = oldestFirst.filter((each) => each !== inFirst && each !== inSecond);
  // An empty slot fills up last, so that numbers stay.
  const isFirstEmpty = first.lastRotatedAt === undefined && second.lastRotatedAt !== undefined;
  if (isFirstEmpty && inSecond === undefined && inFirst === undefined)
    return [put(first, rest[1]), put(second, rest[0])];
  const intoFirst = inFirst ?? rest.shift();
  return [put(first, intoFirst), put(second, inSecond ?? rest.shift())];
}

function isAt({ createdAt }: LiveCertificate, { lastRotatedAt }: Slot): boolean {
  if (lastRotatedAt === undefined) return false;
  return Math.abs(Date.parse(createdAt) - Date.parse(lastRotatedAt)) <= tolerance;
}

/** The report and the API need not round the moment alike. */
const tolerance = 60_000;

type ReportedKey = CredentialRow['accessKeys'][number];

function keyIn(slot: ReportedKey, key: LiveAccessKey | undefined): ReportedKey {
  if (key === undefined) return { active: false };
  const { active, createdAt, lastUsed } = key;
  // The report dates a key by its last change: one that is older is the same.
  const isSame = isNotAfter(createdAt, slot.lastRotatedAt);
  const lastRotatedAt = isSame ? slot.lastRotatedAt : createdAt;
  if (lastUsed.status === 'unknown')
    return isSame ? { ...slot, active } : { active, lastRotatedAt };
  const { at, region, service } = lastUsed.value;
  return {
    active,
    lastRotatedAt,
    lastUsedAt: at,
    lastUsedRegion: region,
    lastUsedService: service,
  };
}

function certificateIn(slot: Slot, certificate: LiveCertificate | undefined): Slot {
  if (certificate === undefined) return { active: false };
  const { active, createdAt } = certificate;
  return {
    active,
    lastRotatedAt: isNotAfter(createdAt, slot.lastRotatedAt) ? slot.lastRotatedAt : createdAt,
  };
}

function isNotAfter(instant: string, other: string | undefined): boolean {
  return other !== undefined && Date.parse(instant) <= Date.parse(other) + tolerance;
}

/** Root's row with what GetAccountSummary says; when root was used stands in the report alone. */
export function correctRootRow(
  row: CredentialRow,
  summary: PartValue<'accountSummary'>,
): CredentialRow {
  const { AccountMFAEnabled: mfa, AccountPasswordPresent: password } = summary;
  const lost = (count: number | undefined) => count === 0 && { active: false };
  const keys = lost(summary.AccountAccessKeysPresent);
  const certificates = lost(summary.AccountSigningCertificatesPresent);
  const [first, second] = row.accessKeys;
  const [one, two] = row.signingCertificates;
  return {
    ...row,
    ...(mfa !== undefined && { mfaActive: mfa > 0 }),
    ...(row.password === 'enabled' && password === 0 && { password: 'disabled' as const }),
    accessKeys: [
      { ...first, ...keys },
      { ...second, ...keys },
    ],
    signingCertificates: [
      { ...one, ...certificates },
      { ...two, ...certificates },
    ],
  };
}
