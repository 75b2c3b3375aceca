import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { RequestPreview, RoleRequestRecord, RuleChangeRecord } from '../../model/records.ts';
import type { PageCursor } from '../page.ts';
import type { Laws } from './database.fixture.ts';
import {
  applicationOf,
  everyCheck,
  grant,
  now,
  person,
  planSet,
  planSetMember,
  roleRequest,
  secretOf,
} from './records.fixture.ts';
import type { Stage } from './stage.fixture.ts';

export const storeLaws: Laws = (stage) => {
  test('gives back what was put in', async () => {
    const { store } = stage();
    const request = roleRequest({ id: 'round-trip' });
    const active = grant({ id: 'round-trip', requestId: 'round-trip' });
    await store.transaction(async (tx) => {
      await tx.roleRequests.insert(request);
      await tx.grants.insert(active);
    });
    expect(await store.roleRequests.get('round-trip')).toEqual(request);
    expect(await store.grants.getByRequest('round-trip')).toEqual(active);
    expect(await store.grants.get('none')).toBeUndefined();
  });

  test('of a hundred that change the same revision one wins', async () => {
    const { store } = stage();
    await store.transaction((tx) => tx.roleRequests.insert(roleRequest({ id: 'contended' })));
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        store.transaction((tx) =>
          tx.roleRequests.updateIf('contended', 1, { reason: `from ${index}` }),
        ),
      ),
    );
    const winners = results.filter((result) => typeof result === 'object');
    expect(winners).toHaveLength(1);
    expect(results.filter((result) => result === 'stale')).toHaveLength(99);
    expect(await store.roleRequests.get('contended')).toEqual(winners[0]);
    expect(winners[0]).toMatchObject({ revision: 2 });
  });

  test('tells a row that is gone from one that moved', async () => {
    const { store } = stage();
    const result = await store.transaction((tx) => tx.grants.updateIf('gone', 1, {}));
    expect(result).toBe('missing');
  });

  test('one approver has one valid decision', async () => {
    const { store } = stage();
    await store.transaction((tx) => tx.roleRequests.insert(roleRequest({ id: 'decided' })));
    const decide = (index: number) =>
      store.transaction((tx) =>
        tx.decisions.insert({
          id: `decided-${index}`,
          requestId: 'decided',
          approver: person('grace'),
          decision: 'approve',
          comment: '',
          planId: 'plan-1',
          valid: true,
          createdAt: now,
        }),
      );
    const results = await Promise.all(Array.from({ length: 100 }, (_, index) => decide(index)));
    expect(results.filter((result) => result === 'inserted')).toHaveLength(1);
    expect(await store.transaction((tx) => tx.decisions.voidOf(['decided', 'none']))).toBe(1);
    expect(await decide(100)).toBe('inserted');
    const decisions = await store.decisions.listOf('decided');
    expect(decisions.map(({ valid }) => valid).sort()).toEqual([false, true]);
  });

  test('rows, events and jobs of a failed transaction are not there', async () => {
    const { store, database } = stage();
    const before = await store.auditEvents.head();
    const jobsBefore = await countJobs(database);
    const failing = store.transaction(async (tx) => {
      await tx.roleRequests.insert(roleRequest({ id: 'undone' }));
      tx.audit(entry('undone'), { notify: true });
      await tx.enqueue('provision', { requestId: 'undone' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await store.roleRequests.get('undone')).toBeUndefined();
    expect(await store.auditEvents.head()).toEqual(before);
    expect(await countJobs(database)).toBe(jobsBefore);
  });

  test('a transaction brings its events and jobs along', async () => {
    const { store, database } = stage();
    const before = await store.auditEvents.head();
    const jobsBefore = await countJobs(database);
    await store.transaction(async (tx) => {
      tx.audit(entry('kept'), { notify: true });
      tx.audit(entry('kept too'));
      expect(await tx.enqueue('provision', { requestId: 'kept' })).toBe('queued');
      expect(await tx.enqueue('provision', { requestId: 'kept' })).toBe('waiting-already');
      const startAfter = '2036-01-01T00:00:00.000Z';
      expect(await tx.enqueue('provision', { requestId: 'kept' }, { startAfter })).toBe('queued');
    });
    expect((await store.auditEvents.head()).sequence).toBe(before.sequence + 2);
    expect(await countJobs(database)).toBe(jobsBefore + 3);
  });

  test('a failed statement undoes its transaction and spoils no other', async () => {
    const { store } = stage();
    const twice = store.transaction(async (tx) => {
      await tx.roleRequests.insert(roleRequest({ id: 'twice' }));
      await tx.roleRequests.insert(roleRequest({ id: 'twice' }));
    });
    await expect(twice).rejects.toThrow();
    expect(await store.roleRequests.get('twice')).toBeUndefined();
  });

  test('refuses the store inside a transaction instead of waiting for itself', async () => {
    const { store } = stage();
    const reading = store.transaction(() => store.roleRequests.get('any'));
    await expect(reading).rejects.toThrow('through `tx`');
    const nested = store.transaction(() => store.transaction(async () => 1));
    await expect(nested).rejects.toThrow('through `tx`');
  });

  test('pages miss nothing and repeat nothing while rows are added', async () => {
    const { store } = stage();
    const blueprint = 'paged';
    const add = (request: Partial<RoleRequestRecord>) =>
      store.transaction((tx) => tx.roleRequests.insert(roleRequest({ blueprint, ...request })));
    // Many share an instant: the id decides between them.
    const ids = Array.from({ length: 45 }, (_, index) => `paged-${String(index).padStart(3, '0')}`);
    for (const [index, id] of ids.entries()) {
      await add({ id, createdAt: `2026-11-21T10:00:0${Math.floor(index / 10)}.000Z` });
    }
    const seen: string[] = [];
    let after: PageCursor | undefined;
    for (let page = 0; page === 0 || after !== undefined; page += 1) {
      const { rows, next } = await store.roleRequests.list({
        limit: 7,
        after,
        filter: { blueprint },
      });
      seen.push(...rows.map(({ id }) => id));
      after = next;
      await add({ id: `newer-${page}`, createdAt: `2026-11-21T11:00:0${page}.000Z` });
    }
    expect(seen).toEqual(ids.toReversed());
  });

  test('filters by what was asked for', async () => {
    const { store } = stage();
    const accountId = '999900001111';
    await store.transaction(async (tx) => {
      await tx.roleRequests.insert(roleRequest({ id: 'f-1', accountId, requester: person('bob') }));
      await tx.roleRequests.insert(roleRequest({ id: 'f-2', accountId, state: 'rejected' }));
      await tx.roleRequests.insert(roleRequest({ id: 'f-3', accountId, approval: null }));
    });
    const found = async (filter: Parameters<typeof store.roleRequests.list>[0]['filter']) => {
      const { rows } = await store.roleRequests.list({
        limit: 10,
        filter: { ...filter, accountId },
      });
      return rows.map(({ id }) => id);
    };
    expect(await found({ requesterId: person('bob').id })).toEqual(['f-1']);
    expect(await found({ states: ['rejected', 'lapsed'] })).toEqual(['f-2']);
    expect(await found({ approvers: ['x', 'group:leads'] })).toEqual(['f-2', 'f-1']);
    expect(await found({ approvers: [] })).toEqual([]);
    expect(await found({ createdAfter: now })).toEqual([]);
    expect(await found({ createdBefore: '2026-02-30T00:00:00Z' })).toEqual([]);
    for (const leap of ['2026-06-30T23:59:60Z', '2016-12-31T23:59:60Z'])
      expect([await found({ createdAfter: leap }), await found({ createdBefore: leap })]).toEqual([
        [],
        [],
      ]);
    expect(await found({ createdAfter: '0000-01-01T00:00:00Z' })).toHaveLength(3);
    expect(await found({ blueprint: 'nul\0' })).toEqual([]);
  });

  test('lists show the risk of a request, and carry no plans', async () => {
    const { store } = stage();
    const preview: RequestPreview = {
      ...{ planId: 'p', plan: { large: 'x'.repeat(10_000) }, grants: [], risks: [] },
      ...{ refusals: [], roleArns: [], access: [], plannedAt: now },
      risk: 'high',
    };
    const planned = roleRequest({ id: 'l-1', blueprint: 'listed', preview });
    await store.transaction(async (tx) => {
      await tx.roleRequests.insert(planned);
      await tx.roleRequests.insert(roleRequest({ id: 'l-2', blueprint: 'listed' }));
    });
    const { rows } = await store.roleRequests.list({ limit: 9, filter: { blueprint: 'listed' } });
    const { parameters: _p, preview: _v, failure: _f, ...shown } = planned;
    expect(rows).toEqual([
      { ...shown, id: 'l-2', risk: null },
      { ...shown, risk: 'high' },
    ]);
    expect(await store.roleRequests.get('l-1')).toEqual(planned);
  });

  test('plans are listed without themselves, the newest first', async () => {
    const { store } = stage();
    const plan = (id: string, createdAt: string) => ({
      ...{ id, accountId: '222233334444', manifest: {}, plan: { id }, review: null },
      decision: null,
      ...{ madeBy: person('ada'), createdAt },
    });
    await store.transaction(async (tx) => {
      await tx.plans.insert(plan('plan-a', '2026-11-21T10:00:00.000Z'));
      await tx.plans.insert(plan('plan-b', '2026-11-21T11:00:00.000Z'));
    });
    const page = { limit: 1, filter: { accountId: '222233334444' } };
    const { rows, next } = await store.plans.list(page);
    const {
      manifest: _m,
      plan: _p,
      review: _r,
      decision: _d,
      ...shown
    } = plan('plan-b', rows[0]?.createdAt ?? '');
    expect(rows).toEqual([shown]);
    const rest = await store.plans.list({ ...page, after: next });
    expect(rest).toMatchObject({ rows: [{ id: 'plan-a' }], next: undefined });
  });

  test('grants are found by their end', async () => {
    const { store } = stage();
    const accountId = '333344445555';
    await store.transaction(async (tx) => {
      await tx.grants.insert(grant({ id: 'e-1', accountId, expiresAt: now }));
      await tx.grants.insert(grant({ id: 'e-2', accountId, expiresAt: '2026-11-21T12:00:00Z' }));
    });
    const before = async (expiresBefore: string) => {
      const { rows } = await store.grants.list({ limit: 9, filter: { accountId, expiresBefore } });
      return rows.map(({ id }) => id);
    };
    expect(await before('2026-11-21T12:00:00.000Z')).toEqual(['e-1']);
    expect(await before('2026-11-21T13:00:00+01:00')).toEqual(['e-1']);
    expect(await before('2027-01-01T00:00:00Z')).toEqual(['e-2', 'e-1']);
    expect(await before('2026-12-31T23:59:60Z')).toEqual([]);
  });

  test('decisions of several requests are read and voided at once', async () => {
    const { store } = stage();
    const ids = ['v-1', 'v-2', 'v-3'];
    await store.transaction(async (tx) => {
      for (const id of ids) {
        await tx.roleRequests.insert(roleRequest({ id }));
        await tx.decisions.insert({
          ...{ id, requestId: id, approver: person('grace'), onBehalfOf: null, comment: '' },
          ...{ decision: 'approve', planId: 'plan-1', valid: true, createdAt: now },
        });
      }
    });
    expect(await store.transaction((tx) => tx.decisions.voidOf([]))).toBe(0);
    expect(await store.transaction((tx) => tx.decisions.voidOf(['v-1', 'v-3']))).toBe(2);
    const decisions = await store.decisions.listOf(...ids);
    expect(decisions.map(({ valid }) => valid)).toEqual([false, true, false]);
  });

  test('changes of rules wait, are decided once, and stay', async () => {
    const { store } = stage();
    const change = (id: string, base: number | null): RuleChangeRecord => ({
      ...{ id, edit: { kind: 'guardrails', text: 'a' }, base, proposedBy: person('ada') },
      ...{ state: 'pending', decidedBy: null, comment: '', revision: 0 },
      ...{ createdAt: now, decidedAt: null },
    });
    // Of a mapping it is a number of 48 bits.
    const both = [change('c-1', 2 ** 48 - 1), change('c-2', null)] as const;
    await store.transaction(async (tx) => {
      for (const one of both) await tx.ruleChanges.insert(one);
    });
    expect(await store.ruleChanges.get('c-1')).toEqual(both[0]);
    expect(await store.ruleChanges.countPending()).toBe(2);
    const decided = { decidedBy: person('bob'), decidedAt: now, comment: 'no' };
    const decide = () =>
      store.transaction((tx) =>
        tx.ruleChanges.updateIf('c-2', 0, { ...decided, state: 'rejected' }),
      );
    const outcomes = await Promise.all([decide(), decide()]);
    expect(outcomes).toContainEqual({ ...both[1], ...decided, state: 'rejected', revision: 1 });
    expect(outcomes).toContain('stale');
    const pending = await store.ruleChanges.list({ limit: 1, filter: { state: 'pending' } });
    expect(pending).toEqual({ rows: [both[0]], next: undefined });
    const { rows } = await store.ruleChanges.list({ limit: 9 });
    expect(rows.map(({ id }) => id)).toEqual(['c-2', 'c-1']);
  });

  test('says whose time has come', async () => {
    const { store } = stage();
    const at = (minute: string) => `2030-01-01T10:${minute}:00.000Z`;
    await store.transaction(async (tx) => {
      await tx.grants.insert(grant({ id: 'due-0', expiresAt: at('00') }));
      await tx.grants.insert(grant({ id: 'due-1', expiresAt: at('10'), state: 'expiring' }));
      await tx.grants.insert(grant({ id: 'due-2', expiresAt: at('20') }));
      await tx.grants.insert(grant({ id: 'due-3', expiresAt: at('21'), state: 'expiring' }));
      await tx.grants.insert(grant({ id: 'due-4', expiresAt: at('22'), state: 'revoked' }));
      await tx.grants.insert(grant({ id: 'due-5', expiresAt: at('40') }));
    });
    const due = await store.grants.listDue({ now: at('10'), warnUntil: at('30'), limit: 100 });
    const ours = due.filter(({ grant: { id } }) => id.startsWith('due-'));
    expect(ours.map(({ due, grant: { id } }) => [id, due])).toEqual([
      ['due-0', 'expire'],
      ['due-1', 'expire'],
      ['due-2', 'warn'],
    ]);
  });

  test('rules change whole, under their revision', async () => {
    const { store } = stage();
    const rule = {
      id: 'all',
      who: ['*'],
      blueprints: ['*'],
      accounts: ['*'],
      maxDurationSeconds: 3600,
      emergency: false,
    };
    expect(await store.eligibilityRules.get()).toEqual({ revision: 0, rules: [] });
    const replace = (revision: number) =>
      store.transaction((tx) => tx.eligibilityRules.replaceIf(revision, [rule]));
    expect(await Promise.all([replace(0), replace(0)])).toContain('stale');
    expect(await replace(1)).toEqual({ revision: 2, rules: [rule] });
    expect(await replace(1)).toBe('stale');
    expect(await store.eligibilityRules.get()).toEqual({ revision: 2, rules: [rule] });
    expect(await store.approvalRules.get()).toEqual({ revision: 0, rules: [] });
  });

  test('guardrails gain versions and lose none', async () => {
    const { store } = stage();
    const publish = (version: number, text: string) =>
      store.transaction((tx) =>
        tx.guardrails.publishIf(version, { text, changedBy: person('ada'), createdAt: now }),
      );
    expect(await store.guardrails.current()).toBeUndefined();
    const both = await Promise.all([publish(0, 'a'), publish(0, 'b')]);
    expect(both.filter((result) => result === 'stale')).toHaveLength(1);
    expect(await publish(1, 'c')).toMatchObject({ version: 2, text: 'c' });
    expect(await store.guardrails.current()).toMatchObject({ version: 2 });
    expect(await store.guardrails.get(1)).toMatchObject({ version: 1 });
  });

  test('the mapping for the account goes before the one for all', async () => {
    const { store } = stage();
    const mapping = (accountId: string, name: string) =>
      ({ subject: 'i|ada', accountId, principal: { kind: 'user', arn: name } }) as const;
    await store.transaction(async (tx) => {
      await tx.principalMappings.put(mapping('*', 'any'));
      await tx.principalMappings.put(mapping('111122223333', 'old'));
      await tx.principalMappings.put(mapping('111122223333', 'own'));
    });
    const find = (accountId: string) =>
      store.principalMappings.find({ subject: 'i|ada', accountId });
    expect(await find('111122223333')).toEqual(mapping('111122223333', 'own'));
    expect(await find('444455556666')).toEqual(mapping('*', 'any'));
  });

  test('secrets give their ciphertext once, and not to lists', async () => {
    const { store } = stage();
    const of = { applicationId: 'a-secrets', user: 'eve' };
    const key = secretOf({ ...of, id: 's-key', kind: 'access-key', accessKeyId: 'AKIA1' });
    const older = secretOf({ ...of, id: 's-older', settled: false });
    const newer = secretOf({ ...of, id: 's-newer', settled: false });
    await store.transaction(async (tx) => {
      for (const secret of [key, older, newer]) await tx.secrets.insert(secret, `c-${secret.id}`);
      await tx.secrets.settle('s-newer');
      expect(await tx.secrets.discardPasswordsBut('s-newer', newer)).toEqual([
        { id: 's-older', applicationId: 'a-secrets' },
      ]);
    });
    const { rows } = await store.secrets.list({ applicationId: 'a-secrets', limit: 10 });
    expect(rows).toEqual([{ ...newer, settled: true }, key]);
    const { accountId } = key;
    const hasKey = (accessKeyId: string) =>
      store.secrets.hasKey({ accountId, user: 'eve', accessKeyId });
    expect(await Promise.all(['AKIA1', 'AKIA2'].map(hasKey))).toEqual([true, false]);
    const by = { readBy: person('ada'), readAt: now };
    const read = { ...key, ...by, state: 'read', revision: 2 };
    await store.transaction(async (tx) => {
      expect(await tx.secrets.take('s-key', by)).toEqual({ secret: read, ciphertext: 'c-s-key' });
      expect(await tx.secrets.take('s-key', by)).toBeUndefined();
      expect(await tx.secrets.discard('s-key')).toBe(false);
    });
    expect(await hasKey('AKIA1')).toBe(true);
    const overdue = (at: string) => store.secrets.listOverdue(at, 10);
    expect(await overdue(now)).toEqual([]);
    expect((await overdue(newer.expiresAt)).map(({ id }) => id)).toEqual(['s-newer']);
    await store.transaction(async (tx) => {
      expect(await tx.secrets.expire('s-newer')).toMatchObject({ state: 'expired', revision: 2 });
      expect(await tx.secrets.expire('s-key')).toBeUndefined();
    });
    expect(await overdue(newer.expiresAt)).toEqual([]);
  });

  test('the journal tells how each run began and ended, and all of the last and of the own', async () => {
    const { store } = stage();
    const place = { accountId: '111122223333', scope: 'journal' };
    const write = (applicationId: string, ...kinds: readonly string[]) =>
      store.transaction((tx) =>
        tx.journal.append(
          kinds.map((kind) => {
            const entry = [applicationId, kind, 'a\u0000b'];
            return { ...place, applicationId, run: `run-${applicationId}`, kind, at: now, entry };
          }),
        ),
      );
    await write('a-1', 'run-begun', 'change-begun');
    await write('a-2', 'run-begun', 'change-begun', 'run-ended');
    await write('a-3', 'run-begun', 'change-begun');
    const read = (scope: string, applicationId: string) =>
      store.journal.readJournal({ ...place, scope, applicationId });
    const told = (await read('journal', 'a-1')).map((entry) => String(entry).slice(0, -4));
    expect(told).toEqual([
      'a-1,run-begun',
      'a-1,change-begun',
      'a-2,run-begun',
      'a-2,run-ended',
      'a-3,run-begun',
      'a-3,change-begun',
    ]);
    expect(await read('other', 'a-1')).toEqual([]);
  });

  test('a member of a plan set is settled once, and sets keep the order of their members', async () => {
    const { store } = stage();
    const of = { setId: 's-order' };
    const members = [0, 1].map((position) =>
      planSetMember({ ...of, position, accountId: `11112222333${position}` }),
    );
    const failed = { state: 'failed', planId: null, summary: null } as const;
    const failure = { code: 'aws-error', message: 'no' };
    await store.transaction(async (tx) => {
      await tx.planSets.insert(planSet({ id: 's-order' }), members);
      const [first = planSetMember()] = members;
      expect(await tx.planSets.settleMember(first, { ...failed, failure })).toBe(true);
      expect(await tx.planSets.settleMember(first, { ...failed, failure: null })).toBe(false);
      expect(await tx.planSets.updateIf('s-order', 7, { state: 'running' })).toBe('stale');
    });
    expect(await store.planSets.listMembers('s-order')).toEqual([
      { ...members[0], ...failed, failure },
      members[1],
    ]);
    const { request: _, ...summary } = planSet({ id: 's-order' });
    const { rows } = await store.planSets.list({ limit: 100, filter: { state: 'queued' } });
    expect(rows).toContainEqual(summary);
  });

  test('of the applications of a plan the latest is told', async () => {
    const { store } = stage();
    const made = [
      applicationOf({ id: 'l-1', planId: 'l-plan', state: 'failed', failure: 'no' }),
      applicationOf({ id: 'l-2', planId: 'l-plan', createdAt: '2026-11-21T11:00:00.000Z' }),
      applicationOf({ id: 'l-3', planId: 'l-other' }),
    ];
    await store.transaction(async (tx) => {
      for (const id of ['l-plan', 'l-other']) {
        const plan = {
          manifest: {},
          plan: {},
          review: null,
          decision: null,
          madeBy: person('ada'),
        };
        await tx.plans.insert({ id, accountId: '1', ...plan, createdAt: now });
      }
      for (const one of made) await tx.applications.insert(one);
    });
    const latest = await store.applications.listLatestOf(['l-plan', 'l-other', 'l-none']);
    expect(latest.map(({ id }) => id).sort()).toEqual(['l-2', 'l-3']);
    const standings = await store.plans.listStandings(['l-plan', 'l-none']);
    expect(standings).toEqual([{ id: 'l-plan', review: null, decision: null, createdAt: now }]);
    expect(await store.applications.listLatestOf([])).toEqual([]);
  });

  test('check runs keep their findings in order', async () => {
    const { store } = stage();
    const findings = Array.from({ length: 1100 }, (_, position) => ({
      runId: 'run-1',
      position,
      outcome: position % 2 === 0 ? 'pass' : 'fail',
      severity: 'low',
      finding: { position, evidence: [position] },
    }));
    await store.transaction(async (tx) => {
      await tx.checkRuns.insert({
        id: 'run-1',
        accountId: '111122223333',
        state: 'succeeded',
        requestedBy: person('ada'),
        request: { ...everyCheck, exceptions: [{ check: 'key-age' }], checks: ['key-age'] },
        counts: { pass: 550, fail: 550 },
        openBySeverity: { low: 550 },
        score: 50,
        failure: null,
        revision: 1,
        createdAt: now,
        finishedAt: now,
      });
      await tx.checkRuns.putFindings('run-1', findings.slice(0, 3));
      await tx.checkRuns.putFindings('run-1', findings);
      await tx.checkRuns.putReport('run-1', ['an earlier attempt']);
      await tx.checkRuns.putReport('run-1', [{ version: '1' }]);
    });
    const query = { runId: 'run-1', after: 1, limit: 2, outcomes: ['fail'] };
    expect(await store.checkRuns.listFindings(query)).toEqual([findings[3], findings[5]]);
    expect(await store.checkRuns.getReport('run-1')).toEqual([{ version: '1' }]);
    expect(await store.checkRuns.getReport('run-2')).toBeUndefined();
    expect((await store.checkRuns.get('run-1'))?.request.exceptions).toEqual([
      { check: 'key-age' },
    ]);
  });
};

function entry(subject: string) {
  return { at: now, actor: person('ada'), type: 'test', subject, accountId: null, data: {} };
}

async function countJobs(database: Stage['database']): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from pgboss.job`.execute(
    database.sql,
  );
  return Number(rows[0]?.count);
}
