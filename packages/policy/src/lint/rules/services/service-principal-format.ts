import type { ConditionValue, PrincipalText } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { eachStatement, found } from '../structure/each-statement.ts';

/** A chain of calls names services without Region and without parts before their name. */
const oneLabel = /^[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|amazon\.com)$/;
/** `ec2.eu-west-1.amazonaws.com` */
const withRegion = /^[a-z0-9_-]+\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/;
/** Any number of labels before the domain of a partition. */
const anyLabels =
  /^[a-z0-9_-]+(?:\.[a-z0-9_-]+){0,8}\.(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov|adc-e\.uk|hci\.ic\.gov)$/;

const formats: ReadonlyMap<string, RegExp> = new Map([
  ['aws:calledvia', oneLabel],
  ['aws:calledviafirst', oneLabel],
  ['aws:calledvialast', oneLabel],
  ['kms:viaservice', withRegion],
  ['aws:principalservicename', anyLabels],
  ['aws:principalservicenameslist', anyLabels],
  ['iam:passedtoservice', anyLabels],
  ['iam:awsservicename', anyLabels],
]);

/** INVALID_SERVICE_PRINCIPAL_FORMAT: in Principal, and in values of keys that name a service. */
export const servicePrincipalFormatRule = eachStatement(({ principals, conditions }) => [
  ...principals.flatMap(inPrincipal),
  ...conditions.flatMap(({ key, operator, values }) => {
    const format = formats.get(key.toLowerCase());
    if (format === undefined || !operator?.comparison.startsWith('String')) return [];
    return values.flatMap((value) => misfit(value, format));
  }),
]);

function inPrincipal(principal: PrincipalText): readonly RuleFinding[] {
  return principal.kind === 'Service' ? misfit(principal, anyLabels) : [];
}

type Text = Pick<ConditionValue, 'value' | 'place'>;

function misfit({ value, place }: Text, format: RegExp): readonly RuleFinding[] {
  if (/[*?]|\$\{/.test(value) || format.test(value)) return [];
  const details = `"${value}" is no service principal, such as ec2.amazonaws.com.`;
  return [found('INVALID_SERVICE_PRINCIPAL_FORMAT', details, place)];
}
