import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyChain } from './audit/verify-chain.ts';
import type { Config } from './config/config.ts';
import { readConfig } from './config/read-config.ts';
import { type RunningService, type ServiceParts, startService } from './service.ts';
import { readSeed } from './storage/testing/seed.fixture.ts';
import { stubHandlers, stubUseCases } from './work/testing/stub-parts.fixture.ts';

const root = new URL('../../../', import.meta.url);
const document: object = JSON.parse(
  readFileSync(new URL('packages/contract/src/document.gen.json', root), 'utf8'),
);

const running: RunningService[] = [];
const folder = mkdtempSync(join(tmpdir(), 'rolecall-service-'));
afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
  rmSync(folder, { recursive: true, force: true });
});

function configOf(env: Readonly<Record<string, string>> = {}): Config {
  const reading = readConfig({
    env: { PORT: '0', LOG_LEVEL: 'error', ROLECALL_DATA: 'memory://', ...env },
    readFile: () => '',
  });
  if (reading.kind === 'mistakes') throw new Error('it has none');
  return reading.config;
}

async function start(config = configOf(), parts: Partial<ServiceParts> = {}) {
  const service = await startService(
    config,
    {
      now: () => new Date(),
      sleep: (ms) => delay(ms),
      aws: {},
      logStream: { write: () => {} },
      // A folder begins with nothing, or with what is in it.
      ...(config.keys.folder === null && { seed: await readSeed() }),
    },
    {
      document,
      yaml: 'openapi: 3.1.0\n',
      createHandlers: () => stubHandlers(document),
      createUseCases: () => stubUseCases,
      ...parts,
    },
  );
  running.push(service);
  return service;
}

describe('the service', () => {
  it('comes up with something to try, and knows the people of its tokens', async () => {
    const { url, trialTokens, store } = await start();
    const ready = await fetch(`${url}/readyz`);
    expect(await ready.json()).toMatchObject({ status: 'ready' });
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    expect(trialTokens.map(({ token }) => token.slice(0, 3))).toEqual(['rc_', 'rc_']);
    const me = (token: string) =>
      fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    // Through authentication and to the handler, which is none yet.
    expect((await me(trialTokens[0]?.token ?? '')).status).toBe(503);
    expect((await me('rc_00')).status).toBe(401);
    expect(await store.accounts.get('111122223333')).toMatchObject({ access: { kind: 'sandbox' } });
    expect(await verifyChain(store)).toMatchObject({ kind: 'intact', head: { sequence: 1 } });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('rolecall_jobs_waiting');
  });

  it('begins with nothing where there are issuers', async () => {
    const issuers = [{ issuer: 'https://id.example', audiences: ['a'], kind: 'person' }];
    const { trialTokens, store } = await start(
      configOf({ ROLECALL_OIDC_ISSUERS: JSON.stringify(issuers) }),
    );
    expect(trialTokens).toEqual([]);
    expect(await store.accounts.list({ limit: 1 })).toEqual([]);
  });

  it('works jobs, lets those that run come to their end, and stops', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const done: string[] = [];
    const service = await start(configOf(), {
      createUseCases: () => ({
        ...stubUseCases,
        provision: async ({ requestId }, { holdAccount }) => {
          begin();
          await holdAccount('111122223333', () => delay(300));
          done.push(requestId);
        },
      }),
    });
    await service.store.transaction((tx) => tx.enqueue('provision', { requestId: 'r1' }));
    await begun;
    await service.close();
    expect(done).toEqual(['r1']);
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
  });

  it('keeps everything in its folder, and shows its tokens once', async () => {
    const config = configOf({ ROLECALL_DATA: folder });
    const first = await start(config);
    const at = await first.store.auditEvents.head();
    await expect(start(config)).rejects.toMatchObject({ code: 'CONFLICT' });
    await first.close();
    const second = await start(config);
    expect(second.trialTokens).toEqual([]);
    expect(await second.store.auditEvents.get(at.sequence)).toMatchObject({ hash: at.hash });
  });

  it('lets go of the folder when it cannot start', async () => {
    const config = configOf({ ROLECALL_DATA: folder });
    const broken = start(config, { createHandlers: () => ({}) });
    await expect(broken).rejects.toThrow();
    expect((await start(config)).trialTokens).toEqual([]);
  });
});
