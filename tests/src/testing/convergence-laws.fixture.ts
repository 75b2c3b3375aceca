import { createAccountPort, createClients } from '@rolecall/aws';
import type { Snapshot } from '@rolecall/core';
import { partitions } from '@rolecall/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './account.fixture.ts';
import { arbitraryManifest } from './manifest.arbitrary.ts';
import { twoRegions } from './two-regions.fixture.ts';

/** The same manifests in every run of the tests; another seed explores others. */
const seed = Number(process.env.ROLECALL_SEED ?? 20261120);
const partitionIds = fc.constantFrom(...partitions.map(({ id }) => id));
const declarations = arbitraryManifest({ scopePath: '/rolecall/platform/' });

interface Sections {
  readonly groups?: object;
  readonly passwordPolicy?: unknown;
  readonly analyzers?: object;
  readonly protonSettings?: object;
}

/** The regions of analyzers are those of `aws`, the only partition that had Proton. */
function textOf({ analyzers, protonSettings, ...sections }: Sections, partition = 'aws'): string {
  const prune = { enabled: true, maxDeletes: 100 };
  const groups = { ...sections.groups, keep: {} };
  return JSON.stringify({
    version: 1,
    scope: 'platform',
    account,
    partition,
    prune,
    ...sections,
    ...(partition === 'aws' ? { analyzers, protonSettings } : {}),
    groups,
  });
}

/** The laws of planning and applying, each held against so many random manifests. */
export function describeConvergence(runs: number): void {
  describe('applying a plan', () => {
    it('leaves nothing to plan, in every partition', async () => {
      await fc.assert(
        fc.asyncProperty(
          partitionIds,
          declarations,
          declarations,
          async (partition, first, second) => {
            const opened = openAccount({
              partition,
              ...(partition === 'aws' && { scenario: twoRegions }),
            });
            for (const sections of [first, second, first]) {
              const text = textOf(sections, partition);
              await expectApplied(opened, text);
              expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [] });
            }
          },
        ),
        { numRuns: runs * 2, seed },
      );
    });

    it('leaves nothing to plan while principals take their time to appear', async () => {
      await fc.assert(
        fc.asyncProperty(declarations, declarations, async (first, second) => {
          const opened = openAccount({
            scenario: twoRegions,
            faults: {
              propagationMs: 20_000,
              propagationReads: 2,
              propagationReferences: { ms: 20_000 },
            },
          });
          for (const text of [textOf(first), textOf(second)]) {
            // A run knows what it made itself, not what one just before it did.
            await opened.clock.sleep(60_000);
            await expectApplied(opened, text);
            expect(await opened.plan(text)).toMatchObject({ changes: [], conflicts: [] });
          }
        }),
        { numRuns: runs, seed },
      );
    });

    it('ends in the same state when it is cut off anywhere and run again', async () => {
      await fc.assert(
        fc.asyncProperty(declarations, declarations, fc.nat(40), async (first, second, cut) => {
          const whole = openAccount({ scenario: twoRegions });
          await expectApplied(whole, textOf(first));
          await expectApplied(whole, textOf(second));

          const broken = openAccount({ scenario: twoRegions });
          await expectApplied(broken, textOf(first));
          broken.sandbox.faults.stopAfterWrites = cut;
          await broken.apply(textOf(second)).catch(() => undefined);
          broken.sandbox.faults.stopAfterWrites = undefined;
          await expectApplied(broken, textOf(second));

          expect(await essence(broken)).toEqual(await essence(whole));
        }),
        { numRuns: runs, seed },
      );
    });

    it('goes on where a signal stopped it between operations', async () => {
      await fc.assert(
        fc.asyncProperty(declarations, fc.nat(20), async (sections, after) => {
          const opened = openAccount({ scenario: twoRegions });
          const stop = new AbortController();
          let seen = 0;
          const applied = await opened.apply(textOf(sections), {
            signal: stop.signal,
            onEvent: ({ kind }) => {
              if (kind === 'change-started' && seen++ === after) stop.abort();
            },
          });
          if (applied.kind === 'applied' && applied.report.interrupted) {
            expect(applied.report.complete).toBe(false);
          }
          await expectApplied(opened, textOf(sections));
          expect(await opened.plan(textOf(sections))).toMatchObject({ changes: [] });
        }),
        { numRuns: runs, seed },
      );
    });

    it('never touches what is not ours', async () => {
      const theirs = arbitraryManifest({ scopePath: '/rolecall/data/' });
      await fc.assert(
        fc.asyncProperty(theirs, declarations, async (foreign, sections) => {
          const opened = openAccount({ scenario: twoRegions });
          const text = textOf({ ...foreign, passwordPolicy: undefined });
          await opened.apply(text.replace('"scope":"platform"', '"scope":"data"'));
          const before = await essence(opened);
          const plan = await opened.plan(textOf(sections));
          const conflicting = new Set(plan.conflicts.map(({ resource }) => resource));
          const outcome = await opened.apply(textOf(sections)).catch((error: unknown) => error);
          if (conflicting.size > 0) {
            expect(outcome).toMatchObject({ code: 'CONFLICT' });
            expect(await essence(opened)).toEqual(before);
          } else {
            expect(ownedBy(await essence(opened), 'data')).toEqual(ownedBy(before, 'data'));
          }
        }),
        { numRuns: runs, seed },
      );
    });
  });
}

export async function expectApplied(opened: TestAccount, text: string): Promise<void> {
  const { conflicts } = await opened.plan(text);
  // A boundary cannot be made anew under those whom it bounds; that is said, and not done.
  fc.pre(!conflicts.some(({ message }) => message.includes('made anew')));
  const applied = await opened.apply(text);
  const failed =
    applied.kind === 'applied'
      ? applied.report.results.filter(({ status }) => status !== 'done' && status !== 'already')
      : [];
  expect(failed).toEqual([]);
  if (applied.kind === 'applied') expect(applied.report.warnings).toEqual([]);
}

type EssentialPart =
  | 'users'
  | 'groups'
  | 'roles'
  | 'policies'
  | 'roleSettings'
  | 'policySettings'
  | 'instanceProfiles'
  | 'oidcProviders'
  | 'passwordPolicy'
  | 'alternateContacts'
  | 'protonSettings'
  | 'samlMetadata'
  | 'analyzers'
  | 'archiveRules';

type Essence = Awaited<ReturnType<typeof essence>>;

/** The account without what differs between two histories: ids, dates, version numbers. */
export async function essence({ sandbox, clock }: TestAccount) {
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  const { parts } = await createAccountPort(clients, clock).collect({
    parts: [
      'users',
      'groups',
      'roles',
      'policies',
      'roleSettings',
      'policySettings',
      'instanceProfiles',
      'oidcProviders',
      'passwordPolicy',
      'alternateContacts',
      'protonSettings',
      'samlMetadata',
      'analyzers',
      'archiveRules',
    ],
    planning: {
      pathPrefix: '/rolecall/',
      policyNames: [],
      instanceProfileNames: [],
      userNames: [],
      managedPolicyArns: [],
      heldPolicyArns: [],
    },
  });
  return essenceOf(parts);
}

/** The same of parts that are read already. */
export function essenceOf(parts: Pick<Snapshot['parts'], EssentialPart>) {
  return {
    users: byName(parts.users),
    groups: byName(parts.groups),
    roles: byName(parts.roles),
    policies: byName(parts.policies),
    roleSettings: known(parts.roleSettings),
    policySettings: known(parts.policySettings),
    instanceProfiles: byName(parts.instanceProfiles),
    oidcProviders: known(parts.oidcProviders),
    passwordPolicy: known(parts.passwordPolicy),
    alternateContacts: known(parts.alternateContacts),
    protonSettings: known(parts.protonSettings),
    samlMetadata: known(parts.samlMetadata),
    analyzers: withoutOrder(known(parts.analyzers)),
    archiveRules: withoutOrder(known(parts.archiveRules)),
  };
}

export function known<T>(part: { readonly status: string; readonly value?: T }): T | undefined {
  expect(part.status).toBe('known');
  return part.value;
}

type Named = { readonly name: string; readonly arn: string };

function byName(
  part: Snapshot['parts']['users' | 'groups' | 'roles' | 'policies' | 'instanceProfiles'],
) {
  const members: readonly Named[] = known<readonly Named[]>(part) ?? [];
  return Object.fromEntries(
    [...members]
      .sort((a, b) => (a.arn < b.arn ? -1 : 1))
      .map((member) => [member.arn, withoutOrder(member)]),
  );
}

export function withoutOrder(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, withoutHistory));
}

/** Lists are sets here; the order in which two histories built them is no difference. */
function withoutHistory(key: string, value: unknown): unknown {
  if (['id', 'createdAt', 'defaultVersionId', 'versions', 'lastUsed'].includes(key))
    return undefined;
  if (!Array.isArray(value)) return value;
  return [...value].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What lies under the path of a scope; all that another scope must leave as it is. */
function ownedBy(state: Essence, scope: string) {
  const under = (members: { readonly [arn: string]: unknown }) =>
    Object.entries(members).filter(([arn]) => arn.includes(`/rolecall/${scope}/`));
  return [state.users, state.groups, state.roles, state.policies, state.instanceProfiles].map(
    under,
  );
}
