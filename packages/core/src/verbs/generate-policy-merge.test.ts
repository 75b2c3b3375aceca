import type { PolicyDocument, PolicyStatement } from '@rolecall/policy';
import { policySize, statementsOf } from '@rolecall/policy';
import { expect, test } from 'vitest';
import { managedPolicyCharacters, mergeGenerated } from './generate-policy-merge.ts';

const list: PolicyStatement = {
  Sid: 'S3',
  Effect: 'Allow',
  Action: ['s3:ListBucket', 's3:GetBucketTagging'],
  Resource: `arn:aws:s3:::\${BucketName}`,
};
const describe: PolicyStatement = {
  Sid: 'S3',
  Effect: 'Allow',
  Action: 'ec2:DescribeInstances',
  Resource: '*',
};
const passRole: PolicyStatement = {
  Sid: 'Pass',
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: 'arn:aws:iam::111122223333:role/task',
  Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
};

function documentOf(...Statement: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}

function merge(
  generated: readonly PolicyDocument[],
  declared: readonly PolicyStatement[] = [],
  values: Readonly<Record<string, readonly string[]>> = {},
) {
  return mergeGenerated({ generated, declared, values: new Map(Object.entries(values)) });
}

test('declared statements follow the generated ones and are told', () => {
  const merged = merge([documentOf(list), documentOf(describe)], [passRole]);
  expect(merged).toMatchObject({
    document: documentOf(list, { ...describe, Sid: 'S32' }, passRole),
    added: [passRole],
    alreadyThere: [],
    placeholders: [{ name: 'BucketName' }],
    unusedValues: [],
  });
});

test('what AWS generated already is not added again, whatever its form and name', () => {
  const again: PolicyStatement = { ...describe, Sid: 'Mine', Action: ['EC2:describeInstances'] };
  const merged = merge([documentOf(describe)], [again, passRole, { ...passRole, Sid: 'Twice' }]);
  expect(merged.document).toEqual(documentOf(describe, passRole));
  expect(merged.alreadyThere).toEqual([again]);
  expect(merged.added).toEqual([passRole]);
});

test('a declared statement may equal what is generated once filled', () => {
  const logs: PolicyStatement = { ...list, Resource: 'arn:aws:s3:::logs' };
  const merged = merge([documentOf(list)], [logs], { BucketName: ['logs'], Other: ['x'] });
  expect(merged.document).toEqual(documentOf(logs));
  expect(merged).toMatchObject({ added: [], placeholders: [], unusedValues: ['Other'] });
});

test('an opposite effect or another condition is another statement', () => {
  const { Condition: _, ...anywhere } = passRole;
  const declared = [passRole, anywhere, { ...passRole, Effect: 'Deny' as const }];
  expect(merge([], declared).added).toHaveLength(3);
});

test('placeholders are not looked for in declared statements', () => {
  const odd: PolicyStatement = { ...passRole, Resource: `arn:aws:s3:::\${Odd}` };
  expect(merge([], [odd], { Odd: ['x'] })).toMatchObject({
    document: documentOf(odd),
    placeholders: [],
    unusedValues: ['Odd'],
  });
});

test('Sids become unique without taking one that is there', () => {
  const named = (Sid: string | undefined, Action: string): PolicyStatement => ({
    ...(Sid !== undefined && { Sid }),
    Effect: 'Allow',
    Action,
    Resource: '*',
  });
  const statements = [
    named('A', 's:a'),
    named('A', 's:b'),
    named('A2', 's:c'),
    named('A', 's:d'),
    named(undefined, 's:e'),
    named(undefined, 's:f'),
  ];
  const { document } = merge([documentOf(...statements)]);
  expect(statementsOf(document).map(({ Sid }) => Sid)).toEqual([
    'A',
    'A3',
    'A2',
    'A4',
    undefined,
    undefined,
  ]);
});

test('a document with one statement that is no list, or with none', () => {
  expect(merge([{ Statement: describe }]).document).toEqual(documentOf(describe));
  expect(merge([])).toEqual({
    document: documentOf(),
    parts: [],
    added: [],
    alreadyThere: [],
    placeholders: [],
    unusedValues: [],
  });
});

test('parts hold all statements in order, each within a managed policy', () => {
  const statements = Array.from({ length: 200 }, (_, index) => ({
    ...describe,
    Sid: `S${index}`,
    Action: `ec2:Describe${'x'.repeat(index)}`,
  }));
  const { document, parts } = merge([documentOf(...statements)]);
  expect(parts.flatMap((part) => statementsOf(part.document))).toEqual(statementsOf(document));
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) {
    expect(part.characters).toBe(policySize(part.document));
    expect(part.characters).toBeLessThanOrEqual(managedPolicyCharacters);
  }
  const joined = parts.slice(1).map(({ document: next }, index) => {
    const before = statementsOf(parts[index]?.document ?? documentOf());
    return policySize(documentOf(...before, ...statementsOf(next).slice(0, 1)));
  });
  for (const size of joined) expect(size).toBeGreaterThan(managedPolicyCharacters);
});

test('a statement larger than a managed policy stands alone', () => {
  const large = { ...describe, Sid: 'Large', Action: 'x'.repeat(managedPolicyCharacters) };
  const { parts } = merge([documentOf(list, large, passRole)]);
  expect(parts.map(({ document: { Statement } }) => Statement)).toEqual([
    [list],
    [large],
    [passRole],
  ]);
  expect(parts[1]?.characters).toBeGreaterThan(managedPolicyCharacters);
});

test.each([
  [0, 1],
  [1, 2],
])('%i characters too many make %i parts', (excess, parts) => {
  const room =
    managedPolicyCharacters - policySize(documentOf(describe, { ...passRole, Action: '' }));
  const filling = { ...passRole, Action: 'x'.repeat(room + excess) };
  expect(merge([documentOf(describe, filling)]).parts).toHaveLength(parts);
});
