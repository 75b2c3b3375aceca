import { createAccountPort, createClients } from '@rolecall/aws';
import type { Applied } from '@rolecall/core';
import { leaseDocument, leaseTimes } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, leaseOf, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { essence } from './testing/convergence-laws.fixture.ts';

const trust = {
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

function manifest(names: readonly string[], policy = 'ReadOnlyAccess'): string {
  const roles = Object.fromEntries(
    names.map((name) => [name, { trust, managedPolicies: [policy] }]),
  );
  const prune = { enabled: true, maxDeletes: 50 };
  return JSON.stringify({ version: 1, scope: 'platform', account, prune, roles });
}

const both = manifest(['a', 'b', 'c']);

function outcome(applied: Applied | Error): string {
  if (applied instanceof Error) return 'code' in applied ? String(applied.code) : applied.message;
  if (applied.kind !== 'applied') return applied.kind;
  return applied.report.complete ? 'complete' : 'incomplete';
}

function portOf({ sandbox, clock }: TestAccount) {
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: sandbox.requestHandler,
  });
  return createAccountPort(clients, clock);
}

const applyAs = (opened: TestAccount, token: string, text = both, waitMs = 0) =>
  opened
    .apply(text, { lease: leaseOf(opened.clock, { token, waitMs }) })
    .catch((error: Error) => error);

/** A run that dies while it writes, and so leaves its lease behind. */
async function dieHolding(opened: TestAccount): Promise<void> {
  opened.sandbox.faults.stopAfterWrites = 2;
  await applyAs(opened, 'dead');
  opened.sandbox.faults.stopAfterWrites = undefined;
}

describe('a lease', () => {
  it('is taken before the first write, and given back after the last', async () => {
    const opened = openAccount();
    expect(outcome(await applyAs(opened, 'first'))).toBe('complete');
    const writes = opened.writes();
    expect(writes[0]).toBe('iam:CreatePolicy');
    expect(writes.at(-1)).toBe('iam:DeletePolicy');
    expect(
      await portOf(opened).lease({ partition: 'aws', account, scope: 'platform' }).read(),
    ).toBe(undefined);
  });

  it('is not taken where there is nothing to do', async () => {
    const opened = openAccount();
    await applyAs(opened, 'first');
    const before = opened.writes().length;
    expect(outcome(await applyAs(opened, 'second'))).toBe('nothing-to-do');
    expect(opened.writes().length).toBe(before);
  });

  it('says what is missing where it may not be taken', async () => {
    const opened = openAccount({ faults: { deny: ['iam:CreatePolicy'] } });
    const refused = await applyAs(opened, 'first');
    expect(refused).toMatchObject({
      code: 'ACCESS_DENIED',
      details: { hint: expect.stringContaining('--no-lease') },
    });
    expect(opened.writes()).toEqual(['iam:CreatePolicy']);
  });
});

describe('two runs at the same time', () => {
  const alone = async (text: string) => {
    const opened = openAccount();
    await applyAs(opened, 'alone', text);
    return essence(opened);
  };

  it('one writes, the other stops and names it', async () => {
    const opened = openAccount();
    const runs = await Promise.all([applyAs(opened, 'first'), applyAs(opened, 'second')]);
    expect(runs.map(outcome).sort()).toEqual(['LEASE_HELD', 'complete']);
    const refused = runs.find((run) => run instanceof Error);
    expect(refused?.message).toMatch(/assumed-role\/Administrator\/you \(door of (first|second)\)/);
    expect(await essence(opened)).toEqual(await alone(both));
  });

  it('the other waits where it is told to, and does only what is left', async () => {
    const opened = openAccount();
    const runs = await Promise.all([
      applyAs(opened, 'first', both, 600_000),
      applyAs(opened, 'second', both, 600_000),
      applyAs(opened, 'third', both, 600_000),
    ]);
    expect(runs.map(outcome).sort()).toEqual(['complete', 'nothing-to-do', 'nothing-to-do']);
    expect(opened.writes().filter((action) => action === 'iam:CreateRole')).toHaveLength(3);
    expect(await essence(opened)).toEqual(await alone(both));
  });

  it('the other does nothing that its plan did not hold', async () => {
    const opened = openAccount();
    const other = manifest(['a', 'd'], 'job-function/ViewOnlyAccess');
    const runs = await Promise.all([
      applyAs(opened, 'first', both, 600_000),
      applyAs(opened, 'second', other, 600_000),
    ]);
    expect(runs.map(outcome).sort()).toEqual(['PLAN_CHANGED', 'complete']);
    const winner = outcome(runs[0] ?? new Error()) === 'complete' ? both : other;
    expect(await essence(opened)).toEqual(await alone(winner));
  });
});

describe('a lease that nobody gave back', () => {
  it('holds until it is over, and is then taken over', async () => {
    const opened = openAccount();
    await dieHolding(opened);
    expect(outcome(await applyAs(opened, 'early'))).toBe('LEASE_HELD');
    await opened.clock.sleep(7 * 60_000);
    expect(outcome(await applyAs(opened, 'late'))).toBe('complete');
    expect(outcome(await applyAs(opened, 'after'))).toBe('nothing-to-do');
  });

  it('is outlasted by a run that waits as long as the action and the service do', async () => {
    const opened = openAccount();
    await dieHolding(opened);
    expect(outcome(await applyAs(opened, 'patient', both, leaseTimes.outlastMs))).toBe('complete');
  });

  it('is not waited for by a run that is stopped', async () => {
    const opened = openAccount();
    await dieHolding(opened);
    const before = opened.clock.slept();
    const stop = new AbortController();
    const lease = leaseOf(opened.clock, { token: 'stopped', waitMs: 600_000 });
    const onEvent = () => stop.abort();
    const run = opened.apply(both, { lease, signal: stop.signal, onEvent });
    await expect(run).rejects.toMatchObject({ code: 'INTERRUPTED' });
    expect(opened.clock.slept() - before).toBeLessThan(10_000);
  });

  it.each([0, 5.5, 7])('is its own again where it goes on, %d minutes later', async (minutes) => {
    const opened = openAccount();
    await dieHolding(opened);
    await opened.clock.sleep(minutes * 60_000);
    // Over by its own word, it is nobody's for a minute: clocks differ.
    const waitMs = 90_000;
    expect(outcome(await applyAs(opened, 'dead', both, waitMs))).toBe('complete');
    expect(outcome(await applyAs(opened, 'after'))).toBe('nothing-to-do');
  });

  it('is taken over by one run only', async () => {
    const opened = openAccount();
    await dieHolding(opened);
    await opened.clock.sleep(7 * 60_000);
    const runs = await Promise.all(['a', 'b', 'c', 'd'].map((token) => applyAs(opened, token)));
    expect(runs.map(outcome).sort()).toEqual([
      'LEASE_HELD',
      'LEASE_HELD',
      'LEASE_HELD',
      'complete',
    ]);
  });

  it('is taken over again and again, more often than a policy has versions', async () => {
    const opened = openAccount();
    for (let round = 0; round < 7; round++) {
      const names = [`r${round}`];
      opened.sandbox.faults.stopAfterWrites = 4;
      await applyAs(opened, `dead-${round}`, manifest(names));
      opened.sandbox.faults.stopAfterWrites = undefined;
      await opened.clock.sleep(10 * 60_000);
    }
    expect(outcome(await applyAs(opened, 'last'))).toBe('complete');
  });

  it('stops the run that was held up for too long', async () => {
    const opened = openAccount();
    let heldUp = false;
    const slow = await opened.apply(both, {
      concurrency: 1,
      lease: leaseOf(opened.clock, { token: 'slow' }),
      onEvent: async ({ kind }) => {
        if (kind !== 'operation' || heldUp) return;
        heldUp = true;
        void opened.clock.sleep(10 * 60_000);
      },
    });
    if (slow.kind !== 'applied') throw new Error(slow.kind);
    expect(slow.report).toMatchObject({ interrupted: true, complete: false });
    expect(slow.report.results.map(({ status }) => status)).toEqual([
      'done',
      ...Array.from({ length: 5 }, () => 'not-started'),
    ]);
    expect(outcome(await applyAs(opened, 'next'))).toBe('complete');
  });

  it('is renewed by the run that goes on', async () => {
    const opened = openAccount();
    const slow = await opened.apply(both, {
      concurrency: 1,
      lease: leaseOf(opened.clock, { token: 'slow' }),
      onEvent: ({ kind }) => void (kind === 'operation' && opened.clock.sleep(3 * 60_000)),
    });
    expect(outcome(slow)).toBe('complete');
    expect(opened.writes().filter((action) => action === 'iam:TagPolicy').length).toBeGreaterThan(
      3,
    );
  });

  it('shows in no snapshot and no plan', async () => {
    const opened = openAccount();
    await dieHolding(opened);
    const { plan, snapshot } = await opened.planned(both);
    expect(plan.changes.map(({ kind }) => kind)).not.toContain('delete');
    expect(plan.notes).toEqual([]);
    expect(JSON.stringify(snapshot.parts.policies)).not.toContain('rolecall-lease');
  });
});

it('hides nothing that only has the name of a lease', async () => {
  const opened = openAccount();
  const port = portOf(opened);
  const make = (PolicyName: string, Path: string, document: object) =>
    port.perform({
      action: 'iam:CreatePolicy',
      input: { PolicyName, Path, PolicyDocument: JSON.stringify(document), Tags: [] },
    });
  const all = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  };
  await make('rolecall-lease-platform', '/rolecall/platform/', all);
  await make('rolecall-lease-data', '/elsewhere/', leaseDocument);
  await make('rolecall-lease-third', '/rolecall/third/', leaseDocument);
  const { snapshot } = await opened.planned(both);
  const shown = JSON.stringify(snapshot.parts.policies);
  expect(shown).toContain('policy/rolecall/platform/rolecall-lease-platform');
  expect(shown).toContain('policy/elsewhere/rolecall-lease-data');
  expect(shown).not.toContain('rolecall-lease-third');
  expect(outcome(await applyAs(opened, 'first'))).toBe('LEASE_HELD');
});
