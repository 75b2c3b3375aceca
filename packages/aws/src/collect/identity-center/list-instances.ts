import { type InstanceMetadata, ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import { required } from '../../ask.ts';
import { type ByRegion, readByRegion } from '../by-region.ts';
import type { RegionalContext } from '../read-context.ts';
import { readList } from '../read-list.ts';
import { identityCenterClient } from '../service-clients.ts';

const action = 'sso:ListInstances';

export interface ListedInstance {
  readonly arn: string;
  readonly identityStoreId: string;
  readonly ownerAccount: string;
  readonly status: string;
  readonly createdAt: string | undefined;
  /** Of an instance that was replicated to several regions, where it is administered. */
  readonly primaryRegion: string | undefined;
}

/** Instances of this account and of its organization, a call per region. */
export async function readInstances(
  context: RegionalContext,
): Promise<ByRegion<readonly ListedInstance[]>> {
  const { clients, signal } = context;
  return readByRegion(await context.regions(), async (region) => {
    const instances = await readList({
      action: action,
      send: (NextToken) =>
        identityCenterClient(clients, region).send(new ListInstancesCommand({ NextToken }), {
          abortSignal: signal,
        }),
      list: (page) => page.Instances,
    });
    return instances.map(readInstance);
  });
}

function readInstance(instance: InstanceMetadata): ListedInstance {
  const member = <T>(name: string, value: T | undefined) => required(value, action, name);
  return {
    arn: member('InstanceArn', instance.InstanceArn),
    identityStoreId: member('IdentityStoreId', instance.IdentityStoreId),
    ownerAccount: member('OwnerAccountId', instance.OwnerAccountId),
    status: member('Status', instance.Status),
    createdAt: instance.CreatedDate?.toISOString(),
    primaryRegion: instance.PrimaryRegion || undefined,
  };
}
