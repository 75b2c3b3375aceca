import type { ByRegion } from '../by-region.ts';
import { once } from '../once.ts';
import type { RegionalContext } from '../read-context.ts';
import { describeInstance, type InstanceDetails } from './describe-instance.ts';
import { type ListedInstance, readInstances } from './list-instances.ts';

/** What several parts ask of Identity Center, each call made once. */
export interface IdentityCenter {
  readonly instances: () => Promise<ByRegion<readonly ListedInstance[]>>;
  readonly describe: (
    instance: ListedInstance,
    region: string,
  ) => Promise<InstanceDetails | undefined>;
}

export function createIdentityCenter(context: RegionalContext): IdentityCenter {
  const described = new Map<string, Promise<InstanceDetails | undefined>>();
  return {
    instances: once(() => readInstances(context)),
    describe: (instance, region) => {
      const key = `${region} ${instance.arn}`;
      const details = described.get(key) ?? describeInstance(instance, region, context);
      described.set(key, details);
      return details;
    },
  };
}
