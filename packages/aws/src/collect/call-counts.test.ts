import { readFileSync } from 'node:fs';
import { partPermissions } from '@rolecall/core';
import { expect, test } from 'vitest';
import { allParts } from '../account.fixture.ts';
import { collectPart, collectParts } from '../collect-parts.fixture.ts';
import { json, type StubAnswers } from '../query-stub.fixture.ts';
import { analyzer, trail } from '../services.fixture.ts';

/** Sizes of an account, by the letters of docs/permissions.md. */
const sizes = {
  R: 3,
  O: 3,
  D: 2,
  M: 7,
  // One instance, which every region shows.
  I: 1,
  N: 3,
  P: 6,
  U: 2,
  G: 3,
  // All are administrators' and in one account; one group got them.
  Q: 6,
  J: 6,
  H: 1,
  A: 5,
  T: 4,
  L: 4,
  E: 4,
  S: 2,
  // One set, which every region shows.
  C: 1,
  X: 2,
  // The first two of the three.
  V: 2,
} as const;
const { R, O, D, M, P, U, G, A, T, E, S } = sizes;

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const account: StubAnswers = {
  'account:ListRegions': json({
    Regions: many(R, (index) => ({ RegionName: `eu-west-${index + 1}` })),
  }),
  'organizations:ListAccounts': json({
    Accounts: many(M, (index) => ({
      Id: `${100_000_000_000 + index}`,
      Arn: `arn:aws:organizations::999988887777:account/o-1/${100_000_000_000 + index}`,
      Name: 'member',
      State: 'ACTIVE',
    })),
  }),
  'organizations:ListPolicies': ({ input }) =>
    json({
      Policies: many(O, (index) => ({
        Id: `p-${index}`,
        Name: 'p',
        Type: input['Filter'],
        AwsManaged: false,
      })),
    }),
  'organizations:ListDelegatedAdministrators': json({
    DelegatedAdministrators: many(D, (index) => ({ Id: `${index}` })),
  }),
  'sso:ListPermissionSetsProvisionedToAccount': json({
    PermissionSets: many(P, (index) => `ps-${index}`),
  }),
  'sso:ListPermissionSets': json({ PermissionSets: many(P, (index) => `ps-${index}`) }),
  'sso:ListAccountAssignments': json({
    AccountAssignments: [
      ...many(U, (index) => ({ PrincipalType: 'USER', PrincipalId: `u-${index}` })),
      ...many(G, (index) => ({ PrincipalType: 'GROUP', PrincipalId: `g-${index}` })),
    ],
  }),
  'access-analyzer:ListAnalyzers': json({
    analyzers: many(A, (index) => ({ ...analyzer, arn: `${analyzer.arn}${index}` })),
  }),
  'cloudtrail:DescribeTrails': json({
    trailList: many(T, (index) => ({
      ...trail,
      TrailARN: `${trail.TrailARN}${index}`,
      CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:111122223333:log-group:t${index}:*`,
    })),
  }),
  'cloudtrail:ListTrails': json({ Trails: [] }),
  'cloudwatch:DescribeAlarms': json({
    MetricAlarms: many(2 * S, (index) => ({
      AlarmName: `a-${index}`,
      AlarmActions: [`arn:aws:sns:eu-west-1:111122223333:t${index % S}`],
      ActionsEnabled: true,
    })),
  }),
  'events:ListRules': json({
    Rules: many(E, (index) => ({
      Name: `r-${index}`,
      Arn: 'arn',
      State: 'ENABLED',
      EventPattern: '{}',
    })),
  }),
};

const text = readFileSync(new URL('../../../../docs/permissions.md', import.meta.url), 'utf8');
const formulas = [...text.matchAll(/^\| ([\dA-Z][^|`]*) \| ([^|`]+) \|$/gm)].flatMap(
  ([, formula = '', parts = '']) =>
    parts.split(', ').map((part) => [part, formula, evaluate(formula)] as const),
);

/** `1 + 2×T` with the sizes put in. */
function evaluate(formula: string): number {
  const factor = (text: string) => Object.entries(sizes).find(([letter]) => letter === text)?.[1];
  return formula
    .split(' + ')
    .map((term) => term.split('×').reduce((all, one) => all * (factor(one) ?? Number(one)), 1))
    .reduce((sum, term) => sum + term, 0);
}

test('the calls of every part of another service than IAM are documented', () => {
  const ofOthers = allParts.filter((part) =>
    partPermissions[part].some((action) => !action.startsWith('iam:')),
  );
  const documented = formulas.map(([part]) => part);
  expect(documented).toEqual(
    expect.arrayContaining(ofOthers.filter((part) => part !== 'organization')),
  );
});

test.each(formulas)('%s: %s calls', async (name, _formula, expected) => {
  const part = allParts.find((each) => each === name) ?? 'users';
  const read = await collectPart(part, account);
  expect(read.part.status).toBe('known');
  expect(read.calls).toHaveLength(expected);
});

test('together they share regions, accounts, trails, analyzers, alarms and instances', async () => {
  const documented = formulas.map(([part]) => part);
  const parts = allParts.filter((part) => documented.includes(part));
  const { calls } = await collectParts(account, { parts });
  const each = formulas.reduce((sum, [, , count]) => sum + count, 0);
  const regional = 14;
  const shared = {
    // Asked by each of the regional parts, and by the part itself.
    regions: regional,
    accounts: 1,
    // Described and listed.
    trails: 2,
    analyzers: 2 * R,
    alarms: R,
    // Where they are, and the one in its own region; for checks and for plans.
    instances: 2 * (R + 1),
  };
  const saved = Object.values(shared).reduce((sum, count) => sum + count, 0);
  expect(calls).toHaveLength(each - saved);
});
