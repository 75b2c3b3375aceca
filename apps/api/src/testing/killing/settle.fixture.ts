import { setTimeout as delay } from 'node:timers/promises';
import type { Evidence } from './evidence.fixture.ts';
import type { KillingStage } from './killing-stage.fixture.ts';
import { listGrants, listRequests, readEvidence } from './read-evidence.fixture.ts';
import { brokenLaws } from './survival-laws.fixture.ts';

export interface Settled {
  readonly evidence: Evidence;
  /** What does not hold though there was time enough; none where all is well. */
  readonly broken: readonly string[];
}

/** A lease lasts a minute, and a job of a dead process is seen and begun again in less. */
const longestMs = 110_000;
const pauseMs = 1_000;

/** Waits until all laws hold, or the time is over in which they have to. */
export async function settle(
  stage: KillingStage,
  readStuck: () => Promise<readonly string[]>,
): Promise<Settled> {
  const until = Date.now() + longestMs;
  const auditKey = stage.auditKey();
  for (;;) {
    if ((await isOnItsWay(stage)) && Date.now() < until) {
      await delay(pauseMs);
      continue;
    }
    const evidence = await readEvidence({ ...stage, auditKey, readStuck });
    const broken = brokenLaws(evidence);
    if (broken.length === 0 || Date.now() >= until) return { evidence, broken };
    await delay(pauseMs);
  }
}

async function isOnItsWay({ door }: KillingStage): Promise<boolean> {
  const requests = await listRequests(door.ben);
  if (requests.some(({ state }) => state === 'approved' || state === 'provisioning')) return true;
  const grants = await listGrants(door.ben);
  return grants.some(({ state }) => !['active', 'expiring', 'expired', 'revoked'].includes(state));
}
