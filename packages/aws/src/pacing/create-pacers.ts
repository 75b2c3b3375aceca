import { createPacer, type Pacer, type PacerOptions, realTime } from './pacer.ts';
import { throttledFor } from './throttled-for.ts';

/** What the world has for pacing. */
export type PacerTime = Pick<PacerOptions, 'now' | 'sleep' | 'random'>;

/**
 * One pacer for each account, however often it is opened in a process: AWS throttles by account, so
 * what one job is told all of them are to heed.
 */
export function createPacers(time: PacerTime = realTime): (account: string) => Pacer {
  const kept = new Map<string, Pacer>();
  return (account) => {
    const pacer = kept.get(account) ?? createPacer({ ...time, throttledFor });
    kept.set(account, pacer);
    return pacer;
  };
}
