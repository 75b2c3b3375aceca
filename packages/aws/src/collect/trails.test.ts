import { expect, test } from 'vitest';
import { collectPart, known } from '../collect-parts.fixture.ts';
import { denied, json, serviceError } from '../query-stub.fixture.ts';
import { trail, trailArn } from '../services.fixture.ts';

const status = 'cloudtrail:GetTrailStatus';

test('a trail is asked about in its home region, by its ARN', async () => {
  const { part, calls } = await collectPart('trails');
  expect(part).toEqual(
    known([
      {
        name: 'all',
        arn: trailArn,
        homeRegion: 'us-east-1',
        multiRegion: true,
        organization: false,
        logFileValidation: true,
        bucket: 'logs',
        kmsKey: undefined,
        logGroupArn: trail.CloudWatchLogsLogGroupArn,
        status: known({ logging: true, deliveryError: undefined }),
        managementEvents: known({ read: true, write: true, excludedSources: [] }),
      },
    ]),
  );
  expect(calls.map(({ action, region, input }) => [action, region, input])).toEqual([
    ['cloudtrail:DescribeTrails', 'eu-central-1', { includeShadowTrails: true }],
    ['cloudtrail:ListTrails', 'eu-central-1', {}],
    [status, 'us-east-1', { Name: trailArn }],
    ['cloudtrail:GetEventSelectors', 'us-east-1', { TrailName: trailArn }],
  ]);
});

test('a trail that is listed twice is one trail', async () => {
  const { part } = await collectPart('trails', {
    'cloudtrail:DescribeTrails': json({ trailList: [trail, trail] }),
  });
  expect(part).toMatchObject({ value: { length: 1 } });
});

test.each([
  ['not found', serviceError(status, 'TrailNotFound'), { code: 'AWS_ERROR' }],
  ['denied', denied(status), { code: 'ACCESS_DENIED', permission: status }],
])(
  'a trail of the organization whose status is %s: unknown of this trail alone',
  async (_name, failure, reason) => {
    const arn = 'arn:aws:cloudtrail:us-east-1:999988887777:trail/whole';
    const whole = { ...trail, Name: 'whole', TrailARN: arn, IsOrganizationTrail: true };
    const { part } = await collectPart('trails', {
      'cloudtrail:DescribeTrails': json({ trailList: [trail, whole] }),
      [status]: ({ input }) => (input['Name'] === arn ? failure : json({ IsLogging: true })),
    });
    expect(part).toMatchObject(
      known([{ status: known({ logging: true }) }, { organization: true, status: { reason } }]),
    );
  },
);

test('an error of delivery', async () => {
  const { part } = await collectPart('trails', {
    [status]: json({ IsLogging: true, LatestDeliveryError: 'AccessDenied' }),
  });
  expect(part).toMatchObject(known([{ status: known({ deliveryError: 'AccessDenied' }) }]));
});

test('metric filters of a log group in another account are unknown', async () => {
  const CloudWatchLogsLogGroupArn = 'arn:aws:logs:eu-west-1:999988887777:log-group:trail:*';
  const { part, calls } = await collectPart('metricFilters', {
    'cloudtrail:DescribeTrails': json({ trailList: [{ ...trail, CloudWatchLogsLogGroupArn }] }),
  });
  expect(part).toMatchObject(known({ 'eu-west-1': { reason: { code: 'AWS_ERROR' } } }));
  expect(calls).toHaveLength(2);
});

test('a trail of another region alone is described by its ARN', async () => {
  const arn = 'arn:aws:cloudtrail:ap-south-1:111122223333:trail/far';
  const far = { ...trail, TrailARN: arn, HomeRegion: 'ap-south-1', IsMultiRegionTrail: false };
  const { part, calls } = await collectPart('trails', {
    'cloudtrail:DescribeTrails': ({ input }) =>
      json({ trailList: input['trailNameList'] === undefined ? [trail] : [far] }),
    'cloudtrail:ListTrails': json({ Trails: [{ TrailARN: trailArn }, { TrailARN: arn }] }),
  });
  expect(part).toMatchObject({
    value: [{ homeRegion: 'us-east-1' }, { homeRegion: 'ap-south-1' }],
  });
  expect(calls).toContainEqual(
    expect.objectContaining({ action: status, region: 'ap-south-1', input: { Name: arn } }),
  );
});

test('which trails there are elsewhere is unknown where they cannot be listed', async () => {
  const { part } = await collectPart('trails', {
    'cloudtrail:ListTrails': denied('cloudtrail:ListTrails'),
  });
  expect(part).toMatchObject({
    reason: { code: 'ACCESS_DENIED', permission: 'cloudtrail:ListTrails' },
  });
});

test('a log group whose ARN is none is no answer', async () => {
  const { part } = await collectPart('metricFilters', {
    'cloudtrail:DescribeTrails': json({
      trailList: [{ ...trail, CloudWatchLogsLogGroupArn: 'trail' }],
    }),
  });
  expect(part).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
});
