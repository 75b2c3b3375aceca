import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import {
  type ResourceType,
  type ReviewedPlan,
  RolecallError,
  readReviewedPlan,
  resourceTypes,
  type Snapshot,
} from '@rolecall/core';
import { callFaults, type Faults, type RecordedCall } from '@rolecall/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createClock,
  leaseOf,
  type OpeningOptions,
  openAccount,
  type TestAccount,
} from './account.fixture.ts';
import { essenceOf, known, withoutOrder } from './convergence-laws.fixture.ts';
import { everyKind, everyKindScenario } from './every-kind.fixture.ts';
import {
  type Choice,
  choosePoints,
  dealt,
  type FaultPoint,
  type Shard,
  type ShardReport,
} from './fault-points.fixture.ts';
import { withKnownAnswers } from './known-answers.fixture.ts';
import { createTape, type Tape } from './tape.fixture.ts';

const { before, after, foreign } = everyKind;
/** All of it takes minutes. */
const longestMs = 1_800_000;

interface Opening {
  readonly faults?: Partial<Faults>;
  /** The clock of the account, where that is another than that of the runs. */
  readonly now?: () => Date;
  readonly reach?: OpeningOptions['reach'];
}

/** An account in which the first manifest holds, with what others have in it. */
async function openBefore({ faults = {}, now, reach }: Opening = {}): Promise<TestAccount> {
  const clock = createClock();
  const opened = openAccount({
    scenario: everyKindScenario,
    faults,
    clock,
    now: now ?? clock.now,
    ...(reach && { reach }),
  });
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
async function runWhole(opened: TestAccount, tape?: Tape) {
  const { plan } = await opened.planned(after);
  const from = opened.sandbox.calls.length;
  tape?.record();
  expect(await applied(opened, after, { token: 'first' })).toBe('complete');
  tape?.stop();
  const calls = opened.sandbox.calls.slice(from);
  const { snapshot } = await opened.planned(after);
  return { plan, calls, made: madeIn(calls), state: stateOf(snapshot) };
}

function stateOf({ parts }: Snapshot) {
  return { ...essenceOf(parts), identityCenter: withoutOrder(known(parts.identityCenterSetup)) };
}

type Whole = Awaited<ReturnType<typeof runWhole>>;

/** An account to begin with again and again, and how the change goes where nothing goes wrong. */
async function openExperiment() {
  // The account's time stands still, so that what a run leaves does not depend on how long it took.
  const started = new Date('2026-11-20T12:00:00Z');
  const tape = createTape();
  const opened = await openBefore({
    now: () => started,
    reach: (sandbox) => withKnownAnswers(tape.before(sandbox)),
  });
  const begun = opened.clock.now();
  const bringBack = opened.sandbox.save();
  const restore = (): void => {
    bringBack();
    opened.clock.set(begun);
  };
  // Until every answer is known: an unknown one takes longer, and lets others overtake it.
  let asked = '';
  for (let same = false; !same; restore()) {
    const { calls } = await runWhole(opened);
    const text = JSON.stringify(calls);
    same = text === asked;
    asked = text;
  }
  const whole = await runWhole(opened, tape);
  return { opened, restore, tape, whole, judged: new Set<string>() };
}

type Experiment = Awaited<ReturnType<typeof openExperiment>>;

async function expectHealed({ fault, point }: FaultPoint, experiment: Experiment): Promise<void> {
  const { opened, restore, tape, whole, judged } = experiment;
  const { sandbox } = opened;
  restore();
  tape.play(point);
  sandbox.faults.atCall = { in: 0, fault };
  await applied(opened, after, { token: 'first' });
  tape.stop();
  sandbox.faults.atCall = undefined;
  sandbox.faults.stopAfterWrites = undefined;
  const where = `${fault} at call ${point}, ${whole.calls[point]?.action}`;
  // It was the one that was to go wrong.
  expect(sandbox.calls[0]?.action, where).toBe(whole.calls[point]?.action);
  const earlier = whole.calls.slice(0, point);
  const left = leftBehind(opened, earlier);
  if (left !== undefined && judged.has(left)) return;
  const second = await applied(opened, after, { token: 'second' });
  expect(['complete', 'nothing-to-do'], where).toContain(second);
  await expectWhole(opened, whole, { where, earlier });
  // Who dies while giving the lease back leaves it to the next run that has something to do.
  if (second === 'complete')
    expect(JSON.stringify(sandbox.state()), where).not.toContain('rolecall-lease');
  if (left !== undefined) judged.add(left);
}

/**
 * All that what follows depends on, so that the same need not be judged again: what is in the
 * account, what was made, and of a lease that is still held also the time. `undefined` where
 * something is still under way.
 */
function leftBehind(
  { sandbox, clock }: TestAccount,
  earlier: readonly RecordedCall[],
): string | undefined {
  if (sandbox.underWay() > 0) return undefined;
  const state = JSON.stringify(sandbox.state());
  const time = state.includes('rolecall-lease') ? clock.slept() : undefined;
  const made = madeIn([...earlier, ...sandbox.calls]);
  return hash('sha256', JSON.stringify([state, made, time]));
}

interface Judged {
  readonly where?: string;
  /** Calls that the account no longer knows of. */
  readonly earlier?: readonly RecordedCall[];
}

async function expectWhole(
  opened: TestAccount,
  whole: Whole,
  { where, earlier = [] }: Judged = {},
): Promise<void> {
  const { sandbox } = opened;
  expect(madeIn([...earlier, ...sandbox.calls]), where).toEqual(whole.made);
  const { plan, snapshot } = await opened.planned(after);
  expect(plan, where).toMatchObject({ changes: [], conflicts: [] });
  expect(stateOf(snapshot), where).toEqual(whole.state);
}

/** Lets one call go wrong, each in each way, at the points that are chosen. */
export function describeFaultInjection(choice: Choice): void {
  let experiment: Experiment;
  beforeAll(async () => {
    experiment = await openExperiment();
  });

  describe('one call that goes wrong', () => {
    it('is of a plan that has every kind of resource', () => {
      const { plan } = experiment.whole;
      const types = new Set<ResourceType>(plan.changes.map(({ type }) => type));
      expect([...types].sort()).toEqual([...resourceTypes].sort());
      const kinds = new Set(plan.changes.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['adopt', 'create', 'delete', 'replace', 'update']);
      expect(plan.conflicts).toEqual([]);
    });

    const tried: FaultPoint[] = [];
    afterAll(async () => {
      const { whole, judged } = experiment;
      const calls = whole.calls.length;
      process.stdout.write(
        `${tried.length} of ${calls * callFaults.length} faults were injected, which left ${judged.size} different accounts.\n`,
      );
      if ('shard' in choice) await writeReport(choice.shard, { calls, tried });
    });

    it.each(callFaults)(
      '%s: nothing is left that running again does not put right',
      async (fault) => {
        const calls = experiment.whole.calls.length;
        const points = choosePoints(calls, choice).filter((point) => point.fault === fault);
        for (const point of points) {
          await expectHealed(point, experiment);
          tried.push(point);
        }
        process.stdout.write(`${fault}: at ${points.length} of ${calls} calls\n`);
        expect(points.length).toBeGreaterThan(0);
      },
      longestMs,
    );
  });

  describe('a reviewed plan', () => {
    it(
      'is carried to its end by the run after one that died',
      async () => {
        const { opened, restore, whole } = experiment;
        restore();
        const plan = JSON.parse(JSON.stringify(await opened.plan(after)));
        const reviewed = readReviewedPlan(plan, 'plan.json');
        const writes = whole.calls.filter(
          ({ action }) => !/:(?:Get|List|Describe)/.test(action),
        ).length;
        for (const point of chooseWrites(writes, choice)) {
          restore();
          opened.sandbox.faults.stopAfterWrites = point;
          await applied(opened, after, { token: 'first', reviewed });
          opened.sandbox.faults.stopAfterWrites = undefined;
          const second = await applied(opened, after, { token: 'second', reviewed });
          expect(['complete', 'nothing-to-do'], `after ${point} writes`).toContain(second);
          await expectWhole(opened, whole, { where: `after ${point} writes` });
        }
      },
      longestMs,
    );
  });

  describe('everything that is new', () => {
    it('may take its time to appear', async () => {
      const slow = await openBefore({
        faults: {
          propagationMs: 20_000,
          propagationReads: 2,
          propagationReferences: { ms: 20_000 },
        },
      });
      slow.sandbox.save()();
      expect(await applied(slow, after)).toBe('complete');
      await expectWhole(slow, experiment.whole);
    });
  });
}

/** After how many writes a run with a reviewed plan dies. */
function chooseWrites(writes: number, choice: Choice): readonly number[] {
  const all = [...Array(writes).keys()];
  if ('shard' in choice) return dealt(all, choice.shard);
  return dealt(all, { index: 1, of: Math.ceil(choice.every / 2) });
}

async function writeReport({ index }: Shard, report: ShardReport): Promise<void> {
  await mkdir('.results', { recursive: true });
  await writeFile(`.results/faults-${index}.json`, JSON.stringify(report));
}
