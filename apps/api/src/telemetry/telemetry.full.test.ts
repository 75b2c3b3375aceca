import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ServiceProcess, startProcess } from '../work/testing/service-process.fixture.ts';
import { startCollector } from './testing/collector.fixture.ts';

const started: ServiceProcess[] = [];
afterEach(() => {
  for (const { process } of started.splice(0)) process.kill('SIGKILL');
});

/** Says on standard error when something of the SDK is loaded; others load the bare API. */
const watch = `import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => {
    if (/@opentelemetry.(sdk|otlp|exporter)/.test(url)) process.stderr.write('LOADED ' + url + '\\n');
    return next(url, context);
  } });`;

function start(env: Readonly<Record<string, string>>): ServiceProcess {
  const service = startProcess({
    ...{ PORT: '0', ROLECALL_DATA: 'memory://', ROLECALL_STOP_SECONDS: '5', ...env },
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watch)}`,
  });
  started.push(service);
  return service;
}

async function stop(service: ServiceProcess): Promise<void> {
  service.process.kill('SIGTERM');
  expect(await service.ended).toBe(0);
}

async function urlOf(service: ServiceProcess): Promise<string> {
  await service.saw('/v1/me');
  return /http:\S+(?=\/docs)/.exec(service.output().stderr)?.[0] ?? '';
}

describe('a process of its own', () => {
  it.each([{}, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' }])(
    'with %j loads nothing of the SDK',
    async (env) => {
      const service = start(env);
      expect((await fetch(`${await urlOf(service)}/v1/me`)).status).toBe(401);
      await stop(service);
      expect(service.output().stderr).not.toContain('LOADED');
    },
  );

  it('sends what is left when it is told to stop', async () => {
    const collector = await startCollector();
    const service = start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'rc' });
    const answer = await fetch(`${await urlOf(service)}/v1/me`);
    await stop(service);
    expect(service.output().stderr).toContain('LOADED');
    const { requestId } = z.object({ requestId: z.string() }).parse(await answer.json());
    expect(collector.spans()).toContainEqual(
      expect.objectContaining({ name: 'getMe', traceId: requestId }),
    );
    expect(service.output().stdout).toContain(`"requestId":"${requestId}"`);
    expect(collector.points('rolecall_http_request_duration_seconds').length).toBeGreaterThan(0);
    await collector.close();
  });

  it('answers and stops without the collector, and says so in one line', async () => {
    const gone = await startCollector();
    await gone.close();
    const service = start({
      OTEL_EXPORTER_OTLP_ENDPOINT: gone.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20hunter2',
    });
    const url = await urlOf(service);
    const lines = () =>
      service
        .output()
        .stdout.split('\n')
        .filter((line) => line.includes('telemetry'));
    // Until an exporter has given a batch up.
    while (lines().length === 0) {
      expect((await fetch(`${url}/v1/me`)).status).toBe(401);
      await delay(200);
    }
    await stop(service);
    const { stdout, stderr } = service.output();
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain('ECONNREFUSED');
    expect(stdout + stderr).not.toContain('hunter2');
  });
});
