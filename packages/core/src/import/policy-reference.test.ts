import { expect, it } from 'vitest';
import { policyReference } from './policy-reference.ts';

const own = (path: string) => `arn:aws:iam::111122223333:policy/${path}`;
const aws = (path: string) => `arn:aws:iam::aws:policy/${path}`;
const names = {
  account: '111122223333',
  partition: 'aws',
  declared: new Map([
    ['reader', own('teams/Reader')],
    ['readonlyaccess', own('ReadOnlyAccess')],
  ]),
};

it.each([
  [own('teams/Reader'), 'Reader'],
  ['declared elsewhere', own('Reader'), own('Reader')],
  ['not declared', own('Other'), own('Other')],
  ['declared under a name that AWS has too', own('ReadOnlyAccess'), 'policy/ReadOnlyAccess'],
  ['of AWS under a name that is declared too', aws('ReadOnlyAccess'), aws('ReadOnlyAccess')],
  [aws('job-function/SupportUser'), 'job-function/SupportUser'],
  ['of AWS, and newer than our list', aws('NobodyKnowsThis'), aws('NobodyKnowsThis')],
  ['no ARN of IAM', 'nonsense', 'nonsense'],
])('names %s so that it reads back', (...row) => {
  const [expected = '', arn = ''] = row.toReversed();
  expect(policyReference(arn, names)).toBe(expected);
});
