import fc from 'fast-check';
import type { CredentialRow, Snapshot } from '../../model/snapshot.ts';
import { mayBeUnknown, otherParts } from './arbitrary-others.fixture.ts';
import {
  groups,
  instant,
  managedPolicies,
  roles,
  userNames,
  users,
} from './arbitrary-principals.fixture.ts';
import {
  account,
  aPasswordPolicy,
  aRootRow,
  aRow,
  arnOf,
  aSnapshot,
  reportGeneratedAt,
  rootArn,
} from './snapshot.fixture.ts';

const key = fc.record(
  { active: fc.boolean(), lastRotatedAt: instant, lastUsedAt: instant },
  { requiredKeys: ['active'] },
);
const certificate = fc.record({ active: fc.boolean() });
const row: fc.Arbitrary<Partial<CredentialRow>> = fc.record(
  {
    createdAt: instant,
    password: fc.constantFrom('enabled', 'disabled', 'not-supported', 'unknown'),
    passwordLastUsedAt: instant,
    passwordLastChangedAt: instant,
    mfaActive: fc.boolean(),
    accessKeys: fc.tuple(key, key),
    signingCertificates: fc.tuple(certificate, certificate),
  },
  { requiredKeys: [] },
);
const userRows = fc
  .subarray(userNames)
  .chain((names) =>
    fc.tuple(...names.map((user) => row.map((members) => aRow({ ...members, user })))),
  );
const rootRows = fc.oneof(
  row.map((members) => [aRootRow(members)]),
  fc.constant([]),
);
const credentialReport = fc
  .tuple(rootRows, userRows)
  .map(([root, rows]) => ({ generatedAt: reportGeneratedAt, rows: [...root, ...rows] }));

const bit = fc.integer({ min: 0, max: 1 });
const accountSummary = fc
  .record(
    {
      AccountMFAEnabled: bit,
      AccountPasswordPresent: bit,
      AccountAccessKeysPresent: bit,
      AccountSigningCertificatesPresent: bit,
    },
    { requiredKeys: [] },
  )
  .map((summary): { readonly [name: string]: number } => ({ ...summary }));
const passwordPolicy = fc.oneof(
  fc.constant(null),
  fc
    .record({ minimumLength: fc.integer({ min: 6, max: 20 }), hardExpiry: fc.boolean() })
    .chain((policy) =>
      fc.constantFrom({}, { maxAge: 90 }).map((age) => aPasswordPolicy({ ...policy, ...age })),
    ),
);
const organization = fc.constantFrom(
  null,
  { id: 'o-1', managementAccountId: account, featureSet: 'ALL' },
  { id: 'o-1', managementAccountId: '999999999999', featureSet: 'ALL' },
);
const organizationsFeatures = fc.oneof(
  fc.constant(null),
  fc.subarray(['RootCredentialsManagement', 'RootSessions']),
);
const owned = { userName: fc.constantFrom(...userNames, 'new'), active: fc.boolean() };
const serviceSpecificCredentials = numbered(
  fc.record({
    ...owned,
    service: fc.constantFrom('bedrock.amazonaws.com', 'codecommit.amazonaws.com'),
    createdAt: instant,
  }),
);
const sshPublicKeys = numbered(fc.record({ ...owned, uploadedAt: instant }));
const mfaDevices = fc.array(
  fc.record({
    userName: owned.userName,
    serialNumber: fc.constantFrom('GAHT1', arnOf('mfa', 'app'), arnOf('u2f', 'key')),
  }),
  { maxLength: 4 },
);
const virtualMfaDevices = fc.subarray([
  { serialNumber: arnOf('mfa', 'root-account-mfa-device') },
  { serialNumber: arnOf('mfa', 'app'), userArn: rootArn },
]);

/** Snapshots in which any part may be unknown and the parts need not agree with each other. */
export const arbitrarySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    users: mayBeUnknown(users),
    groups: mayBeUnknown(groups),
    roles: mayBeUnknown(roles),
    policies: mayBeUnknown(managedPolicies),
    credentialReport: mayBeUnknown(credentialReport),
    accountSummary: mayBeUnknown(accountSummary),
    passwordPolicy: mayBeUnknown(passwordPolicy),
    organization: mayBeUnknown(organization),
    organizationsFeatures: mayBeUnknown(organizationsFeatures),
    serviceSpecificCredentials: mayBeUnknown(serviceSpecificCredentials),
    sshPublicKeys: mayBeUnknown(sshPublicKeys),
    mfaDevices: mayBeUnknown(mfaDevices),
    virtualMfaDevices: mayBeUnknown(virtualMfaDevices),
    ...otherParts,
  })
  .map((parts) => {
    const { parts: others, ...snapshot } = aSnapshot({});
    return { ...snapshot, parts: { ...others, ...parts } };
  });

/** Up to four values, each with an id that no other has. */
function numbered<T extends object>(value: fc.Arbitrary<T>): fc.Arbitrary<(T & { id: string })[]> {
  return fc
    .array(value, { maxLength: 4 })
    .map((list) => list.map((member, index) => ({ ...member, id: `ID${index}` })));
}
