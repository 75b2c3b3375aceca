import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, openAccount } from './account.fixture.ts';
import { essence, expectApplied } from './convergence-laws.fixture.ts';
import { differing, leavesOf } from './leaves.fixture.ts';
import { arbitraryManifest } from './manifest.arbitrary.ts';
import { wayBackOf } from './rollback.fixture.ts';
import { twoRegions } from './two-regions.fixture.ts';

const seed = Number(process.env.ROLECALL_SEED ?? 20261121);
const sections = arbitraryManifest({ scopePath: '/rolecall/platform/' });
type Sections = typeof sections extends fc.Arbitrary<infer T> ? T : never;

/** The clock of the tests begins here. */
const start = Date.parse('2026-11-20T12:00:00Z');
const hour = 3_600_000;

function textOf(declared: object): string {
  return JSON.stringify({ version: 1, scope: 'platform', account, ...declared });
}

/** The laws of ends and of moves, each held against so many random manifests. */
export function describeLife(runs: number): void {
  describe('a life', () => {
    it('ends as declared, in whatever order, and nothing comes back', async () => {
      const hours = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(sections, hours, async (declared, ends) => {
          const opened = openAccount();
          const text = textOf(ending(declared, ends.toSorted()));
          for (let passed = 0; passed <= 6; passed++) {
            await expectApplied(opened, text);
            expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [] });
            await opened.clock.sleep(hour);
          }
          const { oidcProviders, ...rest } = await essence(opened);
          expect(oidcProviders).toEqual([]);
          const { users, groups, roles, policies, instanceProfiles } = rest;
          const left = { ...users, ...groups, ...roles, ...policies, ...instanceProfiles };
          expect(Object.keys(left).filter((arn) => arn.includes('/rolecall/'))).toEqual([]);
        }),
        { numRuns: runs, seed },
      );
    });

    it('under a new name is as if it had always had it', async () => {
      await fc.assert(
        fc.asyncProperty(sections, async (declared) => {
          const moved = openAccount();
          await expectApplied(moved, textOf(declared));
          const renamed = { ...rename(declared), moved: movesOf(declared) };
          await expectApplied(moved, textOf(renamed));
          expect(await moved.plan(textOf(renamed))).toMatchObject({ changes: [], conflicts: [] });
          const fresh = openAccount();
          await expectApplied(fresh, textOf(rename(declared)));
          expect(await essence(moved)).toEqual(await essence(fresh));
        }),
        { numRuns: runs, seed },
      );
    });

    it('is as it was on the way back, from wherever the change was cut off', async () => {
      await fc.assert(
        fc.asyncProperty(sections, sections, fc.nat(60), async (first, second, cut) => {
          const opened = openAccount({ scenario: twoRegions });
          const [from, to] = [first, second].map((one) => textOf(takenBack(one)));
          if (from === undefined || to === undefined) return;
          await expectApplied(opened, from);
          const state = leavesOf(await essence(opened));
          const plan = await opened.plan(to);
          fc.pre(plan.conflicts.length === 0);
          opened.sandbox.faults.stopAfterWrites = cut < 40 ? cut : undefined;
          await opened.apply(to).catch(() => undefined);
          opened.sandbox.faults.stopAfterWrites = undefined;
          const wayBack = wayBackOf(opened, plan, from);
          fc.pre((await wayBack()).plan.conflicts.length === 0);
          await opened.apply(from, { plan: wayBack });
          expect(differing(state, leavesOf(await essence(opened)))).toEqual([]);
        }),
        { numRuns: runs, seed },
      );
    });
  });
}

/** What a way back covers whole. */
function takenBack(declared: Sections): object {
  const prune = { enabled: true, maxDeletes: 100 };
  return {
    ...declared,
    prune,
    groups: { ...declared.groups, keep: {} },
    passwordPolicy: undefined,
    alternateContacts: undefined,
    serviceLinkedRoles: undefined,
  };
}

/** What others need ends after them: profiles first, then roles, users, and the rest. */
function ending(declared: Sections, [profiles = 1, roles = 1, users = 1, others = 1]: number[]) {
  const until = (members: object, end: number) =>
    mapValues(members, (member) => ({
      ...member,
      expiresAt: new Date(start + end * hour).toISOString(),
    }));
  return {
    ...declared,
    instanceProfiles: until(declared.instanceProfiles ?? {}, profiles),
    roles: until(declared.roles, roles),
    users: until(declared.users, users),
    groups: until(declared.groups, others),
    policies: until(declared.policies, others),
    oidcProviders: until(declared.oidcProviders ?? {}, others),
    // Settings of the account never end, and cannot do without their role.
    protonSettings: {},
  };
}

const kinds = [
  ['roles', 'role'],
  ['users', 'user'],
  ['groups', 'group'],
  ['policies', 'policy'],
] as const;

/** `alpha` becomes `alpha-2`, and so does all that names it. */
function rename(declared: Sections): object {
  const again = (name: string) => `${name}-2`;
  const named = JSON.parse(
    JSON.stringify(declared).replace(/(\{\{arn:(?:role|user)\/|"policy\/)(\w+)/g, '$1$2-2'),
  );
  return {
    ...named,
    ...Object.fromEntries(
      kinds.map(([section]) => [
        section,
        Object.fromEntries(
          Object.entries<object>(named[section]).map(([name, member]) => [again(name), member]),
        ),
      ]),
    ),
    users: Object.fromEntries(
      Object.entries<{ groups: string[] }>(named.users).map(([name, user]) => [
        again(name),
        { ...user, groups: user.groups.map(again) },
      ]),
    ),
    instanceProfiles: mapValues(named.instanceProfiles ?? {}, (profile) => ({
      ...profile,
      role: again('role' in profile ? String(profile.role) : ''),
    })),
  };
}

function movesOf(declared: Sections) {
  return kinds.flatMap(([section, type]) =>
    Object.keys(declared[section]).map((name) => ({
      from: `${type}/${name}`,
      to: `${type}/${name}-2`,
    })),
  );
}

function mapValues(members: object, map: (member: object) => object): object {
  return Object.fromEntries(
    Object.entries<object>({ ...members }).map(([name, member]) => [name, map(member)]),
  );
}
