import { ListPermissionSetsProvisionedToAccountCommand } from '@aws-sdk/client-sso-admin';
import { type PartValue, type PermissionSet, RolecallError } from '@rolecall/core';
import { readFailure } from '../../aws-failure.ts';
import { searchRegions } from '../by-region.ts';
import { mapLimit } from '../map-limit.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';
import { identityCenterClient } from '../service-clients.ts';
import { settlePart } from '../settle-part.ts';
import { readAssignments } from './assignments.ts';
import type { ListedInstance } from './list-instances.ts';
import { readPermissionSet } from './permission-set.ts';
import { createPrincipals } from './principals.ts';

const action = 'sso:ListPermissionSetsProvisionedToAccount';

/** An instance, and the region in which it is administered. */
export interface InstanceIn extends ListedInstance {
  readonly region: string;
}

/**
 * Six calls per permission set, one per user and two per group that got one. An instance of the
 * organization is told to members, but not what it holds.
 */
export async function readPermissionSets(reader: Reader): Promise<PartValue<'permissionSets'>> {
  const found = searchRegions(await reader.identityCenter.instances());
  const instances = new Map(
    found.map(({ region, value }) => [
      value.arn,
      { ...value, region: value.primaryRegion ?? region },
    ]),
  );
  const sets = await mapLimit([...instances.values()], (instance) => readOf(instance, reader));
  const seen = sets.flatMap((ofInstance) => ofInstance ?? []);
  // An account may have an instance of its own, without any set, beside one that it cannot see.
  return seen.length === 0 && sets.includes(undefined) ? null : seen;
}

/** `undefined` where this account may not see what the instance holds. */
async function readOf(
  instance: InstanceIn,
  reader: Reader,
): Promise<readonly PermissionSet[] | undefined> {
  const details = await settlePart(reader.identityCenter.describe(instance, instance.region));
  if (details.status === 'known' && details.value?.hasPermissionSets === false) return [];
  const arns = await listArns(instance, reader).catch((error: unknown) => {
    if (instance.ownerAccount !== reader.caller.account && isOthers(error)) return undefined;
    throw error;
  });
  if (arns === undefined) return undefined;
  const principals = createPrincipals(instance, reader);
  return mapLimit(arns, async (arn) => ({
    ...(await readPermissionSet(arn, instance, reader)),
    assignments: await settlePart(readAssignments(arn, instance, { reader, principals })),
  }));
}

function listArns({ arn, region }: InstanceIn, reader: Reader): Promise<readonly string[]> {
  const { clients, caller, signal } = reader;
  return readList({
    action,
    send: (NextToken) =>
      identityCenterClient(clients, region).send(
        new ListPermissionSetsProvisionedToAccountCommand({
          InstanceArn: arn,
          AccountId: caller.account,
          MaxResults: 100,
          NextToken,
        }),
        { abortSignal: signal },
      ),
    list: (page) => page.PermissionSets,
  });
}

/** Denied because the instance is another account's, and not by a policy of the caller's own. */
function isOthers(error: unknown): boolean {
  if (!(error instanceof RolecallError) || error.code !== 'ACCESS_DENIED') return false;
  const { message } = readFailure(error.details.cause);
  return !/explicit deny|because no identity-based policy/.test(message);
}
