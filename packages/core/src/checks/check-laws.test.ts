import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { known, type Part } from '../model/part.ts';
import { type CheckSettings, defaultCheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { checks } from './index.ts';
import { runChecks } from './run-checks.ts';
import { arbitrarySnapshot } from './testing/arbitrary-snapshot.fixture.ts';
import { now } from './testing/snapshot.fixture.ts';

const settings: CheckSettings = {
  ...defaultCheckSettings,
  emergencyPrincipals: ['user/dora'],
  requiredUserTags: ['owner'],
  requiredRoleTags: ['owner'],
};

function run(snapshot: Snapshot): readonly Finding[] {
  return runChecks({ checks, snapshot, settings, now });
}

test('every check says something, and none breaks', () => {
  fc.assert(
    fc.property(arbitrarySnapshot, (snapshot) => {
      const findings = run(snapshot);
      expect(findings.filter(({ evidence }) => 'error' in evidence)).toEqual([]);
      expect(new Set(findings.map(({ check }) => check)).size).toBe(checks.length);
    }),
  );
});

test('no two findings of a run have one id', () => {
  fc.assert(
    fc.property(arbitrarySnapshot, (snapshot) => {
      const ids = run(snapshot).map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
    }),
  );
});

test('the order in which AWS lists things decides nothing', () => {
  fc.assert(
    fc.property(arbitrarySnapshot, (snapshot) => {
      expect(sorted(run(reversed(snapshot)))).toEqual(sorted(run(snapshot)));
    }),
  );
});

test('a check reads no setting that it does not declare', () => {
  fc.assert(
    fc.property(arbitrarySnapshot, (snapshot) => {
      for (const check of checks) {
        const read = new Set<string | symbol>();
        const watched = new Proxy(settings, {
          get(target, name) {
            read.add(name);
            return Reflect.get(target, name);
          },
        });
        runChecks({ checks: [check], snapshot, settings: watched, now });
        expect(check.settings ?? []).toEqual(expect.arrayContaining([...read]));
      }
    }),
    { numRuns: 30, seed: 20261121 },
  );
});

function reversed(snapshot: Snapshot): Snapshot {
  const { parts } = snapshot;
  return {
    ...snapshot,
    parts: {
      ...parts,
      users: mapPart(parts.users, (list) => list.toReversed()),
      groups: mapPart(parts.groups, (list) => list.toReversed()),
      roles: mapPart(parts.roles, (list) => list.toReversed()),
      policies: mapPart(parts.policies, (list) => list.toReversed()),
      mfaDevices: mapPart(parts.mfaDevices, (list) => list.toReversed()),
      sshPublicKeys: mapPart(parts.sshPublicKeys, (list) => list.toReversed()),
      virtualMfaDevices: mapPart(parts.virtualMfaDevices, (list) => list.toReversed()),
      organizationsFeatures: mapPart(
        parts.organizationsFeatures,
        (list) => list?.toReversed() ?? null,
      ),
      organizationAccounts: mapPart(
        parts.organizationAccounts,
        (list) => list?.toReversed() ?? null,
      ),
      organizationPolicies: mapPart(
        parts.organizationPolicies,
        (list) => list?.toReversed() ?? null,
      ),
      permissionSets: mapPart(parts.permissionSets, (list) => list?.toReversed() ?? null),
      trails: mapPart(parts.trails, (list) => list.toReversed()),
      analyzers: mapPart(parts.analyzers, mapRegions),
      identityCenterInstances: mapPart(parts.identityCenterInstances, mapRegions),
      credentialReport: mapPart(parts.credentialReport, ({ rows, ...report }) => ({
        ...report,
        rows: rows.toReversed(),
      })),
    },
  };
}

/** The regions the other way round, and what each lists. */
function mapRegions<T>(regions: { readonly [region: string]: Part<readonly T[]> }) {
  return Object.fromEntries(
    Object.entries(regions)
      .toReversed()
      .map(([region, part]) => [region, mapPart(part, (list) => list.toReversed())]),
  );
}

function mapPart<T>(part: Part<T>, change: (value: T) => T): Part<T> {
  return part.status === 'known' ? known(change(part.value)) : part;
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
