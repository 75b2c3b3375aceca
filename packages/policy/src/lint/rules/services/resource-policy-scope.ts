import type { ActionData } from '../../../actions/action-data.ts';
import { type MatchedAction, matchActions } from '../../../actions/match-actions.ts';
import { patternsMeet } from '../../../actions/patterns-meet.ts';
import type { PolicyResourceType } from '../../../language/policy-kind.ts';
import type { LintRule } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { splitArn } from '../structure/split-arn.ts';

/** What a policy attached to a kind of resource can speak of. */
interface Scope {
  readonly service: string;
  readonly takes: (action: MatchedAction) => boolean;
  /** Patterns of the ARNs; none where a policy names no resources. */
  readonly arns: readonly string[];
}

const anyAction = () => true;

const scopes: Readonly<Record<PolicyResourceType, Scope>> = {
  'AWS::S3::Bucket': {
    service: 's3',
    takes: ({ action }) =>
      action.resourceTypes.some((type) => type === 'bucket' || type === 'object'),
    arns: ['arn:*:s3:::*'],
  },
  'AWS::S3::AccessPoint': {
    service: 's3',
    takes: anyAction,
    arns: ['arn:*:s3:?*:?*:accesspoint/*', 'arn:*:s3:?*:?*:accesspoint:*'],
  },
  'AWS::S3::MultiRegionAccessPoint': {
    service: 's3',
    takes: anyAction,
    arns: ['arn:*:s3::?*:accesspoint/*', 'arn:*:s3::?*:accesspoint:*'],
  },
  'AWS::S3ObjectLambda::AccessPoint': {
    service: 's3-object-lambda',
    takes: anyAction,
    arns: ['arn:*:s3-object-lambda:?*:?*:accesspoint/*'],
  },
  'AWS::IAM::AssumeRolePolicyDocument': { service: 'sts', takes: anyAction, arns: [] },
  'AWS::DynamoDB::Table': {
    service: 'dynamodb',
    takes: ({ action }) => action.resourceTypes.length > 0,
    arns: ['arn:*:dynamodb:?*:?*:table/*'],
  },
};

/** UNSUPPORTED_ACTION_IN_POLICY and UNSUPPORTED_RESOURCE_ARN_IN_POLICY */
export const resourcePolicyScopeRule: LintRule = (document, data) => {
  const { policyType, resourceType } = document;
  if (policyType !== 'RESOURCE_POLICY' || resourceType === undefined) return [];
  const scope = scopes[resourceType];
  return document.statements.flatMap(({ actions, resources }) => [
    ...actions
      .filter(({ value, negated }) => !negated && isOutside(value, scope, data))
      .map(({ value, place }) =>
        found(
          'UNSUPPORTED_ACTION_IN_POLICY',
          `${value} is no action on the resource that the policy is attached to.`,
          place,
        ),
      ),
    ...resources
      .filter(({ value }) => scope.arns.length > 0 && isOtherArn(value, scope.arns))
      .map(({ value, place }) =>
        found(
          'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
          `${value} is no ARN of the kind of resource that the policy is attached to.`,
          place,
        ),
      ),
  ]);
};

/** Names that do not exist have a finding of their own. */
function isOutside(action: string, scope: Scope, data: ActionData): boolean {
  if (/^\*+(?::\*+)?$/.test(action)) return false;
  const matched = matchActions(action, data);
  if (matched.length === 0) return false;
  return !matched.some((one) => one.service.prefix === scope.service && scope.takes(one));
}

/** Only `*` and whole ARNs are judged; other texts have a finding of their own. */
function isOtherArn(text: string, arns: readonly string[]): boolean {
  if (text === '*') return true;
  const fields = splitArn(text);
  if (fields[0] !== 'arn' || fields.length < 6) return false;
  const open = fields.map((field) => (field.includes('${') ? '*' : field));
  return !arns.some((arn) => {
    const expected = splitArn(arn);
    return open.every((field, index) => patternsMeet(field, expected[index] ?? ''));
  });
}
