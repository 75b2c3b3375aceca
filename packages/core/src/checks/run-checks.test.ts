import { expect, test } from 'vitest';
import { unknown } from '../model/part.ts';
import { defaultCheckSettings } from '../model/settings.ts';
import { type Check, defineCheck } from './check.ts';
import { checks } from './index.ts';
import { runChecks } from './run-checks.ts';
import { aSnapshot, now, rootArn } from './testing/snapshot.fixture.ts';

const metadata = {
  id: 'test-check',
  title: 'Holds',
  severity: 'low',
  subject: 'user',
  rationale: 'For the test.',
  remedy: 'Mend it.',
  documentation: 'https://docs.aws.amazon.com/',
} as const;

function run(check: Check, snapshot = aSnapshot({ users: [] })) {
  return runChecks({ checks: [check], snapshot, settings: defaultCheckSettings, now });
}

const denied = unknown({
  code: 'ACCESS_DENIED',
  message: 'not authorized',
  permission: 'iam:GetAccountSummary',
});

test('a part that is needed and unknown gives one unknown finding with the permission', () => {
  const check = defineCheck({
    ...metadata,
    needs: ['accountSummary', 'users'],
    run: () => [{ outcome: 'pass', subject: rootArn, message: 'Never said.' }],
  });
  const empty = aSnapshot({ users: [] });
  const snapshot = { ...empty, parts: { ...empty.parts, accountSummary: denied } };
  expect(run(check, snapshot)).toEqual([
    {
      id: `test-check:${rootArn}`,
      check: 'test-check',
      severity: 'low',
      outcome: 'unknown',
      subject: rootArn,
      message: 'Could not be read: accountSummary (not authorized)',
      evidence: {
        missingParts: ['accountSummary'],
        missingPermissions: ['iam:GetAccountSummary'],
      },
      remedy: 'Allow iam:GetAccountSummary to the credentials that run the check.',
    },
  ]);
});

test('a part that is only used does not stand in the way', () => {
  const check = defineCheck({
    ...metadata,
    needs: ['users'],
    uses: ['accountSummary'],
    run: (_, { accountArn }, { accountSummary }) => [
      { outcome: 'pass', subject: accountArn, message: accountSummary.status },
    ],
  });
  expect(run(check)).toMatchObject([{ outcome: 'pass', message: 'unknown', remedy: '' }]);
});

test('a check that throws is unknown', () => {
  const check = defineCheck({
    ...metadata,
    needs: [],
    run: () => {
      throw new Error('boom');
    },
  });
  expect(run(check)).toMatchObject([
    { outcome: 'unknown', subject: rootArn, evidence: { error: 'boom' } },
  ]);
});

test('a check with nothing to look at does not apply', () => {
  expect(run(defineCheck({ ...metadata, needs: ['users'], run: () => [] }))).toMatchObject([
    { outcome: 'not-applicable', subject: rootArn, remedy: '' },
  ]);
});

test('a verdict may have a key, a severity and a remedy of its own', () => {
  const verdict = { outcome: 'fail', subject: 'arn:x', message: 'No.' } as const;
  const check = defineCheck({
    ...metadata,
    needs: [],
    run: () => [verdict, { ...verdict, key: 'key-1', severity: 'high', remedy: 'Now.' }],
  });
  expect(run(check)).toMatchObject([
    { id: 'test-check:arn:x', severity: 'low', remedy: 'Mend it.' },
    { id: 'test-check:arn:x#key-1', severity: 'high', remedy: 'Now.' },
  ]);
});

/** A check that reads no part has nothing that could fail to be read. */
const reading = checks.filter(({ needs, uses = [] }) => needs.length + uses.length > 0);

test.each(reading.map((check) => [check.id, check] as const))(
  '%s neither passes nor fails what could not be read',
  (_, check) => {
    const [finding, ...others] = run(check, aSnapshot({}));
    expect(finding).toMatchObject({ outcome: 'unknown', subject: rootArn });
    expect(finding?.evidence).toHaveProperty('missingParts');
    expect(others).toEqual([]);
  },
);
