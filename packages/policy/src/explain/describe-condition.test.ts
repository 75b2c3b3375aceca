import fc from 'fast-check';
import { expect, it } from 'vitest';
import { operatorNames, parseConditionOperator } from '../language/condition-operator.ts';
import { readPolicy } from '../language/read-policy.ts';
import { describeCondition } from './describe-condition.ts';

function describe(operator: string, key: string, values: string | readonly string[]): string {
  const { statements, version } = readPolicy({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { [operator]: { [key]: values } },
    },
  });
  const condition = statements[0]?.conditions[0];
  return condition === undefined ? '' : describeCondition(condition, version);
}

const missing = ', or the request does not have the key';

it.each([
  ['StringEquals', 'x:k', 'a', 'x:k is a'],
  ['StringEquals', 'x:k', ['a', 'b'], 'x:k is a or b'],
  ['StringEquals', 'x:k', ['a', 'b', 'c'], 'x:k is one of a, b or c'],
  ['StringNotEquals', 'x:k', 'a', `x:k is not a${missing}`],
  ['StringNotEquals', 'x:k', ['a', 'b'], `x:k is not any of a or b${missing}`],
  ['StringEqualsIfExists', 'x:k', 'a', `x:k is a${missing}`],
  ['StringEqualsIgnoreCase', 'x:k', 'a', 'x:k is a, in upper or lower case'],
  ['StringEquals', 'x:k', 'a*', 'x:k is a* (no pattern: * and ? are plain letters here)'],
  ['StringLike', 'x:k', 'a*', 'x:k matches a*'],
  ['StringEquals', 'x:k', '', 'x:k is the empty text'],
  ['StringEquals', 'x:k', 'a b', 'x:k is "a b"'],
  ['NumericLessThanEquals', 'x:k', '5', 'x:k is at most 5'],
  [
    'DateGreaterThan',
    'aws:CurrentTime',
    '2026-01-01T00:00:00Z',
    'the time of the request (aws:CurrentTime) is after 2026-01-01T00:00:00Z',
  ],
  [
    'IpAddress',
    'aws:SourceIp',
    '192.0.2.0/24',
    "the caller's IP address (aws:SourceIp) is in 192.0.2.0/24",
  ],
  [
    'NotIpAddress',
    'aws:SourceIp',
    '192.0.2.0/24',
    `the caller's IP address (aws:SourceIp) is not in 192.0.2.0/24${missing}`,
  ],
  [
    'Bool',
    'aws:MultiFactorAuthPresent',
    'true',
    'the caller signed in with MFA (aws:MultiFactorAuthPresent is true)',
  ],
  [
    'BoolIfExists',
    'aws:MultiFactorAuthPresent',
    'false',
    `the caller signed in without MFA (aws:MultiFactorAuthPresent is false)${missing}`,
  ],
  ['Bool', 'x:k', 'true', 'x:k is true'],
  [
    'ForAllValues:StringEquals',
    'aws:TagKeys',
    ['a', 'b'],
    'every value of the tag keys of the request (aws:TagKeys) is a or b, or the request has no value of it',
  ],
  ['ForAnyValue:StringLike', 'x:k', 'a*', 'at least one value of x:k matches a*'],
  ['ForAnyValue:StringEqualsIfExists', 'x:k', 'a', 'at least one value of x:k is a'],
  ['Null', 'x:k', 'true', 'the request does not have x:k'],
  ['Null', 'x:k', 'false', 'the request has x:k'],
  ['Null', 'x:k', 'maybe', 'never (Null takes "true" or "false", not maybe)'],
  ['StringEquals', 'x:k', [], 'x:k is one of no values, which is never so'],
  [
    'StringEquals',
    'aws:ResourceTag/team',
    '${aws:PrincipalTag/team}',
    'the tag "team" of the resource (aws:ResourceTag/team) is the tag "team" of the caller (${aws:PrincipalTag/team})',
  ],
  [
    'StringEquals',
    'x:k',
    "${aws:username, 'nobody'}",
    "x:k is the caller's user name (${aws:username, 'nobody'}), or \"nobody\" without it",
  ],
])('%s %s %j', (operator, key, values, expected) => {
  expect(describe(operator, key, values)).toBe(expected);
});

/** Source: IAM User Guide, "Condition operators": which tests a missing key passes. */
it('says of a missing key what the operator does', () => {
  const forms = operatorNames
    .filter((name) => name !== 'Null')
    .flatMap((name) =>
      ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((q) => [`${q}${name}`, `${q}${name}IfExists`]),
    );
  for (const form of forms) {
    const operator = parseConditionOperator(form);
    const passes =
      operator?.qualifier === 'ForAllValues' ||
      (operator?.qualifier === undefined && (operator?.negated || operator?.ifExists));
    const says = /, or the request (?:does not have the key|has no value of it)$/.test(
      describe(form, 'x:k', '1'),
    );
    expect({ form, says }).toEqual({ form, says: passes === true });
  }
});

it('names every value and the key, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Za-z0-9*?.:/-]{1,12}$/), { minLength: 1, maxLength: 5 }),
      (values) => {
        const said = describe('StringLike', 'x:k', values);
        expect(values.every((value) => said.includes(value)) && said.includes('x:k')).toBe(true);
      },
    ),
    { seed: 20261121, numRuns: 300 },
  );
});
