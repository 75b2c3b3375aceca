import { RolecallError } from '../../model/errors.ts';
import type { LeaseHolder } from '../../model/lease-marker.ts';
import type { LeasePort } from './lease-port.ts';
import { leaseTimes } from './lease-times.ts';

/** A lease that is held. */
export interface Lease {
  /** Renews it in time; fails (`LEASE_LOST`) where it ran out or is another's. */
  confirm(): Promise<void>;
  /** Gives it back; a text where that could not be done. */
  release(): Promise<string | undefined>;
}

interface Holding {
  readonly port: LeasePort;
  readonly now: () => Date;
}

/**
 * There is no timer that renews: it is asked before each write, so that a process that was held up
 * never writes on a lease that is over.
 */
export function holdLease({ port, now }: Holding, taken: LeaseHolder): Lease {
  let holder = taken;
  let renewing: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    if ((await port.read())?.holder?.token !== holder.token)
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
      try {
        if ((await port.read())?.holder?.token === holder.token) await port.remove();
        return undefined;
      } catch (error) {
        if (!(error instanceof RolecallError)) throw error;
        return `The lease could not be given back: ${error.message} It ends at ${holder.expiresAt}.`;
      }
    },
  };
}

function lost(why: string): RolecallError {
  return new RolecallError('LEASE_LOST', `The lease on the account is lost. ${why}`, {
    hint: 'Run again: it goes on from there.',
  });
}
