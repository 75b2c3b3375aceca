import { expect, test } from 'vitest';
import { report, reportAnswer } from '../account.fixture.ts';
import { collectSnapshot } from '../collect-snapshot.ts';
import {
  callerAnswer,
  errorXml,
  type StubAnswer,
  stubClients,
  xml,
} from '../query-stub.fixture.ts';

const generate = 'iam:GenerateCredentialReport';
const get = 'iam:GetCredentialReport';
const state = (name: string): StubAnswer => xml(generate, `<State>${name}</State>`);

async function collect(
  generated: readonly StubAnswer[],
  fetched: readonly StubAnswer[] = [reportAnswer(report)],
) {
  const { clients, calls } = stubClients({
    'sts:GetCallerIdentity': callerAnswer,
    [generate]: generated,
    [get]: fetched,
  });
  let slept = 0;
  const sleep = (milliseconds: number) => {
    slept += milliseconds;
    return Promise.resolve();
  };
  const now = () => new Date(0);
  const snapshot = await collectSnapshot(clients, { parts: ['credentialReport'] }, { now, sleep });
  const actions = calls.slice(1).map((call) => call.action);
  return { part: snapshot.parts.credentialReport, actions, slept };
}

test('IAM is asked until the report is complete', async () => {
  const read = await collect([state('STARTED'), state('INPROGRESS'), state('COMPLETE')]);
  expect(read.part).toMatchObject({ value: { generatedAt: '2026-11-20T10:00:00.000Z' } });
  expect(read.actions).toEqual([generate, generate, generate, get]);
  expect(read.slept).toBe(2000);
});

test.each(['ReportExpired', 'ReportNotPresent', 'ReportInProgress'])(
  'a report gone when it is fetched (%s) is generated again',
  async (code) => {
    const read = await collect([state('COMPLETE')], [errorXml(code), reportAnswer(report)]);
    expect(read.part.status).toBe('known');
    expect(read.actions).toEqual([generate, get, generate, get]);
  },
);

test('after about a minute it is given up', async () => {
  const read = await collect([state('STARTED')]);
  expect(read.part).toMatchObject({ status: 'unknown', reason: { code: 'AWS_ERROR' } });
  expect(read.slept).toBeGreaterThanOrEqual(50_000);
  expect(read.slept).toBeLessThanOrEqual(70_000);
});

test.each([
  ['no state', [xml(generate, '')], [reportAnswer(report)]],
  ['no content', [state('COMPLETE')], [xml(get, '<ReportFormat>text/csv</ReportFormat>')]],
  ['HTML for content', [state('COMPLETE')], [reportAnswer('<html>Sign in</html>')]],
])('%s: unknown', async (_name, generated, fetched) => {
  const read = await collect(generated, fetched);
  expect(read.part).toMatchObject({ status: 'unknown', reason: { code: 'BAD_RESPONSE' } });
});
