import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { createAccountPort, createClients } from '@rolecall/aws';
import { readManifest } from '@rolecall/core';
import { applyAll } from './apply-all.ts';
import { manifestOfRoles, openLargeAccount } from './large-account.ts';

/** About what a call to IAM takes from the same continent. */
const latencyMs = 100;
const roles = 200;
/** One call after another takes so long that a part of them stands for all. */
const rolesInTurn = 25;

/** Compares applying roles as it is done with one call after another, at the same latency. */
export async function benchApply(print: (text: string) => void): Promise<void> {
  const inTurn = await applyRoles(rolesInTurn, createTurns());
  const together = await applyRoles(roles, (call) => call());
  const ratio = inTurn.perRole / together.perRole;
  print(
    `Applying roles, ${latencyMs} ms a call\n\n` +
      `| work | roles | calls | whole | per role |\n|---|---|---|---|---|\n` +
      `${rowOf('one call after another', rolesInTurn, inTurn)}\n` +
      `${rowOf('as apply does', roles, together)}\n\n` +
      `${ratio.toFixed(1)} times as fast`,
  );
}

type Turns = <T>(call: () => Promise<T>) => Promise<T>;

function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (call) => {
    const turn = last.then(call, call);
    last = turn;
    return turn;
  };
}

async function applyRoles(count: number, turns: Turns) {
  const { sandbox } = openLargeAccount({ users: 0, roles: 0, policies: 0 });
  const { requestHandler } = sandbox;
  const clients = createClients({
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    requestHandler: {
      ...requestHandler,
      handle: (...asked: Parameters<typeof requestHandler.handle>) =>
        turns(async () => {
          await delay(latencyMs);
          return requestHandler.handle(...asked);
        }),
    },
  });
  const now = () => new Date('2026-11-20T12:00:00Z');
  const port = createAccountPort(clients, { now, sleep: async () => {} });
  const manifest = await readManifest(manifestOfRoles(count, 'As it is'), 'rolecall.yaml');
  const start = performance.now();
  await applyAll(port, manifest);
  const whole = performance.now() - start;
  return { whole, perRole: whole / count, calls: sandbox.calls.length };
}

function rowOf(work: string, count: number, run: Awaited<ReturnType<typeof applyRoles>>): string {
  const seconds = (run.whole / 1_000).toFixed(1);
  return `| ${work} | ${count} | ${run.calls} | ${seconds} s | ${run.perRole.toFixed(0)} ms |`;
}
