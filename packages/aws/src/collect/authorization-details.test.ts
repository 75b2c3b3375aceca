import type { PartName, Snapshot } from '@rolecall/core';
import { expect, test } from 'vitest';
import { detailsXml, groupXml, policyXml, roleXml, userXml } from '../account.fixture.ts';
import { collectSnapshot } from '../collect-snapshot.ts';
import { callerAnswer, type StubAnswer, stubClients, xml } from '../query-stub.fixture.ts';

const action = 'iam:GetAccountAuthorizationDetails';
const parts = ['users', 'groups', 'roles', 'policies'] as const;

async function collect(answer: StubAnswer | readonly StubAnswer[], wanted: readonly PartName[]) {
  const { clients, calls } = stubClients({
    'sts:GetCallerIdentity': callerAnswer,
    [action]: answer,
  });
  const options = { now: () => new Date(0), sleep: () => Promise.resolve() };
  const snapshot = await collectSnapshot(clients, { parts: wanted }, options);
  return { parts: snapshot.parts, calls: calls.filter((call) => call.action === action) };
}

const codes = (read: Snapshot['parts']) =>
  parts.map((part) => {
    const found = read[part];
    return found.status === 'known' ? found.value.length : found.reason.code;
  });

test.each([
  [['users'], ['User']],
  [
    ['groups', 'roles'],
    ['Group', 'Role'],
  ],
  [parts, ['User', 'Group', 'Role', 'LocalManagedPolicy', 'AWSManagedPolicy']],
] as const)('for %s it asks for %s only, a thousand at a time', async (wanted, filter) => {
  const { calls } = await collect(xml(action, detailsXml({})), wanted);
  const filters = filter.map((type, i) => [`Filter.member.${i + 1}`, type]);
  expect(calls.map((call) => call.input)).toEqual([
    { MaxItems: '1000', ...Object.fromEntries(filters) },
  ]);
});

test('markers are followed to the last page, on which some lists may be left out', async () => {
  const first = detailsXml({ users: userXml, groups: groupXml, roles: roleXml }).replace(
    '<IsTruncated>false</IsTruncated>',
    '<IsTruncated>true</IsTruncated><Marker>next+/=</Marker>',
  );
  const second = `<IsTruncated>false</IsTruncated><Policies>${policyXml}</Policies>`;
  const read = await collect([xml(action, first), xml(action, second)], parts);
  expect(codes(read.parts)).toEqual([1, 1, 1, 1]);
  expect(read.calls.map((call) => call.input['Marker'])).toEqual([undefined, 'next+/=']);
});

test.each([
  ['cut short without a marker', '<IsTruncated>true</IsTruncated><Policies/>'],
  ['the same marker for ever', '<IsTruncated>true</IsTruncated><Marker>m</Marker><Policies/>'],
  ['no list at all', '<IsTruncated>false</IsTruncated>'],
])('%s: all parts are unknown', async (_name, result) => {
  const read = await collect(xml(action, result), parts);
  expect(codes(read.parts)).toEqual(parts.map(() => 'BAD_RESPONSE'));
});

test('a list that is missing makes its own part unknown', async () => {
  const result = detailsXml({ users: userXml }).replace('<RoleDetailList></RoleDetailList>', '');
  const read = await collect(xml(action, result), parts);
  expect(codes(read.parts)).toEqual([1, 0, 'BAD_RESPONSE', 0]);
});

test.each([
  ['UserName', '<UserName>ada</UserName>'],
  ['Arn', '<Arn>arn:aws:iam::111122223333:user/rolecall/test/ada</Arn>'],
  ['CreateDate', '<CreateDate>2024-01-02T03:04:05Z</CreateDate>'],
  ['PolicyName of an inline policy', '<PolicyName>own</PolicyName>'],
])('a user without %s makes the users unknown', async (_name, element) => {
  expect(userXml).toContain(element);
  const result = detailsXml({ users: userXml.replace(element, ''), groups: groupXml });
  const read = await collect(xml(action, result), parts);
  expect(codes(read.parts)).toEqual(['BAD_RESPONSE', 1, 0, 0]);
});

test.each([
  ['is cut off', '%7B%22Statement%22'],
  ['has a broken escape', '%7'],
  ['is no policy', '{"Statement":"x"}'],
])('a trust document that %s makes the roles unknown', async (_name, document) => {
  const broken = roleXml.replace(
    /<AssumeRolePolicyDocument>.*<\/AssumeRolePolicyDocument>/,
    `<AssumeRolePolicyDocument>${document}</AssumeRolePolicyDocument>`,
  );
  const read = await collect(xml(action, detailsXml({ roles: broken })), ['roles']);
  expect(read.parts.roles).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
});

test('a role of which IAM says nothing about its use, and one never used', async () => {
  const silent = roleXml.replace(/<RoleLastUsed>[\s\S]*<\/RoleLastUsed>/, '');
  const never = roleXml.replace(/<RoleLastUsed>[\s\S]*<\/RoleLastUsed>/, '<RoleLastUsed/>');
  const read = await collect(xml(action, detailsXml({ roles: silent + never })), ['roles']);
  const roles = read.parts.roles.status === 'known' ? read.parts.roles.value : [];
  expect(roles.map((role) => role.lastUsed)).toEqual([undefined, {}]);
});

test('AWS-managed policies stay only where something uses them', async () => {
  const managed = (name: string, attached: number, bounds: number): string =>
    policyXml
      .replace(/arn:aws:iam::111122223333:policy[^<]*/, `arn:aws:iam::aws:policy/${name}`)
      .replace(/<PolicyName>.*<\/PolicyId>/s, '')
      .replace('<Path>/rolecall/test/</Path>', '')
      .replace('<AttachmentCount>0', `<AttachmentCount>${attached}`)
      .replace('<PermissionsBoundaryUsageCount>1', `<PermissionsBoundaryUsageCount>${bounds}`);
  const policies = managed('Idle', 0, 0) + managed('Used', 1, 0) + managed('job-function/B', 0, 1);
  const read = await collect(xml(action, detailsXml({ policies })), ['policies']);
  const found = read.parts.policies.status === 'known' ? read.parts.policies.value : [];
  // An emulator leaves out name, id and path; the ARN has two of them.
  expect(found.map(({ name, id, path }) => ({ name, id, path }))).toEqual([
    { name: 'Used', id: '', path: '/' },
    { name: 'B', id: '', path: '/job-function/' },
  ]);
});

test.each([
  ['DefaultVersionId', '<DefaultVersionId>v9</DefaultVersionId>'],
  ['AttachmentCount', '<AttachmentCount>0</AttachmentCount>'],
  ['the default version', '<VersionId>v9</VersionId>'],
])('a policy without %s makes the policies unknown', async (_name, element) => {
  const broken = policyXml.replace(element, '');
  const read = await collect(xml(action, detailsXml({ policies: broken })), ['policies']);
  expect(read.parts.policies).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
});
