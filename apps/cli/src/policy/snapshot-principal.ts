import {
  type PolicySide,
  type PrincipalAccess,
  principalsOf,
  RolecallError,
  type Snapshot,
} from '@rolecall/core';
import { parseArn, type RequestPrincipal } from '@rolecall/policy';
import { readSnapshot } from '../files/snapshot-file.ts';

/** The user or role of a snapshot that an ARN means; a session's ARN means its role. */
export async function findPrincipal(
  cwd: string,
  { file, arn }: { readonly file: string; readonly arn: string },
): Promise<PrincipalAccess> {
  const principals = readPrincipals(await readSnapshot(cwd, file), file);
  const role = sessionRole(arn);
  const found = principals.find((each) =>
    role === undefined ? each.arn === arn : each.type === 'role' && each.name === role,
  );
  if (found !== undefined) return found;
  throw new RolecallError('ENTITY_MISSING', `${file} has no user or role ${arn}.`, {
    subject: arn,
    hint: 'Give the ARN of a user or role, with its path.',
  });
}

function readPrincipals(snapshot: Snapshot, file: string): readonly PrincipalAccess[] {
  const principals = principalsOf(snapshot);
  if (principals !== undefined) return principals;
  throw new RolecallError('NOTHING_READABLE', `${file} does not hold the users and roles.`, {
    hint: 'See which permissions are missing with `rolecall doctor`.',
  });
}

function sessionRole(arn: string): string | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'sts') return undefined;
  return /^assumed-role\/([^/]+)\//.exec(parsed.resource)?.[1];
}

/** Who makes the request: the user, or a session of the role. */
export function requestPrincipalOf(
  { type, arn, id }: PrincipalAccess,
  asked: string,
): RequestPrincipal {
  if (type === 'user') return { kind: 'user', arn, uniqueId: id };
  const sessionArn = asked === arn ? undefined : asked;
  return { kind: 'role-session', roleArn: arn, sessionArn, uniqueId: id };
}

/** The policies that a snapshot has; their parts are named by number. */
export function sideOfHeld(
  held: readonly { readonly label: string; readonly document: object }[],
): PolicySide {
  return {
    names: held.map(({ label }) => label),
    sources: held.map(({ document }) => document),
    versionOf: () => '2012-10-17',
    placeOf: ({ policy }) => held[policy]?.label ?? '?',
  };
}
