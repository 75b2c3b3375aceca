import type { Role, User } from '../../model/snapshot.ts';
import { awsOwnership } from '../aws-owned-role.ts';
import type { CheckContext, PartValues } from '../check.ts';
import { activeKeys, userRows } from '../credential-rows.ts';
import { isIdentityCenterRole } from '../identity-center-role.ts';
import { indexPower, type PrincipalPower } from '../principal-power.ts';
import { accountOf, type TrustedPrincipal, trustedPrincipals } from '../trusted-principals.ts';

/** A way in which a person can become administrator without the root user. */
export interface AdminPath {
  /** What it hangs on: two ways of one source break together. */
  readonly source: string;
  /** The user or role that is administrator. */
  readonly by: string;
  /** False where something that was not read decides it. */
  readonly isSure: boolean;
}

type Parts = Pick<PartValues, 'users' | 'groups' | 'roles' | 'policies' | 'credentialReport'>;

/** Sorted. Roles that only services or programs can assume are no way for a person. */
export function findAdminPaths(parts: Parts, context: CheckContext): readonly AdminPath[] {
  const { users, groups, roles, policies } = parts;
  const index = indexPower({ policies, groups }, context);
  const signsIn = signInOf(parts);
  const admins = users.filter((user) => isAdministrator(index.ofUser(user)));
  const ofUsers = admins.flatMap((user): readonly AdminPath[] => {
    const signIn = signsIn(user);
    if (signIn === false) return [];
    const isSure = signIn === true && index.ofUser(user).power !== 'undecided';
    return [{ source: user.arn, by: user.arn, isSure }];
  });
  const others = users.filter((user) => !admins.includes(user) && signsIn(user) !== false);
  const ofRoles = roles.flatMap((role): readonly AdminPath[] => {
    const held = index.ofRole(role);
    if (!isAdministrator(held)) return [];
    return sourcesOf(role, { users, signsIn, others, context }).map(({ source, isSure }) => ({
      source,
      by: role.arn,
      isSure: isSure && held.power !== 'undecided',
    }));
  });
  return [...ofUsers, ...ofRoles].toSorted((a, b) =>
    `${a.source} ${a.by}` < `${b.source} ${b.by}` ? -1 : 1,
  );
}

/** Everything but IAM lets nobody in again. */
function isAdministrator({ power, raises }: PrincipalPower): boolean {
  return power !== 'none' && raises();
}

interface Assumers {
  readonly users: readonly User[];
  readonly signsIn: (user: User) => boolean | undefined;
  /** Users who sign in and are no administrators themselves. */
  readonly others: readonly User[];
  readonly context: CheckContext;
}

type Source = Pick<AdminPath, 'source' | 'isSure'>;

function sourcesOf(role: Role, assumers: Assumers): readonly Source[] {
  if (isIdentityCenterRole(role)) return [{ source: 'IAM Identity Center', isSure: true }];
  if (awsOwnership(role) !== undefined) return [];
  return trustedPrincipals(role.trust).flatMap((principal) => sourceOf(principal, assumers) ?? []);
}

function sourceOf(
  principal: TrustedPrincipal,
  { users, signsIn, others, context }: Assumers,
): Source | undefined {
  const { kind, value } = principal;
  if (kind === 'federated' && value.includes(':saml-provider/')) {
    return { source: value, isSure: true };
  }
  const account = kind === 'aws' ? accountOf(principal) : undefined;
  if (account === undefined) return undefined;
  if (account !== context.account) return { source: `account ${account}`, isSure: true };
  if (value === context.account || value === context.accountArn) {
    // Whoever of them may assume it: one way, since nothing here tells how many they are.
    const isSure = others.some((user) => signsIn(user) === true);
    return others.length > 0 ? { source: 'users who assume a role', isSure } : undefined;
  }
  const user = users.find(({ arn }) => arn === value);
  if (user === undefined || signsIn(user) === false) return undefined;
  return { source: user.arn, isSure: signsIn(user) === true };
}

/** Whether a user has a password or an active key; undefined where the report does not say. */
function signInOf({ credentialReport }: Parts): (user: User) => boolean | undefined {
  const rows = new Map(userRows(credentialReport).map((row) => [row.arn, row]));
  return ({ arn }) => {
    const row = rows.get(arn);
    if (row === undefined) return undefined;
    if (row.password === 'enabled' || activeKeys(row).length > 0) return true;
    return row.password === 'unknown' ? undefined : false;
  };
}
