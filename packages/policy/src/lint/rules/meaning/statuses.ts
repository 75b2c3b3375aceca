import type { CodeStatus } from '../../code-status.ts';

const done: CodeStatus = { status: 'done' };

function assumption(note: string): CodeStatus {
  return { status: 'assumption', note };
}

const grantsElsewhere =
  'Only identity policies; one finding names every matching Action, then every matching Resource. ' +
  'Open is what covers role/* (role/aws-service-role/* for service-linked roles).';
const notElements =
  `${grantsElsewhere} NotAction and NotResource are located as whole elements; a condition on the ` +
  'service that is used bounds these forms too.';
const s3Only = 'Only policies validated as attached to an S3 resource type.';
const wholeValue = 'Located at the whole value of the key.';

/** How far each code of `meaningRules` can be relied on. */
export const meaningStatuses: ReadonlyMap<string, CodeStatus> = new Map([
  ['CREATE_SLR_WITH_NOT_RESOURCE', assumption(notElements)],
  ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE', assumption(notElements)],
  ['CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE', assumption(notElements)],
  ['CREATE_SLR_WITH_STAR_IN_RESOURCE', done],
  ['CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE', done],
  ['CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', assumption(notElements)],
  ['PASS_ROLE_WITH_NOT_RESOURCE', assumption(notElements)],
  ['PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE', assumption(notElements)],
  ['PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE', assumption(notElements)],
  ['PASS_ROLE_WITH_STAR_IN_RESOURCE', done],
  ['PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', done],
  ['PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION', assumption(notElements)],
  [
    'ALLOW_WITH_NOT_PRINCIPAL',
    assumption('Only resource policies other than trust policies, which refuse NotPrincipal.'),
  ],
  ['PRIVATE_IP_ADDRESS', assumption(`Private is RFC 1918 and RFC 4193. ${wholeValue}`)],
  ['PRIVATE_NOT_IP_ADDRESS', assumption(`Private is RFC 1918 and RFC 4193. ${wholeValue}`)],
  ['PRIVATE_IP_ADDRESS_SUBSET', assumption(`Private is RFC 1918 and RFC 4193. ${wholeValue}`)],
  ['PRIVATE_NOT_IP_ADDRESS_SUBSET', assumption(`Private is RFC 1918 and RFC 4193. ${wholeValue}`)],
  ['INVALID_VPC_FORMAT', assumption('Patterns of Like operators and variables are let pass.')],
  ['INVALID_VPCE_FORMAT', assumption('Patterns of Like operators and variables are let pass.')],
  [
    'UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    assumption(
      `${s3Only} Keys: aws:PrincipalArn, PrincipalAccount, PrincipalOrgID, PrincipalOrgPaths, ` +
        'PrincipalTag/…; only where all principals are services and the key has to be there.',
    ),
  ],
  [
    'MISSING_ACTION_FOR_CONDITION_KEY',
    assumption(
      'The reference gives no list: sts:SourceIdentity needs sts:SetSourceIdentity and ' +
        'sts:TransitiveTagKeys needs sts:TagSession beside sts:AssumeRole.',
    ),
  ],
  [
    'MISMATCHED_ACTION_FOR_PRINCIPAL',
    assumption('A mixed statement is reported only for what has no counterpart in it.'),
  ],
  [
    'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
    assumption('The three actions have to stand in one statement. Located at Action.'),
  ],
  [
    'INVALID_KMS_KEY_VALUE',
    assumption(
      'The reference gives no list: only s3:x-amz-server-side-encryption-aws-kms-key-id. ' +
        'Patterns and variables are let pass.',
    ),
  ],
  [
    'VARIABLE_USAGE_TOO_PERMISSIVE',
    assumption(
      'Sensitive keys but for variables that are sensitive keys themselves; aws:userid; the ' +
        'six-character rule on the sub of identity providers in resource policies only.',
    ),
  ],
  [
    'WILDCARD_USAGE_TOO_PERMISSIVE',
    assumption(
      'Sensitive keys and aws:userid everywhere; the six-character rule on the sub of identity ' +
        'providers in resource policies only. AWS managed policies break it for other keys ' +
        'without a finding.',
    ),
  ],
  [
    'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
    assumption(
      'Each value of sub that does not name repository and ref without wildcards, unless a ' +
        'condition on the ref claim without wildcards names it.',
    ),
  ],
  [
    'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    assumption(
      'Keys: aws:PrincipalArn, PrincipalAccount, PrincipalOrgID, PrincipalOrgPaths, ' +
        'PrincipalTag/…; Bool satisfies it as BoolIfExists does.',
    ),
  ],
  [
    'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
    assumption('Keys: aws:SourceArn, SourceAccount, SourceOrgID, SourceOrgPaths.'),
  ],
  [
    'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    assumption('Keys: aws:SourceArn, SourceAccount, SourceOrgID, SourceOrgPaths.'),
  ],
  [
    'UNTRUSTWORTHY_CONDITION_KEY',
    assumption('The reference gives no list: aws:Referer and aws:UserAgent, in any statement.'),
  ],
  [
    'MISSING_PAIRED_CONDITION_KEYS',
    assumption(
      'aws:VpcSourceIp without a VPC or endpoint; aws:SourceArn of an ARN without account, such ' +
        'as a bucket, without aws:SourceAccount. Located at the key.',
    ),
  ],
  [
    'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
    assumption(`${s3Only} Not where a stand-in such as aws:Referer is used.`),
  ],
  [
    'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
    assumption(`${s3Only} The reference names aws:Referer only.`),
  ],
  [
    'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
    assumption('Also for GitHub, beside MISSING_GITHUB_REPO_CONDITION_KEY.'),
  ],
  ['MISSING_GITHUB_REPO_CONDITION_KEY', assumption('Any condition on sub satisfies it.')],
  [
    'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
    assumption('Only Allow with an action that reads items; StringEqualsIfExists satisfies it.'),
  ],
  ['S3_PREFIX_IN_NEGATIVE_CONTEXT', assumption('StringEquals counts as StringLike does.')],
  [
    'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
    assumption('The aud of any provider; stands in for CONFIRM_AUDIENCE_CLAIM_TYPE.'),
  ],
  [
    'CONFIRM_AUDIENCE_CLAIM_TYPE',
    assumption('The aud of any provider that is not built in, with a qualifier or without.'),
  ],
  ['EQUIVALENT_TO_NULL_FALSE', done],
  ['EQUIVALENT_TO_NULL_TRUE', assumption('Comparisons with a lone * that hold only without key.')],
  [
    'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
    assumption('Comparisons with a lone * that always hold.'),
  ],
  [
    'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    assumption('Comparisons with a lone * that never hold.'),
  ],
  [
    'IRRELEVANT_CONDITION_KEY_IN_POLICY',
    assumption(`${s3Only} The reference names s3:ResourceAccount only.`),
  ],
]);
