import { setTimeout as delay } from 'node:timers/promises';
import type { Schema } from '@rolecall/contract';
import { expect, it } from 'vitest';
import { type KillingStage, openKillingStage } from './testing/killing/killing-stage.fixture.ts';
import { dataOf, newKey } from './testing/portal-steps.fixture.ts';

const names = Array.from({ length: 40 }, (_, index) => `worker-${index}`);
/** A job of a dead process is seen and begun again in about two minutes. */
const longestMs = 400_000;

async function plan({ door, accounts }: KillingStage): Promise<Schema<'AccountPlan'>> {
  const [accountId = ''] = accounts.ids;
  const trust = {
    Statement: {
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  };
  const role = { trust, managedPolicies: ['ReadOnlyAccess'] };
  const roles = Object.fromEntries(names.map((name) => [name, role]));
  const manifest = JSON.stringify({ version: 1, scope: 'platform', account: accountId, roles });
  const params = { header: newKey() };
  return dataOf(await door.ana.POST('/v1/plans', { params, body: { accountId, manifest } }));
}

it('an application goes on by itself when its process was killed', async () => {
  const stage = await openKillingStage({ title: 'an application killed', count: 1 });
  try {
    const { door, services, accounts } = stage;
    const { id: planId } = await plan(stage);
    const asked = await door.ana.POST('/v1/applications', {
      params: { header: newKey() },
      body: { planId },
    });
    const path = { id: dataOf(asked).id };
    const made = () => accounts.created().filter(({ owner }) => owner === 'platform');
    while (made().length < 5) await delay(5);
    for (const service of services) {
      await service.kill();
      await service.start();
    }
    expect(made().length).toBeLessThan(names.length);
    const read = async () =>
      dataOf(await door.ana.GET('/v1/applications/{id}', { params: { path } }));
    const until = Date.now() + longestMs;
    while ((await read()).finishedAt === null && Date.now() < until) await delay(1_000);
    const { state, failure, report } = await read();
    expect([state, failure]).toEqual(['succeeded', null]);
    expect(report?.results).toHaveLength(names.length * 2);
    expect(
      made()
        .map(({ name, outcome }) => `${name} ${outcome}`)
        .sort(),
    ).toEqual(names.map((name) => `${name} ok`).sort());
    expect((await plan(stage)).plan.changes).toEqual([]);
  } finally {
    await stage.close();
  }
}, 600_000);
