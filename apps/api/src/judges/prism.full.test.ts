import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readOperations } from '../http/read-operations.ts';
import type { FuzzedRequest } from '../http/testing/request.arbitrary.ts';
import { openDoor, type PortalDoor } from '../testing/portal-door.fixture.ts';
import { portalLaws } from '../testing/portal-laws.fixture.ts';
import { startTrialService, type TrialService } from '../testing/trial-service.fixture.ts';
import { faultOf, fuzzService } from './testing/fuzz-service.fixture.ts';
import { arrangeResources, readKnownTexts } from './testing/known-texts.fixture.ts';
import { type Prism, startPrism, verdictOf } from './testing/start-prism.fixture.ts';
import {
  openTamperingDoor,
  startReceiver,
  type Tampering,
  type TamperingDoor,
} from './testing/tampering-door.fixture.ts';

const root = new URL('../../../../', import.meta.url);
const document: object = parse(readFileSync(new URL('openapi.yaml', root), 'utf8'));
const operations = readOperations(document).filter(({ path }) => path.startsWith('/v1/'));
const numRuns = 3_000;
const seed = Number(process.env['ROLECALL_SEED'] ?? 1);

/**
 * Prism keeps streams to itself, and passes on the length of a body as it came but the body as it
 * understood it, so that what is no plain JSON never arrives. Such requests go to the service
 * without Prism.
 */
function forPrism({ method, url, headers, payload }: FuzzedRequest): FuzzedRequest {
  const { 'content-type': type = '', accept = '*/*', ...others } = headers;
  const kept = { ...others, accept: accept === 'text/event-stream' ? '*/*' : accept };
  const body = typeof payload === 'string' ? asPlainJson(payload) : undefined;
  if (method === 'GET' || body === undefined) return { method, url, headers: kept };
  const [mediaType = ''] = type.split(';');
  return { method, url, headers: { ...kept, 'content-type': mediaType }, payload: body };
}

function asPlainJson(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

describe('Prism, between a portal and the service', () => {
  let trial: TrialService | undefined;
  let receiver: TamperingDoor | undefined;
  let prism: Prism | undefined;
  let door: PortalDoor | undefined;
  beforeAll(async () => {
    receiver = await startReceiver();
    trial = await startTrialService({ ROLECALL_WEBHOOK_HOSTS: new URL(receiver.url).host });
    prism = await startPrism(trial.service.url);
    door = openDoor(
      prism.url,
      trial.service.trialTokens.map(({ token }) => token),
    );
  });
  afterAll(async () => {
    await prism?.stop();
    await trial?.service.close();
    receiver?.close();
  });
  const current = () => {
    if (!trial || !prism || !door || !receiver) throw new Error('the service did not start');
    return { service: trial.service, prism, door, receiver };
  };

  const faults: readonly [fault: string, tampering: Tampering][] = [
    ['wrong type', ({ status, body }) => ({ status, body: { ...body, openDecisions: 'many' } })],
    ['wrong value', ({ status, body }) => ({ status, body: { ...body, kind: 'ghost' } })],
    ['missing member', ({ status }) => ({ status, body: {} })],
  ];
  // Prism 5.16 sees neither members nor statuses too many: for these there is Redocly.
  it.each(faults)('notices a planted fault: %s', async (_, tamper) => {
    const { service } = current();
    const upstream = await openTamperingDoor(service.url, tamper);
    const other = await startPrism(upstream.url);
    const headers = { authorization: `Bearer ${service.trialTokens[0]?.token}` };
    const answer = await fetch(`${other.url}/v1/me`, { headers });
    expect(verdictOf(await answer.text())).toMatchObject({ kind: 'answer-refused' });
    await other.stop();
    upstream.close();
    // Nothing is left on the port that a later run could take for its own.
    await expect(fetch(other.url)).rejects.toThrow();
  });

  portalLaws(() => current().door);

  it(`finds ${numRuns} answers to made-up requests as the contract says`, async () => {
    const { service, prism: judge, door: through, receiver: hook } = current();
    await arrangeResources(through, hook.url);
    const [token = ''] = service.trialTokens.map((trialToken) => trialToken.token);
    const seen = { passed: 0, 'request-refused': 0, 'answer-refused': 0 };
    const found: string[] = [];
    await fuzzService(operations, {
      url: judge.url,
      token,
      numRuns,
      seed,
      weightOf: () => 1,
      known: () => readKnownTexts(service.url, token),
      prepare: forPrism,
      judge: (exchange) => {
        const verdict = verdictOf(exchange.answer.body);
        seen[verdict.kind] += 1;
        const fault = verdict.kind === 'request-refused' ? undefined : faultOf(exchange);
        if (fault !== undefined) found.push(fault);
        else if (verdict.kind === 'answer-refused') found.push(verdict.why);
      },
    });
    console.log(JSON.stringify(seen));
    expect(found.slice(0, 5)).toEqual([]);
    expect(seen.passed).toBeGreaterThan(numRuns / 10);
  });
});
