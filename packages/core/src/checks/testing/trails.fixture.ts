import { known, unknown } from '../../model/part.ts';
import type { PartValue } from '../../model/snapshot.ts';

type Trail = PartValue<'trails'>[number];

const trailArn = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/all';
export const notTold = unknown({
  code: 'ACCESS_DENIED',
  message: 'no',
  permission: 'cloudtrail:GetTrailStatus',
});
export const stopped = known({ logging: false });

/** A trail that records everything everywhere, unless told otherwise. */
export function aTrail(trail: Partial<Trail> = {}): Trail {
  return {
    name: 'all',
    arn: trailArn,
    homeRegion: 'eu-west-1',
    multiRegion: true,
    organization: false,
    logFileValidation: true,
    bucket: 'logs',
    status: known({ logging: true }),
    managementEvents: known({ read: true, write: true, excludedSources: [] }),
    ...trail,
  };
}

export function events(read: boolean, write: boolean, ...excludedSources: readonly string[]) {
  return { managementEvents: known({ read, write, excludedSources }) };
}
