import { patternCovers } from '../../../wildcard.ts';
import type { LintCondition, LintStatement, PatternText, Place } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import {
  coversAction,
  hasWildcard,
  patternsOfAction,
  ruleOfStatements,
  shortForm,
  testsOf,
} from './statement-queries.ts';

/**
 * CREATE_SLR_* and PASS_ROLE_*: a statement that lets its principals create any service-linked role
 * or pass any role. Each statement is judged alone: a Deny elsewhere changes nothing, nor does a
 * condition on a key that is not about the role (aws:CalledVia, aws:IsMcpServiceAction).
 */
export const roleGrantRule = ruleOfStatements((statement, { policyType }) => {
  if (policyType !== 'IDENTITY_POLICY' || statement.effect !== 'Allow') return [];
  return grants.flatMap((grant) => findingsOf(statement, grant));
});

interface Grant {
  readonly code: string;
  readonly action: string;
  /** Resource part of ARNs that have to be covered for a grant to be open. */
  readonly anyResource: string;
  readonly isBounded: (statement: LintStatement) => boolean;
  readonly harm: string;
}

const grants: readonly Grant[] = [
  {
    code: 'CREATE_SLR',
    action: 'iam:CreateServiceLinkedRole',
    anyResource: 'role/aws-service-role/*',
    isBounded: namesServices,
    harm: 'This lets service-linked roles be created for any service. Name the resource ARNs.',
  },
  {
    code: 'PASS_ROLE',
    action: 'iam:PassRole',
    anyResource: 'role/*',
    isBounded: (statement) =>
      isRequired(statement, 'iam:PassedToService') ||
      isForLambdaIfAny(statement) ||
      isRequired(statement, 'iam:AssociatedResourceArn'),
    harm: 'This lets any role be passed. Name the roles, or add the key iam:PassedToService.',
  },
];

/** A wildcard in the service name leaves the grant open (AlexaForBusinessFullAccess has one). */
function namesServices(statement: LintStatement): boolean {
  return testsOf(statement, 'iam:AWSServiceName').some(
    (condition) => needsKey(condition) && !condition.values.some(({ value }) => hasWildcard(value)),
  );
}

/** IfExists leaves the grant open (AWSServiceRoleForAmazonEKSNodegroup has one). */
function isRequired(statement: LintStatement, key: string): boolean {
  return testsOf(statement, key).some(needsKey);
}

/**
 * Only Lambda is taken to be named even with IfExists: AWSLambdaReplicator and
 * AWSRoboMakerServiceRolePolicy have no finding, the like for EC2 and CodeBuild have one.
 */
function isForLambdaIfAny(statement: LintStatement): boolean {
  return testsOf(statement, 'iam:PassedToService').some(
    ({ operator, values }) =>
      operator?.ifExists === true &&
      !operator.negated &&
      values.length > 0 &&
      values.every(({ value }) => value === 'lambda.amazonaws.com'),
  );
}

function needsKey({ operator }: LintCondition): boolean {
  return (
    operator !== undefined &&
    !operator.negated &&
    !operator.ifExists &&
    operator.qualifier !== 'ForAllValues'
  );
}

function findingsOf(statement: LintStatement, grant: Grant): readonly RuleFinding[] {
  const actions = openActions(statement, grant.action);
  const resource = actions.length > 0 ? openResource(statement, grant) : undefined;
  if (resource === undefined || grant.isBounded(statement)) return [];
  return actions.map((action) => ({
    issueCode: `${grant.code}_WITH_${suffixOf(action.form, resource.negated)}`,
    details: `${subjectOf(action.form, grant.action)} goes with ${
      resource.negated ? 'NotResource' : 'a wildcard in Resource'
    }. ${grant.harm}`,
    places: [...action.places, ...resource.places],
  }));
}

type ActionForm = 'named' | 'wildcard' | 'negated';

interface OpenActions {
  readonly form: ActionForm;
  readonly places: readonly Place[];
}

function openActions(statement: LintStatement, action: string): readonly OpenActions[] {
  const notAction = statement.elements.get('NotAction');
  if (!statement.elements.has('Action'))
    return notAction !== undefined && !statement.actions.some((one) => coversAction(one, action))
      ? [{ form: 'negated', places: [notAction.place] }]
      : [];
  const covering = patternsOfAction(statement, action);
  const named = covering.filter(({ value }) => !hasWildcard(value));
  const wild = covering.filter(({ value }) => hasWildcard(value));
  return [
    { form: 'named' as const, places: named.map(({ place }) => place) },
    { form: 'wildcard' as const, places: wild.map(({ place }) => place) },
  ].filter(({ places }) => places.length > 0);
}

interface OpenResource {
  readonly negated: boolean;
  readonly places: readonly Place[];
}

function openResource(statement: LintStatement, grant: Grant): OpenResource | undefined {
  const open = statement.resources.filter((resource) => coversAny(resource, grant.anyResource));
  if (statement.elements.has('Resource')) {
    const places = open.filter(({ negated }) => !negated).map(({ place }) => place);
    return places.length > 0 ? { negated: false, places } : undefined;
  }
  const notResource = statement.elements.get('NotResource');
  // Excluding every role leaves nothing to pass.
  if (notResource === undefined || open.length > 0) return undefined;
  return { negated: true, places: [notResource.place] };
}

const anyAccount = '123456789012';

/** Room for a variable in place of the account. */
const longestVariable = 64;

/** Whether the pattern covers every IAM resource of this form in some account. */
function coversAny({ value }: PatternText, anyResource: string): boolean {
  const arn = `arn:aws-us-gov:iam::${anyAccount}:${anyResource}`;
  const pattern = hasWildcard(value) ? shortForm(value, arn.length + longestVariable) : undefined;
  if (pattern === undefined) return false;
  // The colon in a variable separates no fields.
  const fields = pattern.replace(/\$\{[^{}]*\}/g, 'variable').split(':');
  const [prefix, partition, service, region, , ...resource] = fields;
  if (prefix !== 'arn' || partition === undefined || service === undefined || resource.length === 0)
    return patternCovers(pattern, `arn:aws:iam::${anyAccount}:${anyResource}`);
  return (
    patternCovers(service, 'iam') &&
    patternCovers(region ?? '', '') &&
    patternCovers(resource.join(':'), anyResource)
  );
}

function suffixOf(form: ActionForm, notResource: boolean): string {
  const resource = notResource ? 'NOT_RESOURCE' : 'STAR_IN_RESOURCE';
  switch (form) {
    case 'named':
      return resource;
    case 'wildcard':
      return notResource ? 'STAR_IN_ACTION_AND_NOT_RESOURCE' : 'STAR_IN_ACTION_AND_RESOURCE';
    case 'negated':
      return notResource ? 'NOT_ACTION_AND_NOT_RESOURCE' : 'STAR_IN_RESOURCE_AND_NOT_ACTION';
    default:
      return form satisfies never;
  }
}

function subjectOf(form: ActionForm, action: string): string {
  switch (form) {
    case 'named':
      return action;
    case 'wildcard':
      return `A wildcard that covers ${action}`;
    case 'negated':
      return `NotAction, which leaves ${action} in,`;
    default:
      return form satisfies never;
  }
}
