import { afterAll, beforeAll, describe } from 'vitest';
import { portalLaws } from './testing/portal-laws.fixture.ts';
import { startTrialService, type TrialService } from './testing/trial-service.fixture.ts';

describe('a portal, of a service on the embedded database', () => {
  let trial: TrialService | undefined;
  beforeAll(async () => {
    trial = await startTrialService();
  }, 120_000);
  afterAll(() => trial?.service.close(), 120_000);
  portalLaws(() => {
    if (trial === undefined) throw new Error('the service did not start');
    return trial.door;
  });
});
