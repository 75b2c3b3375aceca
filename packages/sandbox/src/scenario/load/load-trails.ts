import type { Loading } from '../loading.ts';

export function loadTrails({ account, scenario, ago, fill, region }: Loading): void {
  for (const given of scenario.trails) {
    const homeRegion = region(given.region);
    const owner = given.ownerAccount === 'self' ? account.id : given.ownerAccount;
    const { partition } = account;
    const arn = `arn:${partition}:cloudtrail:${homeRegion}:${owner}:trail/${given.name}`;
    const group = given.logGroup;
    account.trails.set(arn, {
      arn,
      name: given.name,
      homeRegion,
      multiRegion: given.multiRegion,
      organization: given.organization,
      globalEvents: given.globalEvents,
      logFileValidation: given.logFileValidation,
      bucket: given.bucket,
      kmsKey: given.kmsKey === undefined ? undefined : fill(given.kmsKey),
      logGroupArn: group && `arn:${partition}:logs:${homeRegion}:${owner}:log-group:${group}:*`,
      logging: given.logging,
      startedAt: given.logging ? ago(given.startedDaysAgo) : undefined,
      deliveryError: given.deliveryError,
      selectors: given.selectors,
      advancedSelectors: given.advancedSelectors,
    });
  }
}
