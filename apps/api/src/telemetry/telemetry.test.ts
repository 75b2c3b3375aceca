import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { trialAccount } from '../config/trial.ts';
import { dataOf, newKey, wanted } from '../testing/portal-steps.fixture.ts';
import { startTrialService } from '../testing/trial-service.fixture.ts';
import { type Collector, type SeenSpan, startCollector } from './testing/collector.fixture.ts';

const traceId = randomBytes(16).toString('hex');
const parentSpanId = randomBytes(8).toString('hex');
/** What must not be found in anything that was sent. */
const secret = 'hunter2-in-the-clear';

let collector: Collector;
const requestIds: string[] = [];

beforeAll(async () => {
  collector = await startCollector();
  const { service, door } = await startTrialService({
    OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-api-key=for%20the%20collector',
  });
  try {
    await checkAccount(door.ana);
    await door.ana.POST('/v1/role-requests', {
      params: { header: newKey(), query: { submit: true } },
      body: { ...wanted, reason: `Case ${secret} of ${secret}@example.com needs an answer.` },
      headers: {
        traceparent: `00-${randomBytes(16).toString('hex')}-${parentSpanId}-01`,
        tracestate: `vendor=${secret}`,
        baggage: `user=${secret}`,
        'user-agent': secret,
      },
    });
    const refused = await fetch(`${service.url}/v1/grants?cursor=${secret}&${secret}=1`, {
      headers: { authorization: `Bearer ${secret}`, cookie: secret, 'x-forwarded-for': secret },
    });
    requestIds.push(z.object({ requestId: z.string() }).parse(await refused.json()).requestId);
    await fetch(`${service.url}/${secret}/${secret}`);
    await fetch(`${service.url}/healthz`);
  } finally {
    // What is left is sent before it ends.
    await service.close();
  }
}, 120_000);
afterAll(() => collector.close());

async function checkAccount(client: Awaited<ReturnType<typeof startTrialService>>['door']['ana']) {
  const begun = await client.POST('/v1/accounts/{accountId}/check-runs', {
    params: { path: { accountId: trialAccount.id }, header: newKey() },
    body: {},
    headers: { traceparent: `00-${traceId}-${parentSpanId}-01` },
  });
  const { id } = dataOf(begun);
  for (;;) {
    const run = dataOf(await client.GET('/v1/check-runs/{id}', { params: { path: { id } } }));
    if (run.finishedAt !== null) return;
    await delay(50);
  }
}

const named = (name: string): readonly SeenSpan[] =>
  collector.spans().filter((span) => span.name === name);

describe('what a collector sees', () => {
  it('is the request by its operation, in the trace of its caller', () => {
    expect(named('startCheckRun')).toMatchObject([
      {
        ...{ traceId, parentSpanId },
        attributes: {
          'http.request.method': 'POST',
          'http.route': '/v1/accounts/:accountId/check-runs',
          'http.response.status_code': 202,
          'rolecall.operation_id': 'startCheckRun',
        },
      },
    ]);
  });

  it('is what the request did in the database, and the job that it sent', () => {
    const [request] = named('startCheckRun');
    const [sent] = named('transaction').filter((one) => one.parentSpanId === request?.spanId);
    expect(sent?.traceId).toBe(traceId);
    const [job] = named('job check-run');
    expect(job).toMatchObject({
      ...{ traceId, status: { code: 0 } },
      attributes: { 'rolecall.queue': 'check-run', 'rolecall.job.attempt': 0 },
    });
    const senders = named('transaction').map(({ spanId }) => spanId);
    expect(senders).toContain(job?.parentSpanId);
    const inJob = named('transaction').filter((one) => one.parentSpanId === job?.spanId);
    expect(inJob.length).toBeGreaterThan(0);
  });

  it('is one trace for each request, which has its id; none for probes', () => {
    expect(named('listGrants')).toMatchObject([
      { attributes: { 'http.response.status_code': 401 } },
    ]);
    expect(named('listGrants').map((one) => one.traceId)).toEqual(requestIds);
    expect(named('unmatched')).toHaveLength(1);
    expect(named('getHealth')).toEqual([]);
  });

  it('is the figures of /metrics', () => {
    const requests = collector.points('rolecall_http_request_duration_seconds');
    expect(requests).toContainEqual(
      expect.objectContaining({
        attributes: { operationId: 'startCheckRun', status: 202 },
        count: 1,
        explicitBounds: [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
      }),
    );
    const jobs = collector.points('rolecall_job_duration_seconds');
    expect(jobs.map(({ attributes }) => attributes)).toContainEqual({
      queue: 'check-run',
      outcome: 'done',
    });
    expect(collector.points('process_resident_memory_bytes')).toHaveLength(1);
  });

  it('says which service it was', () => {
    const [first] = collector.resources();
    expect(first).toMatchObject({ 'service.name': 'rolecall' });
    for (const one of collector.resources()) expect(one).toEqual(first);
    expect(collector.raw()).toContain('for the collector');
  });

  it('holds nothing of what clients wrote', () => {
    expect(named('createRoleRequest')).toHaveLength(1);
    for (const word of [secret, 'rc_', 'Ana', 'trial.rolecall.invalid', wanted.reason])
      expect(collector.raw()).not.toContain(word);
  });
});
