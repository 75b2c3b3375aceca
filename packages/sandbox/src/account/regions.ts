import type { Account } from './account.ts';

export type RegionStatus = 'ENABLED' | 'ENABLED_BY_DEFAULT' | 'DISABLED';

/** By partition: what an account has from the start, and what it may opt in to. */
const regions: Readonly<Record<string, { readonly byDefault: string; readonly optIn: string }>> = {
  aws: {
    byDefault:
      'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2',
    optIn:
      'af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1',
  },
  'aws-cn': { byDefault: 'cn-north-1 cn-northwest-1', optIn: '' },
  'aws-us-gov': { byDefault: 'us-gov-east-1 us-gov-west-1', optIn: '' },
  'aws-eusc': { byDefault: 'eusc-de-east-1', optIn: '' },
};

/** The Regions of a partition, with those enabled that are named, or those AWS enables by itself. */
export function regionsOf(
  partition: string,
  enabled: readonly string[] | undefined,
): Map<string, RegionStatus> {
  const { byDefault, optIn } = regions[partition] ?? { byDefault: 'us-east-1', optIn: '' };
  const defaults = byDefault.split(' ');
  const named = enabled ?? defaults;
  const closed = [...optIn.split(' '), ...defaults].filter(
    (region) => region !== '' && !named.includes(region),
  );
  const entries: [string, RegionStatus][] = [
    ...named.map((region): [string, RegionStatus] => [
      region,
      defaults.includes(region) ? 'ENABLED_BY_DEFAULT' : 'ENABLED',
    ]),
    ...closed.map((region): [string, RegionStatus] => [region, 'DISABLED']),
  ];
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where AWS keeps what it keeps in one Region only. */
export function homeRegion(account: Account): string {
  const open = [...account.regions].find(([, status]) => status !== 'DISABLED')?.[0];
  return account.regions.get('us-east-1') === undefined ? (open ?? 'us-east-1') : 'us-east-1';
}
