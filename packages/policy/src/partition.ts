/**
 * AWS partitions and what differs between them.
 * Source: the partitions file of the AWS SDKs (botocore 1.43.11), read 2026-11-20.
 */
export interface Partition {
  readonly id: string;
  /** Region whose endpoint serves IAM, the control plane of the whole partition. */
  readonly iamRegion: string;
  /** Host of the console's sign-in pages, after `https://{account}.`. */
  readonly signInHost: string;
  readonly regionPattern: RegExp;
}

export const partitions: readonly Partition[] = [
  {
    id: 'aws',
    iamRegion: 'us-east-1',
    signInHost: 'signin.aws.amazon.com',
    regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  },
  {
    id: 'aws-cn',
    iamRegion: 'cn-north-1',
    signInHost: 'signin.amazonaws.cn',
    regionPattern: /^cn-\w+-\d+$/,
  },
  {
    id: 'aws-us-gov',
    iamRegion: 'us-gov-west-1',
    signInHost: 'signin.amazonaws-us-gov.com',
    regionPattern: /^us-gov-\w+-\d+$/,
  },
  {
    id: 'aws-eusc',
    iamRegion: 'eusc-de-east-1',
    signInHost: 'signin.amazonaws-eusc.eu',
    regionPattern: /^eusc-\w+-\w+-\d+$/,
  },
  {
    id: 'aws-iso',
    iamRegion: 'us-iso-east-1',
    signInHost: 'signin.c2shome.ic.gov',
    regionPattern: /^us-iso-\w+-\d+$/,
  },
  {
    id: 'aws-iso-b',
    iamRegion: 'us-isob-east-1',
    signInHost: 'signin.sc2shome.sgov.gov',
    regionPattern: /^us-isob-\w+-\d+$/,
  },
  {
    id: 'aws-iso-e',
    iamRegion: 'eu-isoe-west-1',
    signInHost: 'signin.csphome.adc-e.uk',
    regionPattern: /^eu-isoe-\w+-\d+$/,
  },
  {
    id: 'aws-iso-f',
    iamRegion: 'us-isof-south-1',
    signInHost: 'signin.csphome.hci.ic.gov',
    regionPattern: /^us-isof-\w+-\d+$/,
  },
];

export function findPartition(id: string): Partition | undefined {
  return partitions.find((partition) => partition.id === id);
}
