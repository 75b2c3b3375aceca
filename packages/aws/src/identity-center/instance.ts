import { ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { readByRegion, searchRegions } from '../collect/by-region.ts';
import { readList } from '../collect/read-list.ts';
import { readRegions } from '../collect/regions.ts';
import { identityCenterClient } from '../collect/service-clients.ts';

/** The instance of Identity Center that the account manages. */
export interface Instance {
  readonly arn: string;
  readonly identityStoreId: string;
  /** In which it is administered. */
  readonly region: string;
}

const found = new WeakMap<AwsClients, Promise<Instance | undefined>>();

/** Keeps what a collection found, for the reads and writes that follow it. */
export function rememberInstance(clients: AwsClients, instance: Instance | undefined): void {
  found.set(clients, Promise.resolve(instance));
}

/** A call per region, where no collection went before. */
export function findInstance(clients: AwsClients): Promise<Instance | undefined> {
  const known = found.get(clients);
  if (known !== undefined) return known;
  const searching = searchInstance(clients);
  found.set(clients, searching);
  // What failed may succeed the next time.
  searching.catch(() => found.delete(clients));
  return searching;
}

async function searchInstance(clients: AwsClients): Promise<Instance | undefined> {
  const signal = new AbortController().signal;
  const action = 'sso:ListInstances';
  const instances = await readByRegion(await readRegions({ clients, signal }), (region) =>
    readList({
      action,
      send: (NextToken) =>
        identityCenterClient(clients, region).send(new ListInstancesCommand({ NextToken })),
      list: (page) => page.Instances,
    }),
  );
  const [first] = searchRegions(instances);
  if (first === undefined) return undefined;
  return {
    arn: required(first.value.InstanceArn, action, 'InstanceArn'),
    identityStoreId: required(first.value.IdentityStoreId, action, 'IdentityStoreId'),
    region: first.value.PrimaryRegion || first.region,
  };
}
