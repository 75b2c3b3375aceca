import type { LintCondition } from '../../lint-document.ts';
import type { RuleFinding } from '../../lint-rule.ts';
import { parseIpRange } from '../structure/ip-range.ts';
import { isPrivateRange } from './private-ranges.ts';
import { isAbout, ruleOfStatements } from './statement-queries.ts';

/** PRIVATE_IP_ADDRESS, PRIVATE_NOT_IP_ADDRESS and their _SUBSET forms: aws:SourceIp is public. */
export const sourceIpRule = ruleOfStatements(({ conditions }) =>
  conditions
    .filter(
      (condition) =>
        condition.operator?.comparison === 'IpAddress' && isAbout(condition, 'aws:SourceIp'),
    )
    .flatMap(findingsOf),
);

function findingsOf({ operator, values, place }: LintCondition): readonly RuleFinding[] {
  const ranges = values.flatMap(({ value }) => parseIpRange(value) ?? []);
  const privates = ranges.filter(isPrivateRange).length;
  // What is no address is reported as such, and leaves open what was meant.
  if (privates === 0 || ranges.length < values.length) return [];
  const form = operator?.negated ? 'PRIVATE_NOT_IP_ADDRESS' : 'PRIVATE_IP_ADDRESS';
  if (privates === ranges.length)
    return [
      {
        issueCode: form,
        details: `aws:SourceIp is always a public address, so private ranges alone ${
          operator?.negated ? 'always' : 'never'
        } match. Name public ranges.`,
        places: [place],
      },
    ];
  return [
    {
      issueCode: `${form}_SUBSET`,
      details:
        'aws:SourceIp is always a public address, so the private ranges have no effect. ' +
        'For private ranges use aws:VpcSourceIp.',
      places: [place],
    },
  ];
}
