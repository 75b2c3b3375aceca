import { randomUUID } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { trialAccount, trialPeople } from '../../config/trial.ts';
import type { PortalDoor } from '../../testing/portal-door.fixture.ts';
import {
  approve,
  ask,
  dataOf,
  grantOf,
  newKey,
  wanted,
} from '../../testing/portal-steps.fixture.ts';

const { id: accountId } = trialAccount;

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }],
});
const recipient = await identityToRecipient(await generateX25519Identity());
const manifest = JSON.stringify({
  version: 1,
  scope: 'fuzz',
  account: accountId,
  delivery: { recipients: [recipient] },
  users: { fuzz: { login: {}, accessKeys: { count: 1 } } },
  blueprints: {
    support: {
      use: 'support-user-role',
      with: { roleName: 'Fuzz', principals: [`arn:aws:iam::${accountId}:root`] },
    },
  },
});

/** Makes one of everything, so that there is something to meet; notices go to the receiver. */
export async function arrangeResources(door: PortalDoor, receiver: string): Promise<void> {
  const { ana, ben } = door;
  const { asked } = await ask(door);
  await approve(door, asked.id);
  await grantOf(door, asked.id);
  await ask(door);
  dataOf(await ana.POST('/v1/role-requests', { params: { header: newKey() }, body: wanted }));
  const { durationSeconds: _, ...emergency } = wanted;
  const taken = await ana.POST('/v1/emergency-requests', {
    params: { header: newKey() },
    body: { ...emergency, durationSeconds: 3600 },
  });
  await grantOf(door, dataOf(taken).id);
  const plan = dataOf(
    await ana.POST('/v1/plans', { params: { header: newKey() }, body: { accountId, manifest } }),
  );
  dataOf(
    await ana.POST('/v1/applications', {
      params: { header: newKey() },
      body: { planId: plan.plan.planId },
    }),
  );
  dataOf(
    await ana.POST('/v1/accounts/{accountId}/check-runs', {
      params: { header: newKey(), path: { accountId } },
      body: {},
    }),
  );
  dataOf(
    await ana.POST('/v1/accounts/{accountId}/guide-walks', {
      params: { header: newKey(), path: { accountId } },
      body: { guide: 'ecs-express' },
    }),
  );
  dataOf(
    await ana.POST('/v1/webhook-endpoints', {
      params: { header: newKey() },
      body: { url: `${receiver}/hook`, events: ['grant.activated'] },
    }),
  );
  dataOf(
    await ben.POST('/v1/delegations', {
      params: { header: newKey() },
      body: {
        to: trialPeople.ana.actor.id,
        startsAt: new Date(Date.now() - 60_000).toISOString(),
        endsAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
    }),
  );
}

/** Texts that stand for something at this moment. */
export interface KnownTexts {
  /** What fits everywhere: revisions, instants, documents. */
  readonly general: readonly string[];
  /** Ids and cursors by the collection that they are of. */
  readonly ofCollection: ReadonlyMap<string, readonly string[]>;
}

/** Without the tokens, whose end would end the test. */
const collections = [
  'accounts',
  'applications',
  'blueprints',
  'delegations',
  'grants',
  'guides',
  'plans',
  'role-requests',
  'rule-changes',
  'webhook-endpoints',
] as const;

/** These come whole. */
const unpaged: ReadonlySet<string> = new Set(['blueprints', 'guides']);

export async function readKnownTexts(url: string, token: string): Promise<KnownTexts> {
  const headers = { authorization: `Bearer ${token}` };
  const read = async (path: string): Promise<string> =>
    (await fetch(`${url}/v1/${path}`, { headers })).text();
  const pages = await Promise.all(
    collections.map(async (name) => {
      const ids = idsIn(await read(unpaged.has(name) ? name : `${name}?limit=6`));
      // Which plan a decision is about stands in the preview.
      const more = name === 'role-requests' ? ids.slice(0, 3) : [];
      const plans = await Promise.all(more.map((id) => read(`${name}/${id}/preview`)));
      return [name, [...ids, ...plans.flatMap(idsIn)]] as const;
    }),
  );
  const runs = idsIn(await read(`accounts/${accountId}/check-runs?limit=5`));
  const walks = idsIn(await read(`accounts/${accountId}/guide-walks?limit=5`));
  const applied = pages.find(([name]) => name === 'applications')?.[1] ?? [];
  const secrets = await Promise.all(
    applied.slice(0, 3).map((id) => read(`applications/${id}/secrets`)),
  );
  const hours = [-1, 1, 6, 30].map((n) => new Date(Date.now() + n * 3_600_000).toISOString());
  return {
    general: [
      ...hours,
      ...['"0"', '"1"', '"2"', '"3"', '*', randomUUID(), 'sandbox', 'good', 'support-user-role'],
      ...[accountId, trialPeople.ben.actor.id, 'group:approvers', 'https://portal.invalid/hook'],
      ...[manifest, policy, 'version: 1\n', 'A reason that is long enough.'],
    ],
    ofCollection: new Map([
      ...pages,
      ['check-runs', runs],
      ['guide-walks', walks],
      ['secrets', secrets.flatMap(idsIn)],
    ]),
  };
}

function idsIn(page: string): readonly string[] {
  const found = page.matchAll(/"(?:id|planId|nextCursor)":"([^"|]+)"/g);
  return [...new Set([...found].map(([, id = '']) => id))];
}
