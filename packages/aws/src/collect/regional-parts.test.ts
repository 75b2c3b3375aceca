import type { PartName } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { accountAnswers } from '../account.fixture.ts';
import { collectPart, collectParts, known } from '../collect-parts.fixture.ts';
import {
  denied,
  json,
  type StubAnswer,
  type StubAnswers,
  serviceError,
} from '../query-stub.fixture.ts';

const parts: readonly (readonly [PartName, string])[] = [
  ['identityCenterInstances', 'sso:ListInstances'],
  ['identityCenterInstances', 'sso:DescribeInstance'],
  ['analyzers', 'access-analyzer:ListAnalyzers'],
  ['analyzerFindings', 'access-analyzer:ListAnalyzers'],
  ['analyzerFindings', 'access-analyzer:ListFindings'],
  ['alarms', 'cloudwatch:DescribeAlarms'],
  ['eventRules', 'events:ListRules'],
  ['eventRules', 'events:ListTargetsByRule'],
  ['topicSubscriptions', 'cloudwatch:DescribeAlarms'],
  ['topicSubscriptions', 'sns:ListSubscriptionsByTopic'],
  ['instances', 'ec2:DescribeInstances'],
  ['appRunnerServices', 'apprunner:ListServices'],
  ['protonStacks', 'cloudformation:DescribeStacks'],
  ['protonSettings', 'proton:GetAccountSettings'],
];

/** Answers as usual, but in one region. */
function failing(action: string, failure: StubAnswer): StubAnswers {
  const usual = accountAnswers[action] ?? failure;
  return { [action]: ({ region }) => (region === 'us-east-1' ? failure : usual) };
}

describe.each(parts)('%s, %s', (name, action) => {
  test('denied in one region: unknown there, and naming it; the other is as it was', async () => {
    const whole = await collectPart(name);
    const { part } = await collectPart(name, failing(action, denied(action)));
    const value = Reflect.get(whole.part, 'value');
    expect(part).toEqual(
      known({
        'eu-central-1': value['eu-central-1'],
        'us-east-1': {
          status: 'unknown',
          reason: { code: 'ACCESS_DENIED', message: expect.any(String), permission: action },
        },
      }),
    );
  });

  test('credentials that one region does not take end nothing', async () => {
    const { part } = await collectPart(
      name,
      failing(action, serviceError(action, 'InvalidClientTokenId')),
    );
    expect(part).toMatchObject(
      known({
        'eu-central-1': { status: 'known' },
        'us-east-1': { reason: { code: 'CREDENTIALS_INVALID' } },
      }),
    );
  });

  test('credentials that expire end it all', async () => {
    const reading = collectPart(name, failing(action, serviceError(action, 'ExpiredToken')));
    await expect(reading).rejects.toMatchObject({ code: 'CREDENTIALS_EXPIRED' });
  });
});

describe.each([...new Set(parts.map(([part]) => part))])('%s', (name) => {
  test('regions that cannot be listed: all of it is unknown', async () => {
    const { part } = await collectPart(name, {
      'account:ListRegions': denied('account:ListRegions'),
    });
    expect(part).toMatchObject({ reason: { permission: 'account:ListRegions' } });
  });

  test('regions that are asked for are not listed first', async () => {
    const { parts: read, calls } = await collectParts(
      { 'account:ListRegions': denied('account:ListRegions') },
      { parts: [name], regions: ['eu-west-1', 'eu-west-1'] },
    );
    expect(read[name]).toMatchObject(known({ 'eu-west-1': { status: 'known' } }));
    expect(new Set(calls.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
  });
});

describe('regions', () => {
  test('sorted, those of other pages too', async () => {
    const page = (RegionName: string) => ({ Regions: [{ RegionName }] });
    const { part, calls } = await collectPart('regions', {
      'account:ListRegions': [
        json({ ...page('us-west-2'), NextToken: 't' }),
        json(page('eu-north-1')),
      ],
    });
    expect(part).toEqual(known(['eu-north-1', 'us-west-2']));
    expect(
      calls.map(({ input }) => [input['NextToken'], input['RegionOptStatusContains']]),
    ).toEqual([
      [undefined, ['ENABLED', 'ENABLED_BY_DEFAULT']],
      ['t', ['ENABLED', 'ENABLED_BY_DEFAULT']],
    ]);
  });

  test('none at all is no answer', async () => {
    const { part } = await collectPart('regions', { 'account:ListRegions': json({ Regions: [] }) });
    expect(part).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
  });

  test('all that are enabled, whichever were asked for', async () => {
    const { parts: read } = await collectParts({}, { parts: ['regions'], regions: ['eu-west-1'] });
    expect(read.regions).toEqual(known(['eu-central-1', 'us-east-1']));
  });
});

test.each(['appRunnerServices', 'replicationSets'] as const)(
  '%s: regions in which AWS does not offer it are not asked',
  async (name) => {
    const { calls } = await collectParts({}, { parts: [name], regions: ['af-south-1'] });
    expect(calls).toEqual([]);
  },
);

describe.each([
  [
    'policyGenerations',
    'access-analyzer:ListPolicyGenerations',
    json({ policyGenerations: [] }),
    null,
  ],
  ['replicationSets', 'ssm-incidents:ListReplicationSets', json({ replicationSetArns: [] }), []],
  ['permissionSets', 'sso:ListInstances', json({ Instances: [] }), []],
] as const)('%s is sought in every region', (name, action, nothing, none) => {
  const inOne = (here: StubAnswer, there: StubAnswer): StubAnswers => ({
    [action]: ({ region }) => (region === 'eu-central-1' ? here : there),
  });
  const something = accountAnswers[action] ?? nothing;

  test('what one region has is known, whatever the other says', async () => {
    const { part } = await collectPart(name, inOne(something, denied(action)));
    expect(part).toEqual((await collectPart(name, inOne(something, nothing))).part);
    expect(part.status).toBe('known');
  });

  test('nothing in any', async () => {
    const { part } = await collectPart(name, { [action]: nothing });
    expect(part).toEqual(known(none));
  });

  test('nothing in one, and the other does not say: unknown', async () => {
    const { part } = await collectPart(name, inOne(nothing, denied(action)));
    expect(part).toMatchObject({ reason: { code: 'ACCESS_DENIED', permission: action } });
  });
});
