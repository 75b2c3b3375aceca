import type { ActionData } from '../../../actions/action-data.ts';
import { type ArnFormat, arnFormats } from '../../../actions/arn-formats.ts';
import { patternsMeet } from '../../../actions/patterns-meet.ts';
import { isRegion } from '../../../actions/regions.ts';
import { findPartition, partitions } from '../../../partition.ts';
import type { PatternText } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { found } from '../structure/each-statement.ts';
import { isTrustPolicy } from '../structure/policy-form.ts';
import { splitArn } from '../structure/split-arn.ts';
import { goneServices } from './observed-names.ts';

/** Fields of ARNs in Resource and NotResource against the formats of the service. */
export const resourceArnFormatRule: LintRule = (document, data) =>
  isTrustPolicy(document)
    ? []
    : document.statements.flatMap(({ resources }) =>
        resources.flatMap((resource) => arnFaults(resource, data)),
      );

/** Services whose published formats leave out resources that exist. */
const looseServices: ReadonlySet<string> = new Set(['aws-marketplace', 'catalog']);

/**
 * Services whose published formats are all there are. AWS's own policies name resources of others
 * (`arn:aws:logs:*:*:/aws-glue/*`) that match no format, and nothing is reported for them.
 */
const strictServices: ReadonlySet<string> = new Set([
  ...['acm', 'cloudfront', 'cloudtrail', 'codecommit', 'dynamodb', 'ecr', 'ecs', 'eks', 'events'],
  ...['firehose', 'glue', 'iam', 'kinesis', 'kms', 'lambda', 'rds', 'redshift', 'route53', 's3'],
  ...['sns', 'sqs', 'ssm'],
]);

/** Services some of whose resources belong to AWS and to no account: documents, platforms. */
const servicesOfAws: ReadonlySet<string> = new Set(['elasticbeanstalk', 'ssm']);

function arnFaults({ value, place }: PatternText, data: ActionData): readonly RuleFinding[] {
  const [prefix, partition = '', service = '', region = '', account = '', resource] =
    splitArn(value);
  if (value === '?') return [found('INVALID_ARN_RESOURCE', 'A lone "?" is no resource.', place)];
  if (prefix !== 'arn' || resource === undefined) return [];
  const findings: RuleFinding[] = [];
  const report = (code: string, details: string) => findings.push(found(code, details, place));
  if (!isOpen(partition) && findPartition(partition) === undefined)
    report(
      'INVALID_PARTITION',
      `There is no partition "${partition}"; there are ${partitions.map(({ id }) => id).join(', ')}.`,
    );
  // What covers partitions or services is no one kind of resource.
  if (isOpen(service) || isOpen(partition)) return findings;
  const known = isArnService(service.toLowerCase(), data);
  if (service !== service.toLowerCase() && known) {
    report('INVALID_ARN_SERVICE_CASE', `The service "${service}" is written in small letters.`);
    return findings;
  }
  if (!known) {
    report('INVALID_SERVICE', `The service "${service}" does not exist.`);
    return findings;
  }
  const formats = arnFormats(service, data);
  if (formats.length === 0 || looseServices.has(service)) return findings;
  const fitting = formatsFor(resource, formats);
  if (fitting.length === 0 && !strictServices.has(service)) return findings;
  if (fitting.length === 0)
    report('INVALID_ARN_RESOURCE', `"${resource}" is no kind of resource of ${service}.`);
  else
    for (const [code, details] of fieldFaults(fitting, { service, region, account, resource }))
      report(code, details);
  if (
    findPartition(partition) !== undefined &&
    isUnknownRegion(region, partition) &&
    fitting.some(({ hasRegion }) => hasRegion)
  )
    report('INVALID_ARN_REGION', `"${region}" is no Region of the partition.`);
  return findings;
}

interface ArnFields {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Faults that every format of the resource agrees on. */
function fieldFaults(
  formats: readonly ArnFormat[],
  fields: ArnFields,
): readonly (readonly [code: string, details: string])[] {
  const { service, region, account } = fields;
  const faults: (readonly [string, string])[] = [];
  if (region !== '' && !isOpen(region) && formats.every(({ hasRegion }) => !hasRegion))
    faults.push(['ARN_REGION_NOT_ALLOWED', `These resources of ${service} have no Region.`]);
  if (region === '' && formats.every(({ hasRegion }) => hasRegion))
    faults.push(['MISSING_ARN_REGION', `These resources of ${service} have a Region.`]);
  if (account !== '' && !isOpen(account) && formats.every(({ hasAccount }) => !hasAccount))
    faults.push(['ARN_ACCOUNT_NOT_ALLOWED', `These resources of ${service} have no account ID.`]);
  if (isAccountMissing(formats, fields))
    faults.push(['MISSING_ARN_ACCOUNT', `These resources of ${service} have an account ID.`]);
  return faults;
}

function isAccountMissing(
  formats: readonly ArnFormat[],
  { service, account, resource }: ArnFields,
): boolean {
  if (account !== '' || resource === '*') return false;
  if (!strictServices.has(service) || servicesOfAws.has(service)) return false;
  return formats.every(({ hasAccount }) => hasAccount);
}

/** A field with a wildcard or a variable may be anything. */
function isOpen(field: string): boolean {
  return /[*?]|\$\{/.test(field);
}

function isUnknownRegion(region: string, partition: string): boolean {
  if (region === '' || isOpen(region)) return false;
  return !isRegion(region, partition);
}

/** Services that stand in ARNs of others, and those that have actions. */
function isArnService(service: string, data: ActionData): boolean {
  if (data.service(service) !== undefined) return true;
  if (goneServices.has(service)) return false;
  return arnFormats(service, data).length > 0;
}

function formatsFor(resource: string, formats: readonly ArnFormat[]): readonly ArnFormat[] {
  if (resource === '*') return formats;
  const pattern = resource.replace(/\$\{[^{}]*\}/g, '*');
  return formats.filter((format) => patternsMeet(pattern, format.resource));
}
