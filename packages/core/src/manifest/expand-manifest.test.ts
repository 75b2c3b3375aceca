import { describe, expect, it } from 'vitest';
import type { ResourceSections } from '../model/resource-sections.ts';
import { expandManifest } from './expand-manifest.ts';
import { desiredOf, faultsOf, head, manifestOf } from './testing/manifest.fixture.ts';

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const document = '{Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}';

describe('expandManifest', () => {
  it('resolves the ways to name a policy', async () => {
    const [role] = await desiredOf(`
roles:
  web:
    trust: ${trust}
    managedPolicies: [ReadOnlyAccess, job-function/SupportUser, reader, policy/reader, "arn:aws:iam::aws:policy/Billing9"]
    permissionsBoundary: reader
policies:
  reader: {document: ${document}}
`);
    const reader = 'arn:aws:iam::111122223333:policy/rolecall/platform/reader';
    expect(role).toMatchObject({
      address: 'role/web',
      path: '/rolecall/platform/',
      tags: { 'rolecall:owner': 'platform', 'rolecall:resource': 'role/web' },
      managedPolicies: [
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
        'arn:aws:iam::aws:policy/job-function/SupportUser',
        reader,
        'arn:aws:iam::aws:policy/Billing9',
      ],
      permissionsBoundary: reader,
    });
  });

  it('writes ARNs of the partition', async () => {
    const header = head.replace('version: 1', 'version: 1\npartition: aws-cn');
    const [role] = await desiredOf(
      `roles:\n  web:\n    trust: ${trust}\n    managedPolicies: [ReadOnlyAccess]\n`,
      header,
    );
    expect(role).toMatchObject({ managedPolicies: ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess'] });
  });

  it('lets who uses a blueprint change what it makes, before names are resolved', async () => {
    const manifest = await manifestOf(
      'blueprints:\n  ask: {use: support-user-role, with: {principals: ["arn:aws:iam::111122223333:root"]}}\n',
    );
    const blueprints = manifest.blueprints.map((use) => ({
      ...use,
      shape: ({ roles, ...rest }: ResourceSections): ResourceSections => ({
        ...rest,
        roles: Object.fromEntries(
          Object.values(roles).map((role) => [
            'Support',
            { ...role, managedPolicies: ['ReadOnlyAccess'] },
          ]),
        ),
      }),
    }));
    const facts = { includeRetired: false, servicesSeen: new Set<string>() };
    const desired = expandManifest({ ...manifest, blueprints }, { ...facts, managedDocuments: {} });
    expect(desired).toMatchObject([
      { address: 'ask/role/Support', managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    ]);
  });

  it('puts values and ARNs in the place of their names', async () => {
    const [role] = await desiredOf(`
roles:
  web:
    trust:
      Statement:
        - Effect: Allow
          Principal: {AWS: "{{arn:user/CI}}"}
          Action: sts:AssumeRole
          Condition: {StringEquals: {"aws:SourceAccount": "{{account}}"}}
users:
  ci: {}
`);
    expect(role).toMatchObject({
      trust: {
        Statement: [
          {
            Principal: { AWS: 'arn:aws:iam::111122223333:user/rolecall/platform/ci' },
            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
          },
        ],
      },
    });
  });

  it('makes one provider of several that are asked for', async () => {
    const desired = await desiredOf(`
blueprints:
  a: {use: github-actions-oidc, with: {organization: acme, repository: one, organizationId: "1", repositoryId: "2", roleName: one}}
  b: {use: github-actions-oidc, with: {organization: acme, repository: two, organizationId: "1", repositoryId: "3", roleName: two}}
`);
    expect(desired.map(({ address }) => address)).toEqual([
      'a/role/one',
      'a/oidc-provider/token.actions.githubusercontent.com',
      'b/role/two',
    ]);
  });
});

describe('what cannot be carried out', () => {
  it.each([
    [
      'a policy that nobody knows',
      `roles:\n  web:\n    trust: ${trust}\n    managedPolicies: [ReadOnlyAcess]\n`,
      { at: '5:3', hint: 'Did you mean "ReadOnlyAccess"?' },
    ],
    [
      'a policy without its path',
      `roles:\n  web:\n    trust: ${trust}\n    managedPolicies: [SupportUser]\n`,
      { at: '5:3', hint: 'Did you mean "job-function/SupportUser"?' },
    ],
    [
      'a policy of another partition',
      `roles:\n  web:\n    trust: ${trust}\n    managedPolicies: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"]\n`,
      { at: '5:3', hint: 'Write "arn:aws:…", or the policy\'s name alone.' },
    ],
    [
      'a name that means two policies',
      `policies:\n  ReadOnlyAccess: {document: ${document}}\nroles:\n  web:\n    trust: ${trust}\n    managedPolicies: [ReadOnlyAccess]\n`,
      { at: '7:3', hint: 'Write "policy/ReadOnlyAccess" for the declared one, or the whole ARN.' },
    ],
    [
      'two names that differ in case',
      `roles:\n  web:\n    trust: ${trust}\n  Web:\n    trust: ${trust}\n`,
      { at: '7:3', hint: 'IAM compares names without regard to case: rename one of them.' },
    ],
    [
      'a placeholder for nothing',
      `policies:\n  p: {document: {Statement: [{Effect: Allow, Action: "s3:*", Resource: "{{arn:role/x}}"}]}}\n`,
      { at: '5:3', hint: 'Declared are: policy/p.' },
    ],
    [
      'a group outside our path',
      'groups:\n  people: {path: /}\n',
      { at: '5:3', hint: expect.stringContaining('adopt: true') },
    ],
    [
      'an unknown blueprint',
      'blueprints:\n  a: {use: github-action-oidc}\n',
      { at: '5:12', code: 'BLUEPRINT_UNKNOWN', hint: 'Did you mean "github-actions-oidc"?' },
    ],
    [
      'an unknown parameter',
      'blueprints:\n  a: {use: app-runner-instance, includeRetired: true, with: {roleNam: x}}\n',
      { at: '5:71', code: 'PARAMETER_INVALID' },
    ],
    [
      'a service that AWS has closed',
      'blueprints:\n  a: {use: proton-environment}\n',
      { at: '5:12', code: 'SERVICE_RETIRED' },
    ],
    [
      'a character that IAM does not take',
      'policies:\n  p: {document: {Statement: [{Sid: "x", Effect: Allow, Action: "s3:*", Resource: "arn:aws:s3:::“"}]}}\n',
      { at: '5:3' },
    ],
  ])('%s', async (_name, text, expected) => {
    const faults = await faultsOf(desiredOf(text));
    expect(faults).toContainEqual(expect.objectContaining(expected));
  });

  it('says all that is wrong at once', async () => {
    const text = 'blueprints:\n  a: {use: nothing}\n  b: {use: proton-environment}\n';
    const codes = (await faultsOf(desiredOf(text))).map(({ code }) => code);
    expect(codes).toEqual(['BLUEPRINT_UNKNOWN', 'SERVICE_RETIRED']);
  });
});

describe('a service closed to new customers', () => {
  const text = 'blueprints:\n  a: {use: incident-manager}\n';

  it('is open to an account that uses it', async () => {
    const desired = expandManifest(await manifestOf(text), {
      includeRetired: false,
      servicesSeen: new Set(['ssm-incidents.amazonaws.com']),
      managedDocuments: {},
    });
    expect(desired).toMatchObject([{ type: 'service-linked-role' }]);
  });

  it('is refused otherwise, with date and successor', async () => {
    const [fault] = await faultsOf(desiredOf(text));
    expect(fault?.message).toContain('2025');
  });
});
