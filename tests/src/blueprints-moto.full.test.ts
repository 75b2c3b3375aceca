import { createAccountPort, createClients } from '@rolecall/aws';
import { applyManifest, blueprints, planManifest, readManifest } from '@rolecall/core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { startMotoServer } from './moto-server.ts';
import { createClock, oneFile } from './testing/account.fixture.ts';
import { manifestFor } from './testing/blueprint-manifest.fixture.ts';

const moto = await startMotoServer();
afterAll(() => moto?.stop());

/** The account that moto gives to credentials it does not know. */
const account = '123456789012';

/** The emulator lists no Regions, and so nobody finds in it what is in one. */
const reachable = blueprints.filter(
  ({ resources: { identityCenter, analyzers } }) =>
    identityCenter === undefined && analyzers === undefined,
);

describe.skipIf(moto === undefined)('against an emulator that others keep', () => {
  const clock = createClock();
  const port = createAccountPort(
    createClients({
      region: 'us-east-1',
      endpoint: moto?.url,
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' },
    }),
    clock,
  );

  beforeEach(async () => {
    await fetch(`${moto?.url}/moto-api/reset`, { method: 'POST' });
  });

  // It answers slowly: several at once, neighbours apart since they may make the same roles.
  const batches = Array.from({ length: 6 }, (_, batch) =>
    reachable.filter((_blueprint, index) => index % 6 === batch),
  );

  it.each(batches.map((batch) => [batch.map(({ id }) => id).join(', '), batch] as const))(
    '%s are applied whole and then left alone',
    async (_ids, batch) => {
      const text = manifestFor(batch, { account });
      const manifest = await readManifest(oneFile(text), 'rolecall.yaml');
      const applied = await applyManifest({
        port,
        manifest,
        includeRetired: true,
        reviewed: undefined,
        allowReplace: false,
        skipPreflight: false,
        confirm: async () => true,
        sleep: clock.sleep,
        signal: new AbortController().signal,
        onEvent: () => {},
      });
      expect(applied).toMatchObject({ kind: 'applied', report: { complete: true, warnings: [] } });
      const { plan } = await planManifest({ port, manifest, includeRetired: true });
      expect(plan).toMatchObject({ changes: [], conflicts: [] });
    },
  );
});
