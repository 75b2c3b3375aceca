import { type AdminPath, findAdminPaths } from '../checks/emergency/find-admin-paths.ts';
import { rootArnOf } from '../checks/root-arn.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { PartName, Snapshot } from '../model/snapshot.ts';
import { callerLoses } from './caller-loses.ts';
import type { FixWrite } from './fix.ts';
import { type AccessParts, withoutAccess } from './without-access.ts';

/** What has to be read before anybody's access may be taken away. */
export const accessPartNames: readonly PartName[] = [
  'users',
  'groups',
  'roles',
  'policies',
  'credentialReport',
];

export type AccessVerdict =
  | { readonly kind: 'fine'; readonly cautions: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

/** Follows the access that is left while changes are planned or made, one after the other. */
export interface AccessGuard {
  /** Whether these changes together may be made after those that were made before them. */
  judge(writes: readonly FixWrite[]): AccessVerdict;
  /** That the changes are made, or were made before. */
  follow(writes: readonly FixWrite[]): void;
}

/** Refuses what takes away the caller's own access, or the last way in as administrator. */
export function openAccessGuard(
  { caller, parts: snapshotParts, takenAt }: Snapshot,
  settings: CheckSettings,
): AccessGuard {
  const { account, partition } = caller;
  const accountArn = rootArnOf(caller);
  const context = { account, partition, accountArn, now: new Date(takenAt), settings };
  let parts = knownAccess(snapshotParts);
  let paths: readonly AdminPath[] | undefined;
  const pathsNow = (known: AccessParts) => {
    paths ??= findAdminPaths(known, context);
    return paths;
  };
  return {
    judge: (writes) => {
      const [own] = writes.flatMap((write) => callerLoses(write, caller, parts) ?? []);
      if (own !== undefined) return { kind: 'refused', why: own };
      const taking = writes.filter(takesAccess);
      if (taking.length === 0) return { kind: 'fine', cautions: [] };
      if (parts === undefined) {
        const why = 'What shows who else is administrator could not be read.';
        return { kind: 'refused', why };
      }
      return comparePaths(
        pathsNow(parts),
        findAdminPaths(taking.reduce(withoutAccess, parts), context),
      );
    },
    follow: (writes) => {
      const taking = writes.filter(takesAccess);
      if (parts === undefined || taking.length === 0) return;
      parts = taking.reduce(withoutAccess, parts);
      paths = undefined;
    },
  };
}

function knownAccess(parts: Snapshot['parts']): AccessParts | undefined {
  const { users, groups, roles, policies, credentialReport } = parts;
  if (users.status === 'unknown' || groups.status === 'unknown') return undefined;
  if (roles.status === 'unknown' || policies.status === 'unknown') return undefined;
  if (credentialReport.status === 'unknown') return undefined;
  return {
    users: users.value,
    groups: groups.value,
    roles: roles.value,
    policies: policies.value,
    credentialReport: credentialReport.value,
  };
}

/** Whether somebody can do less afterwards. */
function takesAccess({ target: { kind } }: FixWrite): boolean {
  switch (kind) {
    case 'access-key':
    case 'login-profile':
    case 'attachment':
    case 'inline-policy':
    case 'role':
    case 'role-trust':
      return true;
    // A group is deleted when it is empty, a policy when nobody has it.
    case 'group':
    case 'policy':
    case 'policy-version':
    case 'profile-role':
    case 'oidc-provider':
    // They sign in to no console and sign no call to IAM.
    case 'signing-certificate':
    case 'ssh-key':
    case 'service-credential':
    case 'server-certificate':
    case 'password-policy':
    case 'token-version':
    case 'trusted-access':
    case 'organization-feature':
    case 'analyzer':
    case 'trail-digests':
    case 'trail-logging':
      return false;
    default:
      return kind satisfies never;
  }
}

function comparePaths(now: readonly AdminPath[], left: readonly AdminPath[]): AccessVerdict {
  const keys = new Set(left.map(keyOf));
  const lost = now.filter((path) => !keys.has(keyOf(path)));
  if (lost.length === 0) return { kind: 'fine', cautions: [] };
  const names = [...new Set(lost.map(({ by }) => by))].join(', ');
  const sources = new Set(left.filter(({ isSure }) => isSure).map(({ source }) => source));
  if (sources.size === 0) {
    const why = `It would take away the last way in as administrator that shows: ${names}.`;
    return { kind: 'refused', why };
  }
  const caution = `It takes away a way in as administrator (${names}); left: ${[...sources].join(', ')}.`;
  return { kind: 'fine', cautions: [caution] };
}

function keyOf({ source, by, isSure }: AdminPath): string {
  return `${source} ${by} ${isSure}`;
}
