import { RolecallError } from '../../model/errors.ts';
import type { LeaseHolder } from '../../model/lease-marker.ts';
import { holdLease, type Lease } from './hold-lease.ts';
import type { LeasePort, LeaseState } from './lease-port.ts';
import { leaseTimes } from './lease-times.ts';

export interface LeaseInput {
  readonly port: LeasePort;
  /** Random, another one for each run; the same where a run goes on after its process died. */
  readonly token: string;
  readonly caller: string;
  /** E.g. `command line`: told to whoever has to wait. */
  readonly door: string;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /** How long to wait for another run; 0 to stop at once. */
  readonly waitMs: number;
  readonly onWait: (message: string) => void;
}

export interface Taken {
  readonly lease: Lease;
  /** Another run was there first, so that what was planned before may be out of date. */
  readonly waited: boolean;
}

/** Tags may be read a little later than the policy they are on. In milliseconds. */
const strayMs = 15_000;

/**
 * Takes the lease, waiting for another run or taking over from one that ended without giving it back.
 * Fails (`LEASE_HELD`) naming who holds it, or (`INTERRUPTED`) where it is stopped meanwhile.
 */
export async function takeLease(input: LeaseInput): Promise<Taken> {
  const { port, sleep, signal, waitMs, onWait } = input;
  let pauseMs = 2_000;
  let waitedMs = 0;
  for (let attempt = 0; ; attempt++) {
    const holder = holderOf(input);
    const waited = attempt > 0;
    if ((await port.create(holder)) === 'made') return { lease: holdLease(input, holder), waited };
    const state = await port.read();
    // The answer to our own call may have been lost, or our process died with it.
    if (state?.holder?.token === input.token && !isOver(state.holder, input.now()))
      return { lease: holdLease(input, state.holder), waited };
    if (state && isStale(state, input.now()) && (await takeOver(state, holder, port))) {
      onWait(`Took over from ${describe(state)}, which ended without giving its lease back.`);
      return { lease: holdLease(input, holder), waited: true };
    }
    if (signal.aborted)
      throw new RolecallError('INTERRUPTED', 'Stopped while it waited for another run.');
    // A policy of that name which says nothing of a run will not go by itself.
    const longest = state !== undefined && state.holder === undefined ? strayMs : waitMs;
    if (waitedMs + pauseMs > Math.min(longest, waitMs)) throw held(state, waitedMs);
    if (!waited) onWait(`Waits for ${describe(state)}.`);
    await sleep(pauseMs);
    waitedMs += pauseMs;
    pauseMs = Math.min(pauseMs * 1.5, 15_000);
  }
}

function holderOf({ token, caller, door, now }: LeaseInput): LeaseHolder {
  const at = now().getTime();
  return {
    token,
    caller,
    door,
    since: new Date(at).toISOString(),
    expiresAt: new Date(at + leaseTimes.lifeMs).toISOString(),
  };
}

function isOver({ expiresAt }: LeaseHolder, now: Date): boolean {
  return now.getTime() >= Date.parse(expiresAt);
}

/** Over by its own word, with room for two clocks that differ, and not just claimed by another run. */
function isStale({ holder, claims }: LeaseState, now: Date): boolean {
  if (holder === undefined) return false;
  const at = now.getTime();
  const claimed = Math.max(...claims.map(({ at: made }) => Date.parse(made ?? '') || 0));
  return (
    at > Date.parse(holder.expiresAt) + leaseTimes.skewMs &&
    at > claimed + leaseTimes.claimMs + leaseTimes.skewMs
  );
}

/**
 * Of all runs that saw the same last claim, the one that gets the next number has it. A marker that
 * was made anew meanwhile counts from one again, so its id has to be the same as before.
 */
async function takeOver(state: LeaseState, holder: LeaseHolder, port: LeasePort): Promise<boolean> {
  const last = Math.max(...state.claims.map(({ number }) => number));
  const claim = await port.claim();
  if (claim === undefined) return false;
  const now = await port.read();
  if (claim !== last + 1 || now === undefined || now.id !== state.id) {
    await port.withdraw(claim);
    return false;
  }
  if (!(await port.mark(holder))) return false;
  // Room for the claims to come: a policy has five versions at most.
  for (const { number } of state.claims) if (number > 1) await port.withdraw(number);
  return true;
}

function describe(state: LeaseState | undefined): string {
  if (state?.holder === undefined) return 'another run';
  const { caller, door, since, expiresAt } = state.holder;
  return `the run of ${caller} (${door}) since ${since}, whose lease lasts until ${expiresAt}`;
}

function held(state: LeaseState | undefined, waitedMs: number): RolecallError {
  const waited = waitedMs > 0 ? ` after ${Math.round(waitedMs / 1_000)} s` : '';
  return new RolecallError(
    'LEASE_HELD',
    `The account is being changed${waited} by ${describe(state)}; nothing was changed.`,
    {
      subject: state?.holder?.caller,
      hint:
        state !== undefined && state.holder === undefined
          ? 'A policy has the name of the lease and is none: delete it.'
          : 'Run again when it is over, or wait for it with --wait 7m, which outlasts a run that was killed.',
    },
  );
}
