import type { LintStatement, PlacedText } from '../../lint-document.ts';
import { eachStatement, found } from '../structure/each-statement.ts';
import { splitArn } from '../structure/split-arn.ts';

/** ARNs that no resource has: an empty field that never is empty, or fields in the wrong place. */
export const checkArnsThatNeverMatch = eachStatement((statement) =>
  arnsOf(statement).flatMap(({ value, place }) => {
    const reason = reasonOf(value);
    return reason === undefined ? [] : [found('ARN_NEVER_MATCHES', reason, place)];
  }),
);

function arnsOf({ resources, conditions }: LintStatement): readonly PlacedText[] {
  const compared = conditions.filter(({ operator }) => operator?.comparison.startsWith('Arn'));
  return [...resources, ...compared.flatMap(({ values }) => values)];
}

const region = /^[a-z]{2,4}(?:-[a-z]{2,10}){1,3}-\d$/;

function reasonOf(text: string): string | undefined {
  const [prefix, partition, service, inRegion = '', inAccount = '', resource] = splitArn(text);
  if (prefix !== 'arn' || resource === undefined) return undefined;
  if (partition === '') return 'The partition is missing; most accounts are in "aws".';
  if (service === '') return 'The service is missing: the fields after it stand one too late.';
  if (resource === '') return 'The resource is missing at the end of the ARN.';
  if (/^\d{12}$/.test(inRegion)) return 'An account ID stands where the Region belongs.';
  if (region.test(inAccount)) return 'A Region stands where the account ID belongs.';
  return undefined;
}
