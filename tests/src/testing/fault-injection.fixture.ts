import {
  type ResourceType,
  type ReviewedPlan,
  RolecallError,
  readReviewedPlan,
  resourceTypes,
  type Snapshot,
} from '@rolecall/core';
import { type CallFault, callFaults, type Faults, type RecordedCall } from '@rolecall/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaseOf, openAccount, type TestAccount } from './account.fixture.ts';
import { essenceOf, known, withoutOrder } from './convergence-laws.fixture.ts';
import { everyKind, everyKindScenario } from './every-kind.fixture.ts';

const { before, after, foreign } = everyKind;
/** All of it takes minutes. */
const longestMs = 1_800_000;

/** An account in which the first manifest holds, with what others have in it. */
async function openBefore(faults: Partial<Faults> = {}): Promise<TestAccount> {
  const opened = openAccount({ scenario: everyKindScenario, faults });
  for (const text of [foreign, before]) expect(await applied(opened, text)).toBe('complete');
  // What was made long ago is no longer new to anybody.
  await opened.clock.sleep(600_000);
  return opened;
}

interface Given {
  readonly token?: string;
  readonly reviewed?: ReviewedPlan;
}

/** How a run ended; what it throws has to be an error of ours. */
async function applied(
  opened: TestAccount,
  text: string,
  { token = 'run', reviewed }: Given = {},
): Promise<string> {
  try {
    const lease = leaseOf(opened.clock, { token, waitMs: 1_200_000 });
    const run = await opened.apply(text, { lease, reviewed });
    if (run.kind !== 'applied') return run.kind;
    return run.report.complete ? 'complete' : 'incomplete';
  } catch (error) {
    if (error instanceof RolecallError) return error.code;
    throw error;
  }
}

/** Everything that was made, each with its name, as often as it was made. */
function madeIn(calls: readonly RecordedCall[]): readonly string[] {
  return calls
    .filter(({ action, outcome }) => outcome === 'ok' && /:(?:Create|Add)/.test(action))
    .filter(({ action }) => !mayBeAskedTwice.has(action))
    .map(({ action, input }) => `${action} ${JSON.stringify(namesIn(input))}`)
    .filter((text) => !text.includes('rolecall-lease'))
    .sort();
}

/** There is one of each, however often it is asked for. */
const mayBeAskedTwice = new Set(['iam:CreateServiceLinkedRole', 'sso:CreateAccountAssignment']);

function namesIn(input: Readonly<Record<string, unknown>>) {
  return Object.entries(input).filter(([key]) =>
    /Name|Arn|Url|Id$|ClientID$|AccountAlias/.test(key),
  );
}

/** The same change carried out whole: how many calls it takes, and what it comes to. */
async function runWhole() {
  const opened = await openBefore();
  const { plan } = await opened.planned(after);
  const from = opened.sandbox.calls.length;
  expect(await applied(opened, after)).toBe('complete');
  const calls = opened.sandbox.calls.slice(from);
  const { snapshot } = await opened.planned(after);
  return { plan, calls, made: madeIn(calls), state: stateOf(snapshot) };
}

function stateOf({ parts }: Snapshot) {
  return { ...essenceOf(parts), identityCenter: withoutOrder(known(parts.identityCenterSetup)) };
}

type Whole = Awaited<ReturnType<typeof runWhole>>;

interface Injection {
  readonly fault: CallFault['fault'];
  /** How many calls come before. */
  readonly point: number;
}

async function expectHealed({ fault, point }: Injection, opened: TestAccount, whole: Whole) {
  const { sandbox } = opened;
  sandbox.faults.atCall = { in: point, fault };
  await applied(opened, after, { token: 'first' });
  sandbox.faults.atCall = undefined;
  sandbox.faults.stopAfterWrites = undefined;
  const where = `${fault} at call ${point}, ${whole.calls[point]?.action}`;
  const second = await applied(opened, after, { token: 'second' });
  expect(['complete', 'nothing-to-do'], where).toContain(second);
  await expectWhole(opened, whole, where);
  // Who dies while giving the lease back leaves it to the next run that has something to do.
  if (second === 'complete')
    expect(JSON.stringify(sandbox.state()), where).not.toContain('rolecall-lease');
}

async function expectWhole(opened: TestAccount, whole: Whole, where?: string): Promise<void> {
  const { sandbox } = opened;
  expect(madeIn(sandbox.calls), where).toEqual(whole.made);
  const { plan, snapshot } = await opened.planned(after);
  expect(plan, where).toMatchObject({ changes: [], conflicts: [] });
  expect(stateOf(snapshot), where).toEqual(whole.state);
}

/** Lets one call go wrong, each in each way; `every` n-th of these points is tried. */
export function describeFaultInjection(every: number): void {
  let whole: Whole;
  let opened: TestAccount;
  let restore: () => void;
  beforeAll(async () => {
    whole = await runWhole();
    opened = await openBefore();
    restore = opened.sandbox.save();
  });

  describe('one call that goes wrong', () => {
    it('is of a plan that has every kind of resource', () => {
      const { plan } = whole;
      const types = new Set<ResourceType>(plan.changes.map(({ type }) => type));
      expect([...types].sort()).toEqual([...resourceTypes].sort());
      const kinds = new Set(plan.changes.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['adopt', 'create', 'delete', 'replace', 'update']);
      expect(plan.conflicts).toEqual([]);
    });

    let sum = 0;
    afterAll(() => process.stdout.write(`${sum} faults were injected.\n`));

    it.each(callFaults)(
      '%s: nothing is left that running again does not put right',
      async (fault) => {
        // Each begins elsewhere, so that a sample has points of the whole run.
        const first = Math.floor(((callFaults.indexOf(fault) + 0.5) * every) / callFaults.length);
        let injected = 0;
        for (let point = first; point < whole.calls.length; point += every) {
          restore();
          await expectHealed({ fault, point }, opened, whole);
          injected += 1;
        }
        process.stdout.write(`${fault}: at ${injected} of ${whole.calls.length} calls\n`);
        expect(injected).toBeGreaterThan(0);
        sum += injected;
      },
      longestMs,
    );
  });

  describe('a reviewed plan', () => {
    it(
      'is carried to its end by the run after one that died',
      async () => {
        restore();
        const plan = JSON.parse(JSON.stringify(await opened.plan(after)));
        const reviewed = readReviewedPlan(plan, 'plan.json');
        const writes = whole.calls.filter(
          ({ action }) => !/:(?:Get|List|Describe)/.test(action),
        ).length;
        for (let point = 0; point < writes; point += Math.ceil(every / 6)) {
          restore();
          opened.sandbox.faults.stopAfterWrites = point;
          await applied(opened, after, { token: 'first', reviewed });
          opened.sandbox.faults.stopAfterWrites = undefined;
          const second = await applied(opened, after, { token: 'second', reviewed });
          expect(['complete', 'nothing-to-do'], `after ${point} writes`).toContain(second);
          await expectWhole(opened, whole, `after ${point} writes`);
        }
      },
      longestMs,
    );
  });

  describe('everything that is new', () => {
    it('may take its time to appear', async () => {
      const slow = await openBefore({
        propagationMs: 20_000,
        propagationReads: 2,
        propagationReferences: { ms: 20_000 },
      });
      slow.sandbox.save()();
      expect(await applied(slow, after)).toBe('complete');
      await expectWhole(slow, whole);
    });
  });
}
