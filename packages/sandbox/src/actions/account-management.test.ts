import {
  GetAlternateContactCommand,
  GetContactInformationCommand,
  ListRegionsCommand,
  PutAlternateContactCommand,
  paginateListRegions,
} from '@aws-sdk/client-account';
import { expect, test } from 'vitest';
import { failureOf, sandboxWithServices } from '../service-clients.fixture.ts';

const security = {
  name: 'On Call',
  title: 'Security',
  email: 'sec@example.com',
  phone: '+15550100',
};

test('without a scenario the seventeen Regions that AWS enables by itself', async () => {
  const { account } = sandboxWithServices();
  const RegionOptStatusContains = ['ENABLED', 'ENABLED_BY_DEFAULT'] as const;
  const names: string[] = [];
  const sizes: number[] = [];
  const pages = paginateListRegions(
    { client: account, pageSize: 10 },
    { RegionOptStatusContains: [...RegionOptStatusContains] },
  );
  for await (const { Regions = [] } of pages) {
    sizes.push(Regions.length);
    names.push(...Regions.map(({ RegionName = '' }) => RegionName));
  }
  expect(sizes).toEqual([10, 7]);
  expect(names).toContain('eu-west-1');
  expect(names).not.toContain('af-south-1');
});

test('a scenario names those that are enabled', async () => {
  const { account } = sandboxWithServices({ scenario: { regions: ['us-east-1', 'af-south-1'] } });
  const { Regions = [] } = await account.send(new ListRegionsCommand({ MaxResults: 50 }));
  const open = Regions.filter(({ RegionOptStatus }) => RegionOptStatus !== 'DISABLED');
  expect(open).toEqual([
    { RegionName: 'af-south-1', RegionOptStatus: 'ENABLED' },
    { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
  ]);
});

test('contacts', async () => {
  const { account } = sandboxWithServices({
    scenario: { contacts: { primary: { companyName: 'Acme' }, security } },
  });
  const { ContactInformation } = await account.send(new GetContactInformationCommand({}));
  expect(ContactInformation).toMatchObject({ FullName: 'Jane Doe', CompanyName: 'Acme' });
  const of = async (AlternateContactType: 'SECURITY' | 'BILLING') =>
    (await account.send(new GetAlternateContactCommand({ AlternateContactType }))).AlternateContact;
  expect(await of('SECURITY')).toMatchObject({ EmailAddress: 'sec@example.com' });
  expect(await failureOf(of('BILLING'))).toEqual({
    name: 'ResourceNotFoundException',
    status: 404,
  });
  await account.send(
    new PutAlternateContactCommand({
      AlternateContactType: 'BILLING',
      Name: 'Bill',
      Title: 'Accountant',
      EmailAddress: 'bill@example.com',
      PhoneNumber: '+15550101',
    }),
  );
  expect(await of('BILLING')).toMatchObject({ Name: 'Bill', PhoneNumber: '+15550101' });
});

test('another account is not this one’s to ask about', async () => {
  const { account } = sandboxWithServices();
  const call = new GetContactInformationCommand({ AccountId: '444455556666' });
  expect(await failureOf(account.send(call))).toEqual({
    name: 'AccessDeniedException',
    status: 403,
  });
});
