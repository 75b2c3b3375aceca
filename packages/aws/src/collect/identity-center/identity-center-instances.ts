import type { PartValue } from '@rolecall/core';
import { readOnByRegion } from '../by-region.ts';
import { mapLimit } from '../map-limit.ts';
import type { Reader } from '../reader.ts';

/** A call per region, and one per instance. */
export async function readIdentityCenterInstances(
  reader: Reader,
): Promise<PartValue<'identityCenterInstances'>> {
  return readOnByRegion(await reader.identityCenter.instances(), (instances, region) =>
    mapLimit(instances, async (instance) => {
      const details = await reader.identityCenter.describe(instance, region);
      const { arn, identityStoreId, ownerAccount, status, createdAt } = instance;
      return { arn, identityStoreId, ownerAccount, status, createdAt, keyType: details?.keyType };
    }),
  );
}
