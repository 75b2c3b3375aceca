import { expect, test } from 'vitest';
import { detailsXml, roleXml, userXml } from '../account.fixture.ts';
import { collectPart, known } from '../collect-parts.fixture.ts';
import { denied, type StubAnswers, xml } from '../query-stub.fixture.ts';
import { lastAccessedXml } from '../services.fixture.ts';

const generate = 'iam:GenerateServiceLastAccessedDetails';
const get = 'iam:GetServiceLastAccessedDetails';
const user = 'arn:aws:iam::111122223333:user/rolecall/test/ada';
const role = 'arn:aws:iam::111122223333:role/worker';
const job = (status: string) => xml(get, `<JobStatus>${status}</JobStatus>`);
const onlyRole: StubAnswers = {
  'iam:GetAccountAuthorizationDetails': xml(
    'iam:GetAccountAuthorizationDetails',
    detailsXml({ roles: roleXml }),
  ),
};

test('of users and roles, with the last use where there was one', async () => {
  const { part, calls } = await collectPart('serviceLastAccessed');
  const services = known([
    { service: 's3', name: 'Amazon S3', lastUsedAt: '2026-11-01T00:00:00.000Z' },
    { service: 'iam', name: 'AWS IAM', lastUsedAt: undefined },
  ]);
  expect(part).toEqual(known({ [user]: services, [role]: services }));
  const actions = calls.map(({ action }) => action);
  expect(actions.lastIndexOf(generate)).toBeLessThan(actions.indexOf(get));
});

test.each(['/aws-service-role/ec2.amazonaws.com/', '/aws-reserved/sso.amazonaws.com/'])(
  'roles of AWS under %s are left out',
  async (path) => {
    const theirs = roleXml.replace('<Path>/</Path>', `<Path>${path}</Path>`);
    const { part } = await collectPart('serviceLastAccessed', {
      'iam:GetAccountAuthorizationDetails': xml(
        'iam:GetAccountAuthorizationDetails',
        detailsXml({ users: userXml, roles: theirs }),
      ),
    });
    expect(Object.keys(Reflect.get(part, 'value'))).toEqual([user]);
  },
);

test('IAM is asked until it is done, ever less often', async () => {
  const { part, waits } = await collectPart('serviceLastAccessed', {
    ...onlyRole,
    [get]: [job('IN_PROGRESS'), job('IN_PROGRESS'), job('IN_PROGRESS'), xml(get, lastAccessedXml)],
  });
  expect(part).toMatchObject(known({ [role]: { status: 'known' } }));
  expect(waits).toEqual([1000, 1000, 2000]);
});

test('after about a minute it is given up', async () => {
  const { part, waits } = await collectPart('serviceLastAccessed', {
    ...onlyRole,
    [get]: job('IN_PROGRESS'),
  });
  expect(part).toMatchObject(known({ [role]: { reason: { code: 'AWS_ERROR' } } }));
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(61_000);
});

test('a job that fails is unknown', async () => {
  const { part } = await collectPart('serviceLastAccessed', { ...onlyRole, [get]: job('FAILED') });
  expect(part).toMatchObject(known({ [role]: { reason: { code: 'AWS_ERROR' } } }));
});

test('denied for one: the other is known', async () => {
  const { part } = await collectPart('serviceLastAccessed', {
    [generate]: ({ input }) =>
      input['Arn'] === user ? denied(generate) : xml(generate, '<JobId>j</JobId>'),
  });
  expect(part).toMatchObject(
    known({ [user]: { reason: { permission: generate } }, [role]: { status: 'known' } }),
  );
});

test('all pages of a job', async () => {
  const more = lastAccessedXml.replace(
    '<IsTruncated>false</IsTruncated>',
    '<IsTruncated>true</IsTruncated><Marker>m1</Marker>',
  );
  const { part, calls } = await collectPart('serviceLastAccessed', {
    ...onlyRole,
    [get]: [xml(get, more), xml(get, lastAccessedXml)],
  });
  expect(part).toMatchObject(known({ [role]: { value: { length: 4 } } }));
  expect(calls.map(({ input }) => input['Marker'])).toEqual([
    undefined,
    undefined,
    undefined,
    'm1',
  ]);
});
