/** Says whether something the service needs is there, by returning or by throwing. */
export type Probe = (signal: AbortSignal) => Promise<void>;
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
  const failed = new Set(failures.map(({ dependency }) => dependency));
  return {
    failures,
    readiness: {
      status: failed.size === 0 ? 'ready' : 'not-ready',
      checks: names.map((name) => ({ name, ok: !failed.has(name) })),
    },
  };
}

async function withTimeout(probe: Probe, timeoutMs: number): Promise<void> {
  const signal = AbortSignal.timeout(timeoutMs);
  const timeout = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The probe did not answer.')));
  });
  await Promise.race([probe(signal), timeout]);
}
