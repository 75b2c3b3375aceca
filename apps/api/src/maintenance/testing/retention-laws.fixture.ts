import { expect, test } from 'vitest';
import type { RequestState } from '../../model/records.ts';
import type { Laws } from '../../storage/testing/database.fixture.ts';
import {
  checkRun,
  grant,
  guideWalk,
  person,
  planSet,
  planSetMember,
  roleRequest,
  secretOf,
} from '../../storage/testing/records.fixture.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { sweepRetention } from '../sweep-retention.ts';

const day = 86_400_000;
const old = '2024-01-01T00:00:00.000Z';
const recent = '2026-11-01T00:00:00.000Z';
const now = '2026-11-21T10:00:00.000Z';

export const retentionLaws: Laws = (stage) => {
  const sweep = (requestsMs: number | null = 365 * day) =>
    sweepRetention({
      store: stage().store,
      now: () => new Date(now),
      newFence: () => 'fence',
      retention: { requestsMs, checkRunsMs: 90 * day, plansMs: 90 * day },
      deliveryRetentionMs: 30 * day,
    });

  test('requests go with their decisions and grants, when all of it is over', async () => {
    const { store } = stage();
    const put = (id: string, fields: Parameters<typeof roleRequest>[0] = {}) =>
      store.transaction((tx) =>
        tx.roleRequests.insert(
          roleRequest({ id, state: 'fulfilled', grantId: id, updatedAt: old, ...fields }),
        ),
      );
    const give = (id: string, fields: Parameters<typeof grant>[0] = {}) =>
      store.transaction((tx) =>
        tx.grants.insert(grant({ id, requestId: id, state: 'expired', endedAt: old, ...fields })),
      );
    await put('r-over');
    await give('r-over');
    await store.transaction((tx) => decide(tx, 'r-over'));
    await put('r-rejected', { state: 'rejected', grantId: null });
    // An extension of what is over.
    await put('r-more', { grantId: 'r-over' });
    await put('r-living');
    await give('r-living', { state: 'active', endedAt: null });
    await put('r-more-living', { grantId: 'r-living' });
    await put('r-just-ended');
    await give('r-just-ended', { endedAt: recent });
    await put('r-unreviewed');
    await give('r-unreviewed', { needsReview: true });
    await put('r-recent', { state: 'lapsed', grantId: null, updatedAt: recent });
    for (const state of ['pending-approval', 'provision-failed', 'draft'] as const)
      await put(`r-${state}`, { state, grantId: null });

    await sweep(null);
    expect(await store.roleRequests.get('r-over')).toBeDefined();
    await sweep();
    const { rows } = await store.roleRequests.list({ limit: 100 });
    const kept = rows.map(({ id }) => id).filter((id) => id.startsWith('r-'));
    expect(kept.sort()).toEqual([
      'r-draft',
      'r-just-ended',
      'r-living',
      'r-more-living',
      'r-pending-approval',
      'r-provision-failed',
      'r-recent',
      'r-unreviewed',
    ]);
    expect(await store.grants.get('r-over')).toBeUndefined();
    expect(await store.grants.get('r-unreviewed')).toBeDefined();
    expect(await store.decisions.listOf('r-over')).toEqual([]);
    const [told] = await store.auditEvents.list({
      after: 0,
      limit: 10,
      filter: { type: 'role-requests.forgotten' },
    });
    expect(told).toMatchObject({
      data: {
        endedBefore: '2025-11-21T10:00:00.000Z',
        ids: expect.arrayContaining(['r-more', 'r-over', 'r-rejected']),
      },
    });
    const { sequence } = await store.auditEvents.head();
    await sweep();
    expect((await store.auditEvents.head()).sequence).toBe(sequence);
  });

  test('more than one batch goes in one sweep', async () => {
    const { store } = stage();
    const state: RequestState = 'cancelled';
    await store.transaction(async (tx) => {
      for (let index = 0; index < 230; index += 1)
        await tx.roleRequests.insert(
          roleRequest({ id: `many-${index}`, state, blueprint: 'many', updatedAt: old }),
        );
    });
    await sweep();
    const { rows } = await store.roleRequests.list({ limit: 1, filter: { blueprint: 'many' } });
    expect(rows).toEqual([]);
  });

  test('check runs, plans and applications go, but not what is under way', async () => {
    const { store } = stage();
    await store.transaction(async (tx) => {
      for (const [id, state, createdAt] of [
        ['old', 'succeeded', old],
        ['running', 'running', old],
        ['new', 'failed', recent],
      ] as const) {
        const made = { id, accountId: '1', requestedBy: person('ada'), failure: null, revision: 1 };
        await tx.checkRuns.insert(checkRun({ ...made, state, createdAt }));
        await tx.guideWalks.insert(guideWalk({ ...made, state, createdAt }));
        await tx.checkRuns.putReport(id, { version: '1' });
        const finding = { runId: id, position: 0, outcome: 'pass', severity: 'low', finding: {} };
        await tx.checkRuns.putFindings(id, [finding]);
        const plan = {
          manifest: {},
          plan: {},
          review: null,
          decision: null,
          madeBy: person('ada'),
        };
        await tx.plans.insert({ id, accountId: '1', ...plan, createdAt: old });
        const applied = { planId: id, report: null, finishedAt: null };
        await tx.applications.insert({ ...made, ...applied, state, createdAt });
        const said = { run: id, kind: 'run-begun', at: createdAt, entry: { id } };
        await tx.journal.append([{ accountId: '1', scope: 'old', applicationId: id, ...said }]);
        const finishedAt = state === 'running' ? null : createdAt;
        const set = planSet({ id, state, createdAt, finishedAt });
        await tx.planSets.insert(set, [planSetMember({ setId: id })]);
        const waits = secretOf({ id: `waits-${id}`, applicationId: id, createdAt });
        await tx.secrets.insert(waits, 'ciphertext');
        await tx.secrets.insert({ ...waits, id }, 'ciphertext');
        await tx.secrets.expire(id);
      }
    });
    await sweep();
    expect(await store.checkRuns.get('old')).toBeUndefined();
    expect(await store.checkRuns.listFindings({ runId: 'old', limit: 1 })).toEqual([]);
    expect(await store.checkRuns.getReport('old')).toBeUndefined();
    expect(await store.guideWalks.get('old')).toBeUndefined();
    expect(await store.plans.get('old')).toBeUndefined();
    expect(await store.applications.get('old')).toBeUndefined();
    expect(await store.secrets.get('old')).toBeUndefined();
    expect(await store.planSets.get('old')).toBeUndefined();
    expect(await store.planSets.listMembers('old')).toEqual([]);
    const place = { accountId: '1', scope: 'old', applicationId: 'old' };
    expect(await store.journal.readJournal(place)).toEqual([{ id: 'new' }]);
    // Nobody was told yet that it is over.
    expect(await store.secrets.get('waits-old')).toBeDefined();
    expect(await store.secrets.get('new')).toBeDefined();
    for (const id of ['running', 'new']) {
      expect(await store.checkRuns.get(id)).toBeDefined();
      expect(await store.guideWalks.get(id)).toBeDefined();
      expect(await store.planSets.listMembers(id)).toHaveLength(1);
      expect(await store.plans.get(id)).toBeDefined();
      expect(await store.applications.get(id)).toBeDefined();
    }
  });
};

async function decide(tx: Transaction, requestId: string): Promise<void> {
  await tx.decisions.insert({
    id: `decision-${requestId}`,
    requestId,
    approver: person('grace'),
    onBehalfOf: null,
    decision: 'approve',
    comment: '',
    planId: 'plan-1',
    valid: true,
    createdAt: old,
  });
}
