import {
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  ListTrailsCommand,
  StartLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../../service-clients.fixture.ts';

const scenario = {
  trails: [
    {
      name: 'everywhere',
      region: 'eu-west-1',
      logging: false,
      deliveryError: 'AccessDenied',
      logGroup: 'trails',
    },
    { name: 'local', region: 'us-east-1', multiRegion: false },
    { name: 'company', organization: true, ownerAccount: '444455556666' },
  ],
};

test('a Region sees its own trails and the shadows of those of all Regions', async () => {
  const { cloudTrail, clientsIn } = sandboxWithServices({ scenario });
  const names = async (client: typeof cloudTrail, query: object = {}) =>
    ((await client.send(new DescribeTrailsCommand(query))).trailList ?? []).map(({ Name }) => Name);
  expect(await names(cloudTrail)).toEqual(['everywhere', 'local', 'company']);
  expect(await names(cloudTrail, { includeShadowTrails: false })).toEqual(['local', 'company']);
  expect(await names(clientsIn('eu-west-1').cloudTrail)).toEqual(['everywhere', 'company']);
  expect(await names(cloudTrail, { trailNameList: ['local'] })).toEqual(['local']);
});

test('all trails are listed everywhere, and one elsewhere is described by its ARN only', async () => {
  const { clientsIn } = sandboxWithServices({ scenario });
  const client = clientsIn('eu-west-1').cloudTrail;
  const { Trails = [] } = await client.send(new ListTrailsCommand({}));
  expect(Trails.map(({ Name, HomeRegion }) => [Name, HomeRegion])).toEqual([
    ['everywhere', 'eu-west-1'],
    ['local', 'us-east-1'],
    ['company', 'us-east-1'],
  ]);
  const described = async (one: string) =>
    (await client.send(new DescribeTrailsCommand({ trailNameList: [one] }))).trailList ?? [];
  expect(await described('local')).toEqual([]);
  expect(await described(Trails[1]?.TrailARN ?? '')).toMatchObject([{ Name: 'local' }]);
});

test('logging is started and validation turned on, at home', async () => {
  const { cloudTrail, clientsIn } = sandboxWithServices({ scenario });
  const home = clientsIn('eu-west-1').cloudTrail;
  const status = () => cloudTrail.send(new GetTrailStatusCommand({ Name: 'everywhere' }));
  expect(await status()).toMatchObject({ IsLogging: false, LatestDeliveryError: 'AccessDenied' });
  const startLogging = new StartLoggingCommand({ Name: 'everywhere' });
  expect((await failureOf(cloudTrail.send(startLogging))).name).toBe('InvalidHomeRegionException');
  await home.send(startLogging);
  expect(await status()).toMatchObject({
    IsLogging: true,
    StartLoggingTime: new Date('2026-11-21T00:00:00Z'),
  });
  await home.send(new UpdateTrailCommand({ Name: 'everywhere', EnableLogFileValidation: true }));
  const { trailList = [] } = await home.send(
    new DescribeTrailsCommand({ trailNameList: ['everywhere'] }),
  );
  expect(trailList).toMatchObject([
    {
      LogFileValidationEnabled: true,
      IsMultiRegionTrail: true,
      S3BucketName: 'trail-logs',
      CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:trails:*',
    },
  ]);
});

test.each([
  ['ghost', 'TrailNotFoundException'],
  ['a', 'InvalidTrailNameException'],
  ['company', 'NotOrganizationMasterAccountException'],
])('StartLogging of %s: %s', async (Name, name) => {
  const { cloudTrail } = sandboxWithServices({ scenario });
  expect((await failureOf(cloudTrail.send(new StartLoggingCommand({ Name })))).name).toBe(name);
});

test('basic selectors, or advanced ones', async () => {
  const { cloudTrail } = sandboxWithServices({
    scenario: {
      trails: [
        { name: 'basic', selectors: [{ readWrite: 'WriteOnly', exclude: ['kms.amazonaws.com'] }] },
        { name: 'plain' },
        {
          name: 'advanced',
          advancedSelectors: [{ fields: [{ field: 'eventCategory', equals: ['Management'] }] }],
        },
      ],
    },
  });
  const of = (TrailName: string) => cloudTrail.send(new GetEventSelectorsCommand({ TrailName }));
  expect((await of('basic')).EventSelectors).toMatchObject([
    { ReadWriteType: 'WriteOnly', ExcludeManagementEventSources: ['kms.amazonaws.com'] },
  ]);
  expect((await of('plain')).EventSelectors).toMatchObject([
    { ReadWriteType: 'All', IncludeManagementEvents: true },
  ]);
  expect(await of('advanced')).toMatchObject({
    AdvancedEventSelectors: [
      { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
    ],
  });
});
