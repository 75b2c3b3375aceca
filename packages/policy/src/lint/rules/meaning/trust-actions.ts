import { trustPolicyType } from '../../../language/policy-kind.ts';
import type {
  LintDocument,
  LintStatement,
  PatternText,
  PrincipalText,
} from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import {
  appliesToAction,
  hasWildcard,
  principalsOfKind,
  ruleOfStatements,
} from './statement-queries.ts';

/** MISMATCHED_ACTION_FOR_PRINCIPAL and MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY. */
export const trustActionRule: LintRule = ruleOfStatements((statement, document) => {
  if (!mayBeTrustPolicy(document) || statement.effect !== 'Allow') return [];
  return [...mismatchedActions(statement), ...rolesAnywhere(statement)];
});

/** A trust policy, or a resource policy that does not say what it is attached to. */
export function mayBeTrustPolicy({ policyType, resourceType }: LintDocument): boolean {
  return (
    policyType === 'RESOURCE_POLICY' &&
    (resourceType === undefined || resourceType === trustPolicyType)
  );
}

/**
 * An action that none of the principals can call, and a principal that can call none of the
 * actions; a statement may well list several of both. Of an action listed twice the first counts,
 * so that the findings stay few however long the lists are.
 */
function mismatchedActions(statement: LintStatement): readonly RuleFinding[] {
  const actions = statement.actions.filter(({ negated }) => !negated);
  const principals = statement.principals.filter(({ negated }) => !negated);
  const named = new Map<string, PatternText>();
  for (const action of actions) {
    const name = action.value.toLowerCase();
    if (fits.has(name) && !named.has(name)) named.set(name, action);
  }
  // Patterns are taken to cover whatever the principals need.
  const coversMore = actions.some(({ value }) => hasWildcard(value));
  const strays = coversMore
    ? []
    : principals.filter((one) => ![...named.keys()].some((name) => fits.get(name)?.(one)));
  return [...named].flatMap(([name, action]) => {
    const isCallable = principals.length === 0 || principals.some((one) => fits.get(name)?.(one));
    const culprits = isCallable ? strays : principals;
    return culprits.length === 0 ? [] : [mismatch(action, culprits)];
  });
}

function mismatch(action: PatternText, principals: readonly PrincipalText[]): RuleFinding {
  return {
    issueCode: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
    details:
      `${action.value} cannot be called by ${principals.map(({ value }) => value).join(', ')}. ` +
      'SAML providers call sts:AssumeRoleWithSAML, OIDC providers ' +
      'sts:AssumeRoleWithWebIdentity, others sts:AssumeRole.',
    places: [action.place, ...principals.map(({ place }) => place)],
  };
}

/** Who can call an action, by its name in lower case. */
const fits: ReadonlyMap<string, (principal: PrincipalText) => boolean> = new Map([
  ['sts:assumerole', ({ kind }) => kind !== 'Federated'],
  ['sts:assumerolewithsaml', (one) => isEveryone(one) || isSamlProvider(one)],
  ['sts:assumerolewithwebidentity', (one) => isEveryone(one) || isOidcProvider(one)],
]);

function isEveryone({ value }: PrincipalText): boolean {
  return value === '*';
}

function isSamlProvider({ kind, value }: PrincipalText): boolean {
  return kind === 'Federated' && value.includes(':saml-provider/');
}

/** An OIDC provider of the account or one that IAM knows by its domain. */
export function isOidcProvider({ kind, value }: PrincipalText): boolean {
  if (kind !== 'Federated') return false;
  return value.startsWith('arn:') ? value.includes(':oidc-provider/') : value.includes('.');
}

const rolesAnywhereActions = ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'];

function rolesAnywhere(statement: LintStatement): readonly RuleFinding[] {
  const [principal] = principalsOfKind(statement, 'Service').filter(
    ({ value }) => value === 'rolesanywhere.amazonaws.com',
  );
  const action = statement.elements.get('Action');
  if (principal === undefined || action === undefined) return [];
  const missing = rolesAnywhereActions.filter((name) => !appliesToAction(statement, name));
  if (missing.length === 0) return [];
  return [
    {
      issueCode: 'MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY',
      details: `IAM Roles Anywhere also needs ${missing.join(' and ')} to assume a role.`,
      places: [action.place],
    },
  ];
}
