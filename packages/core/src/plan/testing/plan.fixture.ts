import { aSnapshot, type KnownParts } from '../../checks/testing/snapshot.fixture.ts';
import { expandAsOf } from '../../manifest/expand-manifest.ts';
import { manifestOf } from '../../manifest/testing/manifest.fixture.ts';
import { known } from '../../model/part.ts';
import type { Plan } from '../plan.ts';
import { planAccount } from '../plan-account.ts';
import type { PlanInput } from '../plan-input.ts';

/** An account that was read whole and has nothing but `parts`. */
export function accountWith(parts: KnownParts = {}) {
  return aSnapshot({
    users: [],
    groups: [],
    roles: [],
    policies: [],
    roleSettings: {},
    policySettings: {},
    instanceProfiles: [],
    oidcProviders: [],
    accountAliases: [],
    passwordPolicy: null,
    accountSummary: {},
    analyzers: { 'us-east-1': known([]) },
    archiveRules: { 'us-east-1': known({}) },
    alternateContacts: { billing: null, operations: null, security: null },
    samlMetadata: {},
    identityCenterSetup: null,
    protonSettings: {
      'us-east-1': known({ pipelineServiceRole: '', pipelineCodebuildRole: '' }),
    },
    ...parts,
  });
}

interface Moment {
  /** Instant in UTC; without one nothing has expired. */
  readonly asOf?: string;
}

/** The plan for the declarations in `text`, against an account with `parts`. */
export async function planOf(
  text: string,
  parts: KnownParts = {},
  { asOf, ...options }: Partial<Pick<PlanInput, 'prune' | 'ignoreTags'>> & Moment = {},
): Promise<Plan> {
  const manifest = await manifestOf(text);
  const { resources: desired, departing } = expandAsOf(manifest, {
    includeRetired: false,
    servicesSeen: new Set(),
    managedDocuments: {},
    asOf,
  });
  return planAccount({
    scope: 'platform',
    account: '111122223333',
    partition: 'aws',
    ignoreTags: [],
    prune: undefined,
    ignore: manifest.ignore,
    desired,
    departing,
    snapshot: accountWith(parts),
    ...options,
  });
}

/** Kind, resource and IAM actions of each change, in order. */
export function outline({ changes }: Plan): readonly string[] {
  return changes.map(
    ({ kind, resource, operations }) =>
      `${kind} ${resource}: ${operations.map(({ action }) => action.replace('iam:', '')).join(' ')}`,
  );
}

export const ours = { 'rolecall:owner': 'platform' };

/** The tags of a resource that is declared as `address`. */
export function mark(address: string) {
  return { ...ours, 'rolecall:resource': address };
}
