import { setTimeout as delay } from 'node:timers/promises';
import type { KillingStage } from './killing-stage.fixture.ts';
import { liveOnce } from './live-once.fixture.ts';

export interface Load {
  /** Lets each client come to the end of what it began, however long it has to ask. */
  end(): Promise<void>;
}

/** Clients come again and again; those that have to wait do not keep others from coming. */
const everyMs = 200;
const mostAtOnce = 100;

export function startLoad({ door, accounts, random, told }: KillingStage): Load {
  const ending = new AbortController();
  const life = { door, random, told, accountIds: accounts.ids };
  const living = new Set<Promise<void>>();
  const coming = (async () => {
    while (!ending.signal.aborted) {
      if (living.size < mostAtOnce) {
        const one = liveOnce(life).finally(() => living.delete(one));
        living.add(one);
      }
      await delay(everyMs);
    }
  })();
  return {
    end: async () => {
      ending.abort();
      await coming;
      await Promise.all(living);
    },
  };
}
