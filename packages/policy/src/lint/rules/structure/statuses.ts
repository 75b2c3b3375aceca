import type { CodeStatus } from '../../code-status.ts';

/** How far the codes of the rules in this folder can be relied on. */
export const structureStatuses: ReadonlyMap<string, CodeStatus> = new Map([
  ...entries('done', [
    'EMPTY_ARRAY_ACTION',
    'EMPTY_ARRAY_CONDITION',
    'EMPTY_ARRAY_CONDITION_FORALLVALUES',
    'EMPTY_ARRAY_CONDITION_FORANYVALUE',
    'EMPTY_ARRAY_CONDITION_IFEXISTS',
    'EMPTY_ARRAY_PRINCIPAL',
    'EMPTY_ARRAY_RESOURCE',
    'EMPTY_OBJECT_PRINCIPAL',
    'EMPTY_SID_VALUE',
    'EMPTY_VARIABLE',
    'IMPROVE_IP_RANGE',
    'INVALID_ARN_PREFIX',
    'INVALID_CONDITION_KEY_FORMAT',
    'INVALID_CONDITION_MULTIPLE_BOOLEAN',
    'INVALID_CONDITION_OPERATOR',
    'INVALID_EFFECT',
    'INVALID_POLICY_ELEMENT',
    'INVALID_PRINCIPAL_FORMAT',
    'INVALID_PRINCIPAL_KEY',
    'INVALID_ROLE_REFERENCE',
    'INVALID_USER_REFERENCE',
    'INVALID_VARIABLE_FOR_OPERATOR',
    'INVALID_VERSION',
    'MISSING_ACTION',
    'MISSING_ARN_FIELD',
    'MISSING_BRACE_IN_VARIABLE',
    'MISSING_EFFECT',
    'MISSING_PRINCIPAL',
    'MISSING_QUOTE_IN_VARIABLE',
    'MISSING_STATEMENT',
    'MISSING_VERSION',
    'NULL_WITH_IF_EXISTS',
    'NULL_WITH_QUALIFIER',
    'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
    'RCP_SYNTAX_ERROR_NOTACTION',
    'REDUNDANT_ACTION',
    'REDUNDANT_CONDITION_VALUE_NUM',
    'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
    'REDUNDANT_RESOURCE',
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
    'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
    'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    'SCP_SYNTAX_ERROR_PRINCIPAL',
    'TYPE_MISMATCH_IP_RANGE',
    'TYPE_MISMATCH_NUMBER',
    'TYPE_MISMATCH_STRING',
    'UNIQUE_SIDS_RECOMMENDED',
    'UNSUPPORTED_PRINCIPAL',
    'UNSUPPORTED_SPACE_IN_VARIABLE',
    'VARIABLE_UNSUPPORTED_IN_VERSION',
    'WILDCARD_WITHOUT_LIKE_OPERATOR',
  ]),
  assumed(
    'DATA_TYPE_MISMATCH',
    'A document that is no object gets it as well; an object or null among the values of a key is reported once.',
  ),
  assumed('EMPTY_OBJECT_CONDITION', 'An operator without keys fires, too.'),
  assumed(
    'JSON_SYNTAX_ERROR',
    'Located at the first fault, with an empty span; AWS may stop at another character.',
  ),
  assumed('MISSING_RESOURCE', 'A trust policy that is sent without its resource type gets it.'),
  assumed(
    'TYPE_MISMATCH_BOOLEAN',
    'Values of Null are checked as those of Bool are; letters in any case pass.',
  ),
  assumed('DUPLICATE_KEYS_WITH_DIFFERENT_CASE', 'One finding names every spelling of the key.'),
  assumed(
    'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
    'Without a resource type, a statement about actions of STS counts as one of a trust policy.',
  ),
  assumed('INVALID_ARN_ACCOUNT', 'The owners aws, amazon, aws-marketplace and cloudfront pass.'),
  assumed('INVALID_CONDITION_DATA_TYPE', 'Located at the whole list of values.'),
  assumed('INVALID_DATE_VALUE', 'Every number is taken for seconds since 1970, a year alone too.'),
  assumed(
    'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
    'A domain with or without a path, or the ARN of a SAML or OIDC provider passes.',
  ),
  assumed('POLICY_SIZE_EXCEEDS_RCP_QUOTA', 'White space counts.'),
  assumed('POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA', '20,480 characters for every resource.'),
  assumed('POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA', 'The standard quota of 2,048 characters.'),
  assumed('POLICY_SIZE_EXCEEDS_SCP_QUOTA', '10,240 characters; white space counts.'),
  assumed(
    'RCP_SYNTAX_ERROR_ALLOW',
    'Located at what narrows the Allow; a Principal other than "*" gets RCP_SYNTAX_ERROR_PRINCIPAL as well.',
  ),
  assumed('RCP_SYNTAX_ERROR_PRINCIPAL', '{ "AWS": "*" } passes for "*".'),
  assumed(
    'REDUNDANT_STATEMENT',
    'Statements are the same if they differ only in Sid, order, lists of one and case of names.',
  ),
  assumed('TYPE_MISMATCH_DATE', 'A time without a zone passes.'),
  assumed('UNIQUE_SIDS_REQUIRED', 'Identity and trust policies, SCPs and RCPs.'),
  assumed('UNSUPPORTED_ELEMENT_COMBINATION', 'Located at the values of both elements.'),
  assumed('UNSUPPORTED_SID', 'Identity and trust policies, SCPs and RCPs.'),
  assumed(
    'UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
    '"*" alone passes below AWS only; a wildcard below Federated fires in trust policies, too.',
  ),
  assumed('VARIABLE_UNSUPPORTED_IN_ELEMENT', 'Looked for in Sid, Principal and Action.'),
  assumed(
    'WILDCARD_IN_SERVICE_NAME',
    'ARNs and prefixes of actions; an action such as *:* is everything and passes.',
  ),
  [
    'SCP_SYNTAX_ERROR_ACTION_WILDCARD',
    {
      status: 'not-done',
      note: 'Service control policies take wildcards anywhere in actions since 2025-09-19.',
    },
  ],
]);

type Entry = readonly [code: string, status: CodeStatus];

function entries(status: CodeStatus['status'], codes: readonly string[]): readonly Entry[] {
  return codes.map((code) => [code, { status }]);
}

function assumed(code: string, note: string): Entry {
  return [code, { status: 'assumption', note }];
}
