import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Laws } from '../../storage/testing/database.fixture.ts';
import { checkRun, grant, guideWalk, person } from '../../storage/testing/records.fixture.ts';
import { resumeStuck } from '../resume-stuck.ts';
import { sweepRecertification } from '../role-requests/jobs/sweep-recertification.ts';
import { defaultTerms } from '../role-requests/terms.ts';

const at = '2026-11-21T10:00:00.000Z';
const plan = 'a'.repeat(64);

/** What several replicas do when they sweep at once. */
export const sweepLaws: Laws = (stage) => {
  let clock = Date.parse(at);
  const now = () => new Date(clock);
  const terms = defaultTerms;

  async function jobsOf(queue: string): Promise<readonly unknown[]> {
    const { rows } = await sql<{ readonly data: unknown }>`
      select data from pgboss.job where name = ${queue} and state in ('created', 'retry', 'active')`.execute(
      stage().database.sql,
    );
    return rows.map(({ data }) => data);
  }

  test('what is unfinished and has no job gets one, however many look', async () => {
    const { store, database } = stage();
    const work = {
      accountId: '111122223333',
      requestedBy: person('ada'),
      failure: null,
      revision: 1,
      createdAt: at,
      finishedAt: null,
    } as const;
    await store.transaction(async (tx) => {
      await tx.accounts.insert({
        id: '111122223333',
        name: 'Trial',
        partition: 'aws',
        access: { kind: 'sandbox', scenario: 'empty' },
        environment: 'development',
        owner: 'team',
        state: 'pending',
        failure: null,
        scope: 'rolecall',
        revision: 1,
        createdAt: at,
      });
      const made = { madeBy: person('ada'), createdAt: at };
      const about = {
        accountId: work.accountId,
        manifest: {},
        plan: {},
        review: null,
        decision: null,
      };
      await tx.plans.insert({ id: plan, ...about, ...made });
      for (const [id, state] of [
        ['a-queued', 'queued'],
        ['a-running', 'running'],
      ] as const) {
        await tx.applications.insert({ ...work, id, state, planId: plan, report: null });
        await tx.checkRuns.insert(checkRun({ ...work, id: id.replace('a-', 'c-'), state }));
        await tx.guideWalks.insert(guideWalk({ ...work, id: id.replace('a-', 'g-'), state }));
      }
      const ended = { ...work, state: 'failed', finishedAt: at } as const;
      await tx.applications.insert({ ...ended, id: 'a-ended', planId: plan, report: null });
    });
    const sweepTwice = () =>
      Promise.all([resumeStuck({ store, now, terms }), resumeStuck({ store, now, terms })]);
    const expected = {
      apply: [{ applicationId: 'a-queued' }, { applicationId: 'a-running' }],
      'check-run': [{ checkRunId: 'c-queued' }, { checkRunId: 'c-running' }],
      'guide-walk': [{ guideWalkId: 'g-queued' }, { guideWalkId: 'g-running' }],
      'verify-account': [{ accountId: '111122223333' }],
    };
    const expectJobs = async () => {
      for (const [queue, jobs] of Object.entries(expected)) {
        const found = await jobsOf(queue);
        expect(found.map((data) => JSON.stringify(data)).toSorted()).toEqual(
          jobs.map((data) => JSON.stringify(data)),
        );
      }
    };
    await sweepTwice();
    await expectJobs();
    // One runs, one waits to be tried again: neither is without a job.
    await sql`update pgboss.job set state = 'retry' where name = 'apply'`.execute(database.sql);
    await sql`update pgboss.job set state = 'active', heartbeat_on = now() + interval '1 hour',
      started_on = now() where name in ('check-run', 'verify-account')`.execute(database.sql);
    clock += terms.resumeEvery * 1000;
    await sweepTwice();
    await expectJobs();
    await sql`update pgboss.job set state = 'failed' where name = 'apply'`.execute(database.sql);
    await sweepTwice();
    expect(await jobsOf('apply')).toEqual([]);
    clock += terms.resumeEvery * 1000;
    await sweepTwice();
    await expectJobs();
  });

  test('one is asked whether a grant is needed, and it is revoked once', async () => {
    const { store } = stage();
    const day = 86_400_000;
    const expiresAt = new Date(clock + 300 * day).toISOString();
    const startsAt = now().toISOString();
    await store.transaction((tx) => tx.grants.insert(grant({ id: 'long', startsAt, expiresAt })));
    const sweepTwice = () =>
      Promise.all([1, 2].map(() => sweepRecertification({ store, now, terms }, (work) => work())));
    clock += 91 * day;
    await sweepTwice();
    clock += 15 * day;
    await sweepTwice();
    clock += day;
    await sweepTwice();
    const filter = { subject: 'grants/long' };
    const events = await store.auditEvents.list({ after: 0, limit: 10, filter });
    expect(events.map(({ type }) => type)).toEqual(['grant.recertification-due', 'grant.revoking']);
    expect(await store.grants.get('long')).toMatchObject({ state: 'revoking', revision: 2 });
    expect(await jobsOf('remove')).toEqual([{ grantId: 'long' }]);
    expect(await jobsOf('notify')).toHaveLength(1);
  });
};
