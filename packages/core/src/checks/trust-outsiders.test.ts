import type { PolicyStatement } from '@rolecall/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findOutsiders, searchOutsiders } from './trust-outsiders.ts';
import { spareCaller, spareCondition } from './trust-question.ts';

const account = '111122223333';
const callers = [
  account,
  '444455556666',
  '777788889999',
  'arn:aws:iam::444455556666:root',
  'arn:aws:iam::444455556666:role/path/caller',
  'arn:aws:iam::777788889999:user/dora',
  'arn:aws:iam::000011112222:role/caller',
  `arn:aws:iam::${account}:role/own`,
];
/** What is left to the comparer. */
const others = [
  'arn:aws:sts::444455556666:assumed-role/caller/session',
  'AIDAEXAMPLEEXAMPLE12',
  'arn:aws-cn:iam::444455556666:root',
  'arn:aws:iam::444455556666:role/*',
];
const names = (texts: readonly string[], most: number) =>
  fc.oneof(
    fc.constantFrom(...texts),
    fc.shuffledSubarray([...texts], { minLength: 1, maxLength: most }),
  );

const principal = fc.oneof(
  { weight: 4, arbitrary: names(callers, 4).map((AWS) => ({ AWS })) },
  names(callers, 2).map((AWS) => ({ Service: ['ec2.amazonaws.com', 's3.*'], AWS })),
  names(others, 2).map((AWS) => ({ AWS })),
  fc.constant({ Federated: `arn:aws:iam::${account}:saml-provider/Corp` }),
);
const condition = fc.constantFrom(
  {},
  {},
  { Condition: { StringEquals: { 'sts:ExternalId': 'one' } } },
  { Condition: { StringEquals: { 'sts:externalid': ['one', 'two'] } } },
  { Condition: { StringEquals: { 'sts:ExternalId': '${aws:username}' } } },
  { Condition: { StringLike: { 'sts:ExternalId': 'on*' } } },
  { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
);
const unconditional: fc.Arbitrary<PolicyStatement> = fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Allow' as const, 'Deny' as const),
  Principal: principal,
  Action: names(['sts:AssumeRole', 'sts:TagSession', 'STS:assume*', 'sts:*'], 2),
});
const statement = fc
  .tuple(unconditional, condition)
  .map(([parts, more]): PolicyStatement => ({ ...parts, ...more }));
const spared = fc.constantFrom<readonly PolicyStatement[]>(
  [],
  [spareCondition('StringEquals', 'sts:externalid', ['one'])],
  [
    spareCondition('StringEquals', 'sts:externalid', ['one']),
    spareCondition('StringEquals', 'sts:externalid', ['two', 'three']),
    spareCondition('Bool', 'aws:MultiFactorAuthPresent', 'true'),
  ],
  [
    spareCondition('Bool', 'aws:MultiFactorAuthPresent', 'true'),
    spareCondition('Null', 'aws:MultiFactorAuthAge', 'false'),
  ],
  [spareCaller({ AWS: callers.filter((name) => /(?:role|user)\//.test(name)) })],
  [spareCondition('Null', 'sts:ExternalId', 'true')],
);

test('what stands in a trust policy is what the comparer finds', () => {
  const counts = new Set<number>();
  fc.assert(
    fc.property(
      fc.array(statement, { minLength: 1, maxLength: 3 }),
      spared,
      fc.constantFrom(undefined, 'o-a1b2c3'),
      (Statement, more, organizationId) => {
        const trust = { Version: '2012-10-17', Statement };
        const input = { account, organizationId, spared: more };
        const outsiders = findOutsiders(trust, input);
        counts.add(outsiders.found.length);
        expect(outsiders).toEqual(searchOutsiders(trust, input));
      },
    ),
    { seed: 3, numRuns: 150 },
  );
  expect([...counts].toSorted()).toEqual([0, 1, 2, 3]);
});
