import type { CodeStatus } from '../../code-status.ts';

const done: CodeStatus = { status: 'done' };

function assumption(note: string): CodeStatus {
  return { status: 'assumption', note };
}

const formats =
  'Only where every published format that the resource may have agrees; a field with a wildcard or ' +
  'a variable is never reported.';
const tags =
  'Condition key of the action and of its resource types; aws:ResourceTag only. Not for actions ' +
  'that take aws:RequestTag, nor for patterns that match an action with tags. ' +
  'Not for negated, …IfExists and Null operators, which hold without the key.';
const attached = 'Only policies validated as attached to a kind of resource.';

/** How far each code of `serviceRules` can be relied on. */
export const serviceStatuses: ReadonlyMap<string, CodeStatus> = new Map([
  ['INVALID_ACTION', done],
  ['INVALID_SERVICE_IN_ACTION', done],
  ['INVALID_SERVICE', done],
  ['INVALID_ARN_SERVICE_CASE', done],
  ['ARN_ACCOUNT_NOT_ALLOWED', assumption(formats)],
  ['ARN_REGION_NOT_ALLOWED', assumption(formats)],
  ['MISSING_ARN_REGION', assumption(formats)],
  [
    'MISSING_ARN_ACCOUNT',
    assumption(`${formats} Only services whose formats are complete, and none that AWS owns.`),
  ],
  [
    'INVALID_ARN_RESOURCE',
    assumption(
      'Only services whose formats are complete: AWS managed policies name resources of others ' +
        'that match no format, without a finding.',
    ),
  ],
  [
    'INVALID_ARN_REGION',
    assumption('Regions of the partition; whether the service is there is not looked up.'),
  ],
  [
    'INVALID_PARTITION',
    assumption('Unknown partitions; whether the service is there is not looked up.'),
  ],
  ['INVALID_REGION', assumption('Values of aws:RequestedRegion and ec2:Region.')],
  ['INVALID_GLOBAL_CONDITION_KEY', done],
  ['UNSUPPORTED_GLOBAL_CONDITION_KEY', done],
  [
    'DEPRECATED_GLOBAL_CONDITION_KEY',
    {
      status: 'not-done',
      note: 'The reference names aws:ARN only, which UNSUPPORTED_GLOBAL_CONDITION_KEY reports.',
    },
  ],
  ['INVALID_SERVICE_CONDITION_KEY', done],
  ['MISSING_QUALIFIER', done],
  ['FORALLVALUES_WITH_SINGLE_VALUED_KEY', done],
  [
    'TYPE_MISMATCH',
    assumption('Text operators fit keys of ARNs, and ARN operators fit tags and texts named ARN.'),
  ],
  ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS', done],
  [
    'UNSUPPORTED_ACTION_IN_POLICY',
    assumption(`${attached} Access points and trust policies: by service alone.`),
  ],
  ['UNSUPPORTED_RESOURCE_ARN_IN_POLICY', assumption(`${attached} "*" is refused too.`)],
  [
    'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
    assumption(
      'Keys of dynamodb, kms, s3 and sts with named actions of the same service. For other ' +
        'services AWS reports nothing although the reference says the same of them.',
    ),
  ],
  ['ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', done],
  ['DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', assumption(tags)],
  ['ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', assumption(tags)],
  ['DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE', assumption(tags)],
  [
    'RCP_SYNTAX_ERROR_ACTION',
    assumption('"*" is refused but for the statement that allows everything.'),
  ],
  [
    'MISSING_TAG_KEY_IN_CONDITION',
    assumption('Also for keys of services, such as ec2:ResourceTag.'),
  ],
  [
    'INVALID_SERVICE_PRINCIPAL_FORMAT',
    assumption(
      'aws:CalledVia takes one name before the domain and kms:ViaService a Region; other keys ' +
        'and Principal take any.',
    ),
  ],
  [
    'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
    assumption('Any action of another service, "*" and NotAction; not for attached policies.'),
  ],
]);
