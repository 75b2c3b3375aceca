import { splitAction } from '../../../actions/match-actions.ts';
import { eachStatement, found } from '../structure/each-statement.ts';

/** Services that send aws:VpceAccount and aws:VpceOrgPaths. */
const services = [
  ...['acm-pca', 'applicationinsights', 'apprunner', 'athena', 'cloudformation'],
  ...['comprehendmedical', 'compute-optimizer', 'datasync', 'discovery', 'dynamodb', 'ebs', 'ecr'],
  ...['ecs', 'firehose', 'gamelift', 'healthlake', 'iam', 'iotfleetwise', 'iotwireless'],
  ...['kinesisanalytics', 'kms', 'lambda', 'medical-imaging', 'omics', 'payment-cryptography'],
  ...['polly', 'rbin', 'rekognition', 'route53', 's3', 'scheduler', 'servicediscovery'],
  ...['servicequotas', 'shield', 'ssm-contacts', 'storagegateway', 'textract', 'transcribe'],
  'transfer',
];
const moreForOrganizations = [
  ...['b2bi', 'cassandra', 'cognito-identity', 'dms', 'ds-data', 'identitystore', 'iottwinmaker'],
  ...['network-firewall', 'pricing', 'ses', 'sms-voice', 'sqs', 'workmail'],
];

/** Source: IAM User Guide, "AWS global condition context keys", the keys' lists of services. */
const supported: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['aws:vpceaccount', new Set(services)],
  ['aws:vpceorgpaths', new Set(services)],
  ['aws:vpceorgid', new Set([...services, ...moreForOrganizations])],
]);

/** USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES */
export const vpceKeySupportRule = eachStatement(({ actions, conditions }, { resourceType }) => {
  // A policy on a resource is as narrow as the resource.
  if (resourceType !== undefined || actions.length === 0) return [];
  return conditions.flatMap(({ key, keyPlace }) => {
    const list = supported.get(key.toLowerCase());
    const isScoped = actions.every(
      ({ value, negated }) =>
        !negated &&
        list?.has(splitAction(value).prefix.toLowerCase()) &&
        value.toLowerCase() !== 'iam:passrole',
    );
    if (list === undefined || isScoped) return [];
    return [
      found(
        'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
        `Only some services send ${key}; narrow Action to them.`,
        keyPlace,
      ),
    ];
  });
});
