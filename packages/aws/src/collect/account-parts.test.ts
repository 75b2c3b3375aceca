import type { CollectRequest, PartName, PlanningScope } from '@rolecall/core';
import { describe, expect, test } from 'vitest';
import { accountAnswers, fullRequest, noOrganization } from '../account.fixture.ts';
import { collectSnapshot } from '../collect-snapshot.ts';
import { errorXml, type StubAnswers, stubClients, xml } from '../query-stub.fixture.ts';

async function collect(answers: StubAnswers, request: CollectRequest) {
  const { clients, calls } = stubClients({ ...accountAnswers, ...answers });
  const options = { now: () => new Date(0), sleep: () => Promise.resolve() };
  const { parts } = await collectSnapshot(clients, request, options);
  return { parts, calls };
}

const known = (value: unknown) => ({ status: 'known', value });
const planning: PlanningScope = {
  pathPrefix: '/rolecall/other/',
  policyNames: [],
  instanceProfileNames: [],
  userNames: [],
  managedPolicyArns: [],
  heldPolicyArns: [],
};

describe('there is none, and AWS says so with an error', () => {
  const missing = errorXml('NoSuchEntity', 'none', 404);
  const table: readonly (readonly [PartName, StubAnswers, unknown])[] = [
    ['passwordPolicy', { 'iam:GetAccountPasswordPolicy': missing }, null],
    ['organization', { 'organizations:DescribeOrganization': noOrganization }, null],
    ...[
      'AccountNotManagementOrDelegatedAdministrator',
      'OrganizationNotFoundException',
      'OrganizationNotInAllFeaturesMode',
      'ServiceAccessNotEnabled',
    ].map(
      (code) =>
        [
          'organizationsFeatures',
          { 'iam:ListOrganizationsFeatures': errorXml(code, 'no', 409) },
          null,
        ] as const,
    ),
    ['oidcProviders', { 'iam:GetOpenIDConnectProvider': missing }, []],
    ['mfaDevices', { 'iam:ListMFADevices': missing }, []],
    ['sshPublicKeys', { 'iam:ListSSHPublicKeys': missing }, []],
    ['policySettings', { 'iam:GetPolicy': missing }, {}],
    ['managedDocuments', { 'iam:GetPolicy': missing }, {}],
  ];
  test.each(table)('%s', async (part, answers, value) => {
    const { parts } = await collect(answers, { ...fullRequest, parts: [part] });
    expect(parts[part]).toEqual(known(value));
  });
});

test('an organization with no such feature on', async () => {
  const answer = xml('iam:ListOrganizationsFeatures', '<OrganizationId>o-1</OrganizationId>');
  const { parts } = await collect(
    { 'iam:ListOrganizationsFeatures': answer },
    { parts: ['organizationsFeatures'] },
  );
  expect(parts.organizationsFeatures).toEqual(known([]));
});

describe('pages', () => {
  const table: readonly (readonly [PartName, string, string])[] = [
    ['virtualMfaDevices', 'iam:ListVirtualMFADevices', 'VirtualMFADevices'],
    ['serverCertificates', 'iam:ListServerCertificates', 'ServerCertificateMetadataList'],
    ['accountAliases', 'iam:ListAccountAliases', 'AccountAliases'],
    [
      'serviceSpecificCredentials',
      'iam:ListServiceSpecificCredentials',
      'ServiceSpecificCredentials',
    ],
    ['mfaDevices', 'iam:ListMFADevices', 'MFADevices'],
    ['sshPublicKeys', 'iam:ListSSHPublicKeys', 'SSHPublicKeys'],
    ['roleSettings', 'iam:ListRoles', 'Roles'],
    ['instanceProfiles', 'iam:ListInstanceProfiles', 'InstanceProfiles'],
  ];

  test.each(table)('%s: markers are followed', async (part, action, list) => {
    const first = xml(action, `<${list}/><IsTruncated>true</IsTruncated><Marker>m1</Marker>`);
    const last = accountAnswers[action];
    const whole = await collect({}, { parts: [part] });
    const paged = await collect({ [action]: last ? [first, last] : first }, { parts: [part] });
    expect(paged.parts[part]).toEqual(whole.parts[part]);
    const markers = paged.calls.filter((call) => call.action === action);
    expect(markers.map((call) => call.input['Marker'])).toEqual([undefined, 'm1']);
  });

  test.each(table)('%s: a second page of nothing known is an error', async (part, action, list) => {
    const first = xml(action, `<${list}/><IsTruncated>true</IsTruncated><Marker>m1</Marker>`);
    const { parts } = await collect({ [action]: [first, xml(action, '')] }, { parts: [part] });
    expect(parts[part]).toMatchObject({ reason: { code: 'BAD_RESPONSE' } });
  });
});

test('MFA devices are looked up for users that have one, never for root', async () => {
  const { calls } = await collect({}, { parts: ['mfaDevices'] });
  const asked = calls.filter((call) => call.action === 'iam:ListMFADevices');
  expect(asked.map((call) => call.input)).toEqual([{ UserName: 'ada' }]);
});

describe('what a plan is about', () => {
  test.each([
    ['nothing named', {}, 0],
    ['a name in another case', { policyNames: ['EDGE'] }, 1],
    ['the path', { pathPrefix: '/rolecall/test/' }, 1],
  ])('policy settings, %s', async (_name, scope, count) => {
    const request: CollectRequest = {
      parts: ['policySettings'],
      planning: { ...planning, ...scope },
    };
    const { calls } = await collect({}, request);
    expect(calls.filter((call) => call.action === 'iam:GetPolicy')).toHaveLength(count);
  });

  test('tags of the instance profiles named, not of the others', async () => {
    const { parts } = await collect(
      {},
      { parts: ['instanceProfiles'], planning: { ...planning, instanceProfileNames: ['other'] } },
    );
    const profiles = parts.instanceProfiles.status === 'known' ? parts.instanceProfiles.value : [];
    expect(profiles.map(({ name, tags }) => [name, tags])).toEqual([
      ['box', undefined],
      ['Other', { k: 'v' }],
    ]);
  });

  test('the default version of each AWS-managed policy named, once', async () => {
    const arn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const { parts, calls } = await collect(
      {},
      { parts: ['managedDocuments'], planning: { ...planning, managedPolicyArns: [arn, arn] } },
    );
    expect(parts.managedDocuments).toMatchObject(known({ [arn]: { versionId: 'v3' } }));
    expect(calls.map((call) => call.input['VersionId'])).toEqual([undefined, undefined, 'v3']);
  });
});
