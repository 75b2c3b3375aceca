import fc from 'fast-check';
import { type Known, known, notCollected, type Part } from '../../model/part.ts';
import { anAnalyzer, deniedAnalyzers, someFindings } from './analyzers.fixture.ts';
import { instant } from './arbitrary-principals.fixture.ts';
import { account, arnOf } from './snapshot.fixture.ts';
import { aTrail, events, notTold, stopped } from './trails.fixture.ts';

const member = '222233334444';
const regions = ['eu-west-1', 'us-east-1'];
const contact = { name: 'Desk', title: 'Team', phone: '+12065550100' };
const contacts = fc.constantFrom(
  null,
  { ...contact, email: 'desk@example.com' },
  { ...contact, email: 'team@example.com' },
);
const analyzers = fc.subarray([
  anAnalyzer('ACCOUNT'),
  anAnalyzer('ORGANIZATION', 'CREATING'),
  anAnalyzer('ACCOUNT_UNUSED_ACCESS'),
]);
const findings = fc.constantFrom(
  {},
  { 'arn:analyzer/account': someFindings({ ExternalAccess: 2 }) },
);
const instance = { arn: 'arn:aws:sso:::instance/i', identityStoreId: 'd-1', status: 'ACTIVE' };
const instances = fc.subarray([
  { ...instance, ownerAccount: account },
  { ...instance, arn: 'arn:aws:sso:::instance/o', ownerAccount: member },
]);
const permissionSet = {
  region: 'eu-west-1',
  sessionSeconds: 3_600,
  managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  customerPolicyNames: [],
};
const assignments = fc.constantFrom<Part<[]>>(known([]), notCollected);
const permissionSets = fc.oneof(
  fc.constant(null),
  fc.tuple(assignments, assignments).map(([first, second]) => [
    { ...permissionSet, arn: 'arn:aws:sso:::permissionSet/i/a', name: 'Admin', assignments: first },
    {
      ...permissionSet,
      arn: 'arn:aws:sso:::permissionSet/i/b',
      name: 'Other',
      assignments: second,
    },
  ]),
);
const policy = { awsManaged: false, targets: [{ id: 'r-1', type: 'ROOT' }] };

/** The parts of other services than IAM, which need not agree with each other either. */
export const otherParts = {
  regions: mayBeUnknown(fc.subarray(regions)),
  contactInformation: mayBeUnknown(fc.constantFrom({}, { fullName: 'Jane', phone: '+1' })),
  alternateContacts: mayBeUnknown(
    fc.record({ billing: contacts, operations: contacts, security: contacts }),
  ),
  organizationAccounts: mayBeUnknown(
    fc.constantFrom(null, [
      { id: account, name: 'own', status: 'ACTIVE' },
      { id: member, name: 'audit', status: 'SUSPENDED' },
    ]),
  ),
  organizationPolicies: mayBeUnknown(
    fc.oneof(
      fc.constant(null),
      fc.subarray([
        { ...policy, id: 'p-1', name: 'one', type: 'SERVICE_CONTROL_POLICY' },
        { ...policy, id: 'p-2', name: 'two', type: 'DECLARATIVE_POLICY_EC2' },
      ]),
    ),
  ),
  delegatedAdministrators: mayBeUnknown(
    fc.constantFrom(
      null,
      [],
      [{ account: member, services: ['b.amazonaws.com', 'a.amazonaws.com'] }],
    ),
  ),
  openHandshakes: mayBeUnknown(fc.subarray([{ id: 'h-1', action: 'INVITE' }])),
  memberRootSummaries: mayBeUnknown(
    fc.constantFrom(
      null,
      { [member]: known({ AccountPasswordPresent: 1 }) },
      { [member]: notCollected },
    ),
  ),
  identityCenterInstances: byRegion(instances),
  permissionSets: mayBeUnknown(permissionSets),
  analyzers: byRegion(analyzers),
  analyzerFindings: byRegion(findings),
  policyGenerations: mayBeUnknown(
    fc.oneof(
      fc.constant(null),
      instant.map((startedAt) => ({ status: 'SUCCEEDED', startedAt })),
    ),
  ),
  trails: mayBeUnknown(
    fc.subarray([
      aTrail(),
      aTrail({ name: 'off', arn: 'arn:aws:cloudtrail:us-east-1:1:trail/off', status: stopped }),
      aTrail({
        name: 'unread',
        arn: 'arn:aws:cloudtrail:us-east-1:1:trail/unread',
        multiRegion: false,
        status: notTold,
        ...events(true, false),
      }),
    ]),
  ),
  serverCertificates: mayBeUnknown(
    fc.array(instant, { maxLength: 1 }).map((list) =>
      list.map((expiresAt) => ({
        name: 'www',
        arn: arnOf('server-certificate', 'www'),
        uploadedAt: expiresAt,
        expiresAt,
      })),
    ),
  ),
  samlProviders: mayBeUnknown(
    fc
      .array(instant, { maxLength: 1 })
      .map((list) =>
        list.map((validUntil) => ({ arn: arnOf('saml-provider', 'idp'), validUntil })),
      ),
  ),
  delegationRequests: mayBeUnknown(fc.subarray([{ id: 'd-1', state: 'PENDING_APPROVAL' }])),
  outboundFederation: mayBeUnknown(fc.record({ enabled: fc.boolean() })),
};

function byRegion<T>(value: fc.Arbitrary<T>) {
  const inRegion: fc.Arbitrary<Part<T>> = fc.oneof(
    { weight: 3, arbitrary: value.map((it) => known(it)) },
    { weight: 1, arbitrary: fc.constant(deniedAnalyzers) },
  );
  return mayBeUnknown(fc.record({ 'eu-west-1': inRegion, 'us-east-1': inRegion }));
}

export function mayBeUnknown<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Part<T>> {
  const read: fc.Arbitrary<Known<T>> = value.map((it) => known(it));
  return fc.oneof(
    { weight: 9, arbitrary: read },
    { weight: 1, arbitrary: fc.constant(notCollected) },
  );
}
