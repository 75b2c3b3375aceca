import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from './storage/testing/postgres-server.fixture.ts';
import { doorEnv, openDoor, type PortalDoor } from './testing/portal-door.fixture.ts';
import { portalLaws } from './testing/portal-laws.fixture.ts';
import { dataOf } from './testing/portal-steps.fixture.ts';
import { startTrialService, type TrialService } from './testing/trial-service.fixture.ts';
import { type ServiceProcess, startProcess } from './work/testing/service-process.fixture.ts';

const server = await startPostgres();

describe.skipIf(server === undefined)('a portal, of a service on PostgreSQL', () => {
  let trial: TrialService | undefined;
  beforeAll(async () => {
    trial = await startTrialService({ DATABASE_URL: (await server?.createDatabase()) ?? '' });
  });
  afterAll(async () => {
    await trial?.service.close();
    await server?.stop();
  });
  portalLaws(() => {
    if (trial === undefined) throw new Error('the service did not start');
    return trial.door;
  });
});

describe('a portal, of `npm start` on a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-portal-'));
  const started: ServiceProcess[] = [];
  let door: PortalDoor | undefined;
  let tokens: readonly string[] = [];
  const current = (): PortalDoor => {
    if (door === undefined) throw new Error('the service did not start');
    return door;
  };
  const start = (): ServiceProcess => {
    const service = startProcess({ ...doorEnv, ROLECALL_DATA: folder });
    started.push(service);
    return service;
  };
  beforeAll(async () => {
    const service = start();
    await service.saw('/v1/me\n');
    const { stderr } = service.output();
    tokens = [...new Set(stderr.match(/rc_[\w-]{76}/g))];
    door = openDoor(urlIn(stderr), tokens);
  });
  afterAll(() => {
    for (const { process } of started) process.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  portalLaws(current);

  it('lets no second process have the folder', async () => {
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.output().stderr).toContain(`another process has ${folder} open`);
    expect((await fetch(`${current().url}/readyz`)).status).toBe(200);
  });

  it('stops when it is told to, and has everything when it comes back', async () => {
    const read = async ({ ana, ben }: PortalDoor) => ({
      requests: dataOf(await ana.GET('/v1/role-requests', { params: { query: { limit: 100 } } })),
      grants: dataOf(await ana.GET('/v1/grants', { params: { query: { limit: 100 } } })),
      isIntact: dataOf(await ben.GET('/v1/audit-events/verification')).intact,
    });
    const before = await read(current());
    expect(before.grants.items).not.toEqual([]);
    const [first] = started;
    first?.process.kill('SIGTERM');
    expect(await first?.ended).toBe(0);

    const next = start();
    await next.saw('were shown at the first start');
    const { stderr } = next.output();
    expect(stderr).not.toMatch(/rc_[\w-]{76}/);
    expect(await read(openDoor(urlIn(stderr), tokens))).toEqual(before);
    next.process.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });
});

function urlIn(stderr: string): string {
  return /http:\S+(?=\/docs)/.exec(stderr)?.[0] ?? '';
}
