import type { Finding } from '../model/finding.ts';
import type { Part } from '../model/part.ts';
import type { CredentialReport, CredentialRow, PartValue } from '../model/snapshot.ts';
import type { CredentialsPort, LiveCredentials } from './credentials-port.ts';

export interface FreshUser {
  readonly row: CredentialRow;
  /** `undefined`: the user is no longer there. */
  readonly live: LiveCredentials | undefined;
  /** What could not be read: the permissions, or codes of errors. */
  readonly missing: readonly string[];
}

export interface FreshReads {
  /** By ARN. */
  readonly users: ReadonlyMap<string, FreshUser>;
  /** Missing where nothing was said of root. */
  readonly root: Part<PartValue<'accountSummary'>> | undefined;
  /** What could not be read, as sentences. */
  readonly notes: readonly string[];
}

export interface Concerned {
  readonly report: CredentialReport;
  /** Findings about users, among others. */
  readonly failed: readonly Finding[];
  /** Whether one of them is about root's credentials. */
  readonly ofRoot: boolean;
}

/** Reads live those, and only those, that the findings are about. */
export async function readFresh(
  port: CredentialsPort,
  { report, failed, ofRoot }: Concerned,
): Promise<FreshReads> {
  const subjects = new Set(failed.map(({ subject }) => subject));
  const concerned = report.rows.filter(({ arn, isRoot }) => !isRoot && subjects.has(arn));
  const users = new Map<string, FreshUser>();
  const waiting = concerned.toReversed();
  const work = async (): Promise<void> => {
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const live = await port.readCredentials(row.user);
      users.set(row.arn, { row, live, missing: live === undefined ? [] : missingIn(live) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const root = ofRoot ? await port.readAccountSummary() : undefined;
  const inOrder = concerned.flatMap(({ arn }) => {
    const user = users.get(arn);
    return user === undefined ? [] : [[arn, user] as const];
  });
  return { users: new Map(inOrder), root, notes: notesOn([...users.values()], root) };
}

/** Users that are read at once, with about six calls each: IAM throttles per account. */
const atOnce = 4;

function missingIn(live: LiveCredentials): readonly string[] {
  const keys = live.accessKeys.status === 'known' ? live.accessKeys.value : [];
  const parts: readonly Part<unknown>[] = [
    live.user,
    live.password,
    live.accessKeys,
    ...keys.map(({ lastUsed }) => lastUsed),
    live.mfaDevices,
    live.signingCertificates,
  ];
  return [...new Set(parts.flatMap(nameMissing))];
}

function nameMissing(part: Part<unknown>): readonly string[] {
  return part.status === 'known' ? [] : [part.reason.permission ?? part.reason.code];
}

function notesOn(users: readonly FreshUser[], root: FreshReads['root']): readonly string[] {
  const names = [...new Set(users.flatMap(({ missing }) => missing))];
  return [
    ...names.map((name) => {
      const { length } = users.filter(({ missing }) => missing.includes(name));
      const of = length === 1 ? 'one user' : `${length} users`;
      return `Not read live of ${of} (${name}): that stays as the credential report says.`;
    }),
    ...(root?.status === 'unknown'
      ? [`Not read live of the root user: ${root.reason.message}`]
      : []),
  ];
}
