/**
 * What AWS Security Hub calls the kind of resource that an ARN names; `Other` for what it has no word
 * for.
 * Source: AWS Security Hub User Guide, "Resource types in ASFF".
 */
export function resourceType(arn: string): string {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^arn:[^:]+:iam::\d{12}:root$/, 'AwsAccount'],
    [/^arn:[^:]+:iam::\d*:user\//, 'AwsIamUser'],
    [/^arn:[^:]+:iam::\d*:role\//, 'AwsIamRole'],
    [/^arn:[^:]+:iam::\d*:group\//, 'AwsIamGroup'],
    [/^arn:[^:]+:iam::(\d*|aws):policy\//, 'AwsIamPolicy'],
    [/^arn:[^:]+:cloudtrail:[^:]+:\d+:trail\//, 'AwsCloudTrailTrail'],
    [/^arn:[^:]+:ec2:[^:]+:\d+:instance\//, 'AwsEc2Instance'],
    [/^arn:[^:]+:sns:[^:]+:\d+:/, 'AwsSnsTopic'],
  ];
  return kinds.find(([pattern]) => pattern.test(arn))?.[1] ?? 'Other';
}
