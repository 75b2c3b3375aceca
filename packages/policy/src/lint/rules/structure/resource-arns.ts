import type { LintDocument, LintStatement, PatternText } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found } from './each-statement.ts';
import { isTrustPolicy } from './policy-form.ts';
import { hasVariableSign } from './scan-variables.ts';
import { splitArn } from './split-arn.ts';

/** Form of the ARNs in Resource and NotResource, and wildcards in names of services. */
export const checkResourceArns = eachStatement((statement, document) => [
  ...statement.actions.flatMap(actionFindings),
  ...resourceFindings(statement, document),
]);

function resourceFindings(
  { resources }: LintStatement,
  document: LintDocument,
): readonly RuleFinding[] {
  return isTrustPolicy(document) ? [] : resources.flatMap(arnFindings);
}

function arnFindings({ value, place }: PatternText): readonly RuleFinding[] {
  // All stars is everything; what begins with a variable may become an ARN.
  if (/^(?:\*+|\?)$/.test(value) || value.startsWith('${')) return [];
  const fields = splitArn(value);
  const [prefix, , service = '', , account = ''] = fields;
  if (prefix !== 'arn')
    return [found('INVALID_ARN_PREFIX', 'A resource is "*" or an ARN that begins "arn:".', place)];
  if (fields.length < 6)
    return [
      found(
        'MISSING_ARN_FIELD',
        'An ARN has six fields: arn:partition:service:region:account:resource.',
        place,
      ),
    ];
  const findings: RuleFinding[] = [];
  if (/[*?]/.test(service)) findings.push(wildcardInService(place));
  if (!isAccount(account))
    findings.push(
      found('INVALID_ARN_ACCOUNT', `"${account}" is no account ID of twelve digits.`, place),
    );
  return findings;
}

/** Names that AWS writes where its own resources have no account of a customer. */
const ownersOfAws: ReadonlySet<string> = new Set([
  'aws',
  'amazon',
  'aws-marketplace',
  'cloudfront',
]);

function isAccount(account: string): boolean {
  if (account === '' || /^\d{12}$/.test(account) || ownersOfAws.has(account)) return true;
  return hasVariableSign(account) || /[*?]/.test(account);
}

/** `*:*` is everything, as `*` is; only a part of a name is a slip. */
function actionFindings({ value, place }: PatternText): readonly RuleFinding[] {
  const colon = value.indexOf(':');
  const service = colon < 0 ? '' : value.slice(0, colon);
  if (/^\**$/.test(service) || !/[*?]/.test(service) || hasVariableSign(value)) return [];
  return [wildcardInService(place)];
}

function wildcardInService(place: PatternText['place']): RuleFinding {
  return found(
    'WILDCARD_IN_SERVICE_NAME',
    'A wildcard in the name of a service takes in services that are not meant.',
    place,
  );
}
