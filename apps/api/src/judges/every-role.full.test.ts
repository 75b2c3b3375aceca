import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readOperations } from '../http/read-operations.ts';
import { permissionsOf, type Role, roles } from '../identity/roles.ts';
import { startTrialService, type TrialService } from '../testing/trial-service.fixture.ts';
import { faultOf, fuzzService } from './testing/fuzz-service.fixture.ts';
import { arrangeResources, readKnownTexts } from './testing/known-texts.fixture.ts';
import { makeRoleToken, roleEnv } from './testing/role-tokens.fixture.ts';
import { startReceiver, type TamperingDoor } from './testing/tampering-door.fixture.ts';

const root = new URL('../../../../', import.meta.url);
const document: object = parse(readFileSync(new URL('openapi.yaml', root), 'utf8'));
const operations = readOperations(document).filter(({ path }) => path.startsWith('/v1/'));
const requestsPerRole = 1_700;
const seed = Number(process.env['ROLECALL_SEED'] ?? 1);

/** Whoever may break most comes last. */
const order = [
  'auditor',
  'requester',
  'approver',
  'machine',
  'security',
  'administrator',
] as const satisfies readonly Role[];

describe('the whole service, asked by everybody for anything', () => {
  /** Operations that did what they were asked to. */
  const reached = new Set<string>();
  let sent = 0;
  let trial: TrialService | undefined;
  let receiver: TamperingDoor | undefined;
  beforeAll(async () => {
    receiver = await startReceiver();
    const hosts = { ROLECALL_WEBHOOK_HOSTS: new URL(receiver.url).host };
    trial = await startTrialService({ ...roleEnv, ...hosts });
    await arrangeResources(trial.door, receiver.url);
  });
  afterAll(async () => {
    await trial?.service.close();
    receiver?.close();
  });

  it.each(order)('answers %s as the contract says', async (role) => {
    if (trial === undefined) throw new Error('the service did not start');
    const { service } = trial;
    const [ana = ''] = service.trialTokens.map(({ token }) => token);
    const held = new Set<string>(permissionsOf(role));
    const faults: string[] = [];
    const statuses: Record<string, number> = {};
    await fuzzService(operations, {
      url: service.url,
      token: await makeRoleToken(service, role),
      numRuns: requestsPerRole,
      seed: seed + order.indexOf(role) * requestsPerRole,
      weightOf: ({ permission }) => (held.has(permission) ? 8 : 1),
      known: () => readKnownTexts(service.url, ana),
      judge: (exchange) => {
        const { status } = exchange.answer;
        sent += 1;
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status < 300) reached.add(exchange.operation.id);
        const fault = faultOf(exchange);
        if (fault !== undefined) faults.push(fault);
      },
    });
    console.log(`${role}: ${JSON.stringify(statuses)}`);
    expect(faults.slice(0, 5)).toEqual([]);
    // Whoever is refused everything, or nothing, is not fuzzed.
    expect(statuses[200]).toBeGreaterThan(requestsPerRole / 20);
    expect(statuses[403]).toBeGreaterThan(0);
  });

  it('has done most of what it can do', () => {
    const missed = operations.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
    console.log(`${sent} requests reached ${reached.size} of ${operations.length} operations`);
    console.log(`without luck: ${missed.join(', ')}`);
    expect(new Set<Role>(order)).toEqual(new Set(roles));
    expect(sent).toBeGreaterThanOrEqual(10_000);
    expect(reached.size).toBeGreaterThan(operations.length * 0.6);
  });
});
