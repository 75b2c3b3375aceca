import { expect, test } from 'vitest';
import type { PortalDoor } from './portal-door.fixture.ts';
import {
  approve,
  ask,
  askForMore,
  dataOf,
  etagOf,
  giveBack,
  grantOf,
  mapBen,
  newKey,
  readDecision,
  readGrant,
  wanted,
} from './portal-steps.fixture.ts';

const decisionsAtOnce = 20;

/** What a portal can rely on, whatever the service runs on. */
export function portalLaws(door: () => PortalDoor): void {
  test('a role is asked for, approved, made, lengthened and given back', async () => {
    const { ana, ben } = door();
    const { asked } = await ask(door());
    expect(asked).toMatchObject({ state: 'pending-approval', approval: { needed: 1 } });

    const waiting = await ben.GET('/v1/role-requests', {
      params: { query: { state: ['pending-approval'] } },
    });
    expect(dataOf(waiting).items.map(({ id }) => id)).toContain(asked.id);

    await approve(door(), asked.id);
    const grantId = await grantOf(door(), asked.id);
    const active = await ana.GET('/v1/grants', { params: { query: { state: ['active'] } } });
    expect(dataOf(active).items.map(({ id }) => id)).toContain(grantId);

    const { more, expiresAt } = await askForMore(door(), grantId);
    expect(more).toMatchObject({ state: 'pending-approval', extendsGrantId: grantId });
    await approve(door(), more.id);
    expect(await grantOf(door(), more.id)).toBe(grantId);
    expect((await readGrant(door(), grantId)).grant.expiresAt).toBe(expiresAt);

    expect(await giveBack(door(), grantId)).toMatchObject({ state: 'revoked' });
    expect((await readGrant(door(), grantId)).grant.endedBy).toEqual(asked.requester);
  });

  test('nobody approves what they ask for', async () => {
    const { ana, ben } = door();
    const ofAna = await readDecision(ana, (await ask(door())).asked.id);
    expect((await ofAna()).error).toMatchObject({ status: 403, code: 'forbidden' });
    // Not even who is the approver.
    await mapBen(door());
    const ofBen = await readDecision(ben, (await ask({ ana: ben })).asked.id);
    expect((await ofBen()).error).toMatchObject({ status: 403, code: 'self-approval' });
  });

  test('a request that is sent again under its key is made once', async () => {
    const header = newKey();
    const first = await ask(door(), header);
    expect(first.response.headers.get('idempotency-replayed')).toBeNull();
    const again = await ask(door(), header);
    expect(again.response.headers.get('idempotency-replayed')).toBe('true');
    expect(again.asked).toEqual(first.asked);
    const other = await door().ana.POST('/v1/role-requests', {
      params: { header, query: { submit: true } },
      body: { ...wanted, durationSeconds: 3600 },
    });
    expect(other.error).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  test(`of ${decisionsAtOnce} decisions of one person at once one counts`, async () => {
    const { asked } = await ask(door());
    const decide = await readDecision(door().ben, asked.id);
    const answers = await Promise.all(Array.from({ length: decisionsAtOnce }, decide));
    const statuses = answers.map(({ response }) => response.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409 || status === 412)).toHaveLength(
      decisionsAtOnce - 1,
    );
    const path = { id: asked.id };
    const decisions = await door().ben.GET('/v1/role-requests/{id}/decisions', {
      params: { path },
    });
    expect(dataOf(decisions).items).toHaveLength(1);
    await giveBack(door(), await grantOf(door(), asked.id));
  });

  test('an emergency waits for nobody, and somebody else reviews it', async () => {
    const { ana, ben } = door();
    const { durationSeconds: _, ...emergency } = wanted;
    const taken = await ana.POST('/v1/emergency-requests', {
      params: { header: newKey() },
      body: { ...emergency, durationSeconds: 3600 },
    });
    expect(taken.response.status).toBe(202);
    const id = await grantOf(door(), dataOf(taken).id);
    const { grant, etag } = await readGrant(door(), id);
    expect(grant).toMatchObject({ state: 'active', needsReview: true, review: null });

    const review = (client: typeof ana, ifMatch: string) =>
      client.POST('/v1/grants/{id}/review', {
        params: { path: { id }, header: { 'If-Match': ifMatch } },
        body: { comment: 'There was no other way.' },
      });
    expect((await review(ana, etag)).error).toMatchObject({ status: 403 });
    const seen = await ben.GET('/v1/grants/{id}', { params: { path: { id } } });
    expect(dataOf(await review(ben, etagOf(seen)))).toMatchObject({ needsReview: false });
    await giveBack(door(), id);
  });

  test('all of it is in the audit log, and its chain holds', async () => {
    const { ben } = door();
    const found = dataOf(await ben.GET('/v1/audit-events/verification'));
    expect(found).toMatchObject({ intact: true, broken: null });
    const events = await ben.GET('/v1/audit-events', { params: { query: { limit: 100 } } });
    const log = dataOf(events);
    const types = typeof log === 'string' ? [] : log.items.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['role-request.submitted', 'grant.activated']));
    expect(found.head?.sequence).toBeGreaterThanOrEqual(types.length);
  });
}
