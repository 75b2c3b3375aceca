import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorEnv } from '../testing/portal-door.fixture.ts';
import { type ServiceProcess, startProcess } from '../work/testing/service-process.fixture.ts';
import { flowFiles, flowSteps, runRespect } from './testing/run-respect.fixture.ts';
import {
  openTamperingDoor,
  startReceiver,
  type Tampering,
  type TamperingDoor,
} from './testing/tampering-door.fixture.ts';

describe('Redocly, which goes through the flows of the contract', () => {
  let service: ServiceProcess | undefined;
  let receiver: TamperingDoor | undefined;
  let url = '';
  let inputs: Record<string, string> = {};
  beforeAll(async () => {
    receiver = await startReceiver();
    service = startProcess({
      ...doorEnv,
      LOG_LEVEL: 'error',
      ROLECALL_DATA: 'memory://',
      ROLECALL_REQUESTS_PER_MINUTE: '1000000',
      ROLECALL_WEBHOOK_HOSTS: new URL(receiver.url).host,
    });
    await service.saw('/v1/me\n');
    const { stderr } = service.output();
    const [ana = '', ben = ''] = new Set(stderr.match(/rc_[\w-]{76}/g));
    url = /http:\S+(?=\/docs)/.exec(stderr)?.[0] ?? '';
    const later = new Date(Date.now() + 6 * 3_600_000).toISOString();
    inputs = { ana, ben, later, hook: `${receiver.url}/hook` };
  });
  afterAll(() => {
    service?.process.kill('SIGKILL');
    receiver?.close();
  });

  it('finds every answer as the contract and the flows say', async () => {
    const judged = await runRespect(flowFiles, { url, inputs });
    const failed = judged.checks.filter(({ passed }) => !passed);
    console.log(
      `${judged.workflows.length} workflows, ${judged.steps.length} steps, ` +
        `${judged.checks.length} checks, ${failed.length} failed`,
    );
    expect(failed).toEqual([]);
    expect(judged.status).toBe('success');
    // Where a flow stops early, less is judged.
    expect(flowSteps.filter((step) => !judged.steps.includes(step))).toEqual([]);
    expect(judged.checks.length).toBeGreaterThan(3 * flowSteps.length);
  });

  const faults: readonly [fault: string, tampering: Tampering, noticed: string][] = [
    [
      'a member that is not in the contract',
      ({ status, body }) => ({ status, body: { ...body, planted: true } }),
      'schema check',
    ],
    [
      'an answer without a member',
      ({ status }) => ({ status, body: { findings: [{ issueCode: 'INVALID_ACTION' }] } }),
      'schema check',
    ],
    ['a status that is not in the contract', ({ body }) => ({ status: 299, body }), 'status code'],
  ];
  it.each(faults)('notices %s', async (_, tamper, noticed) => {
    const door = await openTamperingDoor(url, tamper);
    const { status, checks } = await runRespect(['policies.arazzo.yaml'], {
      url: door.url,
      inputs,
    }).finally(() => door.close());
    const failed = checks.filter(({ passed }) => !passed).map(({ of }) => of);
    expect(status).not.toBe('success');
    expect(failed.join()).toContain(noticed);
  });
});
