/**
 * Where AWS offered Proton; elsewhere its endpoint never had an address. Source: endpoints of the AWS
 * SDKs (botocore 1.43.11).
 */
export const protonRegions: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];
