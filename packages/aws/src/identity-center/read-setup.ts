import { ownerOf, type PartValue, RolecallError } from '@rolecall/core';
import { searchRegions } from '../collect/by-region.ts';
import { mapLimit } from '../collect/map-limit.ts';
import type { Reader } from '../collect/reader.ts';
import { type Instance, rememberInstance } from './instance.ts';
import { listPermissionSetArns } from './permission-set-arns.ts';
import { listAssigned } from './read-assignments.ts';
import { listGroups, listMembers, listUsers } from './read-directory.ts';
import { readSet, readSetDetails, type Setup, type SetupPermissionSet } from './read-set.ts';

/**
 * Three calls per permission set; of those that are declared, marked or an administrator's five
 * more, and one for each account that has them. One per group of which members count, and one for
 * each hundred people and groups.
 */
export async function readIdentityCenterSetup(
  reader: Reader,
): Promise<PartValue<'identityCenterSetup'>> {
  const { clients } = reader;
  const instance = await findManaged(reader);
  rememberInstance(clients, instance);
  if (instance === undefined) return null;
  const [users, groups, arns] = await Promise.all([
    listUsers(clients, instance),
    listGroups(clients, instance),
    listPermissionSetArns(clients, instance),
  ]);
  const permissionSets = await mapLimit(arns, (arn) => {
    stopWhereAsked(reader);
    return readWhatCounts(arn, instance, reader);
  });
  const names = new Map([...users, ...groups].map(({ id, name }) => [id, name]));
  const { assignments, unread } = await readAssignments(permissionSets, {
    instance,
    reader,
    names,
  });
  return {
    instance: {
      arn: instance.arn,
      identityStoreId: instance.identityStoreId,
      region: instance.region,
    },
    permissionSets,
    groups: await mapLimit(groups, async (group) =>
      countsMembers(group, assignments, reader)
        ? {
            ...group,
            members: (await listMembers(clients, instance, group.id)).map(
              (id) => names.get(id) ?? id,
            ),
          }
        : group,
    ),
    users,
    assignments,
    ...(unread.length === 0 ? {} : { unreadAssignments: unread }),
  };
}

/** The one with permission sets that this account may see. */
async function findManaged({
  identityCenter,
}: Pick<Reader, 'identityCenter'>): Promise<Instance | undefined> {
  for (const { region, value } of searchRegions(await identityCenter.instances())) {
    const at = value.primaryRegion ?? region;
    const details = await identityCenter.describe(value, at);
    if (details?.hasPermissionSets !== true || value.status !== 'ACTIVE') continue;
    return { arn: value.arn, identityStoreId: value.identityStoreId, region: at };
  }
  return undefined;
}

async function readWhatCounts(
  arn: string,
  instance: Instance,
  { clients, request }: Reader,
): Promise<SetupPermissionSet> {
  const set = await readSet(clients, instance, arn);
  const declared = request.planning?.permissionSetNames;
  const counts =
    declared === undefined ||
    declared.some((name) => name.toLowerCase() === set.name.toLowerCase()) ||
    ownerOf({ tags: set.tags }) !== undefined ||
    set.managedPolicies.some((policy) => policy.endsWith(':iam::aws:policy/AdministratorAccess'));
  return counts ? { ...set, details: await readSetDetails(clients, instance, arn) } : set;
}

interface Assigning {
  readonly instance: Instance;
  readonly reader: Reader;
  /** Of users and groups, by id. */
  readonly names: ReadonlyMap<string, string>;
}

async function readAssignments(
  sets: readonly SetupPermissionSet[],
  { instance, reader, names }: Assigning,
): Promise<{ readonly assignments: Setup['assignments']; readonly unread: Unread }> {
  const places = sets.flatMap(({ arn, name, details }) =>
    (details?.accounts ?? []).map((account) => ({ arn, name, account })),
  );
  const unread: Unread[number][] = [];
  const assigned = await mapLimit(places, async ({ arn, name, account }) => {
    const listed = await listAssigned(reader.clients, instance, { arn, account }).catch(
      (error: unknown) => {
        if (!(error instanceof RolecallError)) throw error;
        const message = `Permission set ${name} in account ${account}: ${error.message}`;
        // An account that has left hides nothing of the others; ours is there for sure.
        if (error.code !== 'ENTITY_MISSING' || account === reader.caller.account)
          throw new RolecallError(error.code, message, error.details);
        unread.push({ account, permissionSet: name, message });
        return [];
      },
    );
    return listed.map(({ principalType, principalId }) => ({
      account,
      permissionSet: name,
      principalType,
      principal: names.get(principalId) ?? principalId,
      principalId,
    }));
  });
  return { assignments: assigned.flat(), unread };
}

type Unread = NonNullable<Setup['unreadAssignments']>;

/** Of groups that are declared, bear a mark or are assigned something, members count. */
function countsMembers(
  { name, description = '' }: Setup['groups'][number],
  assignments: Setup['assignments'],
  { request }: Reader,
): boolean {
  const declared = request.planning?.identityCenterGroupNames;
  return (
    declared === undefined ||
    declared.some((one) => one.toLowerCase() === name.toLowerCase()) ||
    /\[rolecall:\w+=/.test(description) ||
    assignments.some((one) => one.principalType === 'GROUP' && one.principal === name)
  );
}

/** @throws RolecallError `INTERRUPTED` */
function stopWhereAsked({ signal }: Pick<Reader, 'signal'>): void {
  if (signal.aborted) {
    throw new RolecallError('INTERRUPTED', 'Interrupted while Identity Center was read.');
  }
}
