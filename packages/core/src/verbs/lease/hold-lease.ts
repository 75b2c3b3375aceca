import { RolecallError } from '../../model/errors.ts';
import type { LeaseHolder } from '../../model/lease-marker.ts';
import type { LeasePort, LeaseState } from './lease-port.ts';
import { leaseTimes } from './lease-times.ts';

/** A lease that is held. */
export interface Lease {
  /** Renews it in time; fails (`LEASE_LOST`) where it ran out or is another's. */
  confirm(): Promise<void>;
  /** Gives it back; a text where that could not be done. */
  release(): Promise<string | undefined>;
}

const passing: ReadonlySet<string> = new Set([
  'AWS_UNREACHABLE',
  'CONCURRENT_MODIFICATION',
  'THROTTLED',
]);

interface Holding {
  readonly port: LeasePort;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/**
 * There is no timer that renews: it is asked before each write, so that a process that was held up
 * never writes on a lease that is over.
 */
export function holdLease(holding: Holding, taken: LeaseHolder): Lease {
  const { port, now } = holding;
  let holder = taken;
  let renewing: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    if ((await readBack(holding))?.holder?.token !== holder.token)
      throw lost('Another run has taken it.');
    holder = {
      ...holder,
      expiresAt: new Date(now().getTime() + leaseTimes.lifeMs).toISOString(),
    };
    if (!(await port.mark(holder))) throw lost('Its marker is gone.');
  };
  return {
    confirm: async () => {
      const leftMs = Date.parse(holder.expiresAt) - now().getTime();
      if (leftMs <= 0) throw lost('It ran out while this run was held up.');
      if (leftMs > leaseTimes.renewBelowMs) return;
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      await renewing;
    },
    release: async () => {
      // Whoever claims what ran out counts on its being there.
      if (now().getTime() >= Date.parse(holder.expiresAt))
        return 'The lease ran out before its end.';
      for (const waitMs of [1_000, 2_000, 4_000, 0]) {
        try {
          if ((await readBack(holding))?.holder?.token === holder.token) await port.remove();
          return undefined;
        } catch (error) {
          if (!(error instanceof RolecallError)) throw error;
          if (waitMs === 0 || !passing.has(error.code))
            return `The lease could not be given back: ${error.message} It ends at ${holder.expiresAt}.`;
          await holding.sleep(waitMs);
        }
      }
      return undefined;
    },
  };
}

/** What was made just now may not show at once. */
async function readBack({ port, sleep }: Holding): Promise<LeaseState | undefined> {
  for (const waitMs of [0, 1_000, 2_000]) {
    if (waitMs > 0) await sleep(waitMs);
    const state = await port.read();
    if (state !== undefined) return state;
  }
  return undefined;
}

function lost(why: string): RolecallError {
  return new RolecallError('LEASE_LOST', `The lease on the account is lost. ${why}`, {
    hint: 'Run again: it goes on from there.',
  });
}
