/**
 * Says whether something the service needs is there, by returning or by throwing. `look`: requests
 * can be served, and somebody has to look all the same.
 */
export type Probe = (signal: AbortSignal) => Promise<unknown>;
export const look = 'look';
export type Probes = { readonly [dependency: string]: Probe };

export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly checks: readonly { readonly name: string; readonly ok: boolean }[];
}

export interface ReadinessCheck {
  readonly readiness: Readiness;
  /** For the log; what failed inside is not for everybody. */
  readonly failures: readonly { readonly dependency: string; readonly cause: unknown }[];
}

/** Asks all probes at once; one that has not answered after `timeoutMs` has failed. */
export async function checkReadiness(probes: Probes, timeoutMs: number): Promise<ReadinessCheck> {
  const names = Object.keys(probes);
  const results = await Promise.allSettled(
    Object.values(probes).map((probe) => withTimeout(probe, timeoutMs)),
  );
  const failures = results.flatMap((result, index) => {
    const dependency = names[index];
    return result.status === 'rejected' && dependency !== undefined
      ? [{ dependency, cause: result.reason }]
      : [];
  });
  const checks = names.map((name, index) => {
    const result = results[index];
    return { name, ok: result?.status === 'fulfilled' && result.value !== look };
  });
  return {
    failures,
    readiness: { status: failures.length === 0 ? 'ready' : 'not-ready', checks },
  };
}

async function withTimeout(probe: Probe, timeoutMs: number): Promise<unknown> {
  const signal = AbortSignal.timeout(timeoutMs);
  const timeout = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The probe did not answer.')));
  });
  return Promise.race([probe(signal), timeout]);
}
