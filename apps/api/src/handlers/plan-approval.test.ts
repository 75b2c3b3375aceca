import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { PlanTerms } from '../model/plan-terms.ts';
import {
  type Asking,
  ask,
  openServiceStage,
  type ServiceStage,
} from './testing/service-stage.fixture.ts';

const opened: ServiceStage[] = [];
let stage: ServiceStage;
let lenient: ServiceStage;
const open = async (planTerms: PlanTerms) => {
  const made = await openServiceStage({ fourEyes: true, planTerms });
  opened.push(made);
  return made;
};
beforeAll(async () => {
  stage = await open({ approveFrom: 'medium', machinesApply: 'approved' });
  lenient = await open({ approveFrom: 'critical', machinesApply: 'any' });
}, 120_000);
afterAll(() => Promise.all(opened.map(({ close }) => close())));

const harmless = 'groups:\n  readers: {}\n';
const granting = 'users:\n  robot:\n    managedPolicies: [job-function/ViewOnlyAccess]\n';

let count = 0;
interface Planning {
  readonly part?: string;
  readonly by?: Asking['as'];
  readonly at?: ServiceStage;
}
async function planned({ part = granting, by = 'administrator', at = stage }: Planning = {}) {
  count += 1;
  const id = String(710_000_000_000 + count);
  await at.deps.store.transaction((tx) =>
    tx.accounts.insert({
      ...{ id, name: 'Trial', partition: 'aws', environment: 'production', owner: 'team' },
      ...{ access: { kind: 'sandbox', scenario: 'good' }, state: 'verified', failure: null },
      ...{ scope: 'rolecall', revision: 1, createdAt: '2026-11-21T10:00:00.000Z' },
    }),
  );
  const manifest = `version: 1\nscope: platform\naccount: "${id}"\n${part}`;
  const body = { accountId: id, manifest };
  const made = await ask(at, 'POST /v1/plans', { body, ...(by === undefined ? {} : { as: by }) });
  expect(made).toMatchObject({ status: 201 });
  return z.looseObject({ id: z.string() }).parse(made.body);
}
const apply = (planId: string, as: Asking['as'] = 'administrator', at = stage) =>
  ask(at, 'POST /v1/applications', { as, body: { planId } });
const decide = (planId: string, as: Asking['as'] = 'approver/ben', decision = 'approve') =>
  ask(stage, `POST /v1/plans/${planId}/decisions`, { as, body: { decision } });
const refused = (code: string) => ({ status: 403, body: { code } });

test('what grants nothing is applied by one', async () => {
  const plan = await planned({ part: harmless });
  expect(plan).toMatchObject({ grantsMore: false, needsApproval: false, decision: null });
  expect(await apply(plan.id)).toMatchObject({ status: 202 });
});

test.each(['administrator', 'machine'] as const)('%s: what grants waits', async (by) => {
  const plan = await planned({ by });
  expect(plan).toMatchObject({ grantsMore: true, needsApproval: true, decision: null });
  expect(await apply(plan.id, by)).toMatchObject(refused('approval-needed'));
  expect(await decide(plan.id)).toMatchObject({
    status: 200,
    body: { decision: { decision: 'approve', by: { name: 'ben' } } },
  });
  expect(await apply(plan.id, by)).toMatchObject({ status: 202 });
});

const recipients = '[age1jea7ng4gymajaq2kd7tnnk723e26k6rhf7u0dntlf2h97sfgwuysz6g3pp]';
test.each([
  ['a password', `users:\n  seal: { login: {}, delivery: { recipients: ${recipients} } }\n`],
  [
    'an access key',
    `users:\n  robot: { accessKeys: { count: 1 }, delivery: { recipients: ${recipients} } }\n`,
  ],
  [
    'an archive rule',
    "analyzers:\n  inside:\n    type: ORGANIZATION\n    regions: [us-east-1]\n    archiveRules: { a: { filter: { isPublic: { eq: ['false'] } } } }\n",
  ],
])('%s waits, though it grants nothing', async (_, part) => {
  const plan = await planned({ part });
  expect(plan).toMatchObject({ grantsMore: false, needsApproval: true });
  expect(await apply(plan.id)).toMatchObject(refused('approval-needed'));
});

test('nobody approves what they made, nor applies what they approved', async () => {
  const own = await planned({ by: 'administrator/ben' });
  expect(await decide(own.id)).toMatchObject(refused('self-approval'));
  const ofMachine = await planned({ by: 'machine' });
  expect(await decide(ofMachine.id)).toMatchObject({ status: 200 });
  expect(await apply(ofMachine.id, 'administrator/ben')).toMatchObject(refused('self-approval'));
});

test('a machine is whoever made its token', async () => {
  const roles = ['machine'];
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const body = { name: 'ci', roles, expiresAt };
  const made = await ask(stage, 'POST /v1/api-tokens', { as: 'administrator/ben', body });
  const { id } = z.looseObject({ id: z.string() }).parse(made.body);
  const plan = await planned();
  await stage.deps.store.transaction(async (tx) => {
    const record = await tx.plans.get(plan.id);
    if (record === undefined) throw new Error('The plan is not there.');
    const madeBy = { kind: 'machine', id: `token:${id}`, name: 'ci' } as const;
    await tx.plans.insert({ ...record, id: '1'.repeat(64), madeBy });
  });
  expect(await decide('1'.repeat(64))).toMatchObject(refused('self-approval'));
  expect(await decide('1'.repeat(64), 'approver/carl')).toMatchObject({ status: 200 });
});

test('only approvers decide, and the last word counts', async () => {
  const { id } = await planned();
  expect(await decide(id, 'administrator/ben')).toMatchObject(refused('forbidden'));
  expect(await decide(id, 'machine')).toMatchObject(refused('forbidden'));
  await decide(id);
  expect(await decide(id, 'approver/carl', 'reject')).toMatchObject({ status: 200 });
  expect(await apply(id)).toMatchObject(refused('approval-needed'));
  expect(await decide('0'.repeat(64))).toMatchObject({ status: 404 });
});

test('what a leaver approved waits for another, and what was carried out stays', async () => {
  const [waiting, done] = [await planned(), await planned()];
  for (const { id } of [waiting, done]) await decide(id, 'approver/lea');
  expect(await apply(done.id)).toMatchObject({ status: 202 });
  const { body } = await ask(stage, `GET /v1/plans/${waiting.id}`, { as: 'approver/lea' });
  const { decision } = z
    .looseObject({ decision: z.looseObject({ by: z.looseObject({ id: z.string() }) }) })
    .parse(body);
  const leaver = `/v1/leavers/${encodeURIComponent(decision.by.id)}/revocation`;
  const left = await ask(stage, `POST ${leaver}`, {
    as: 'administrator',
    body: { reason: 'Lea leaves.' },
  });
  expect(left).toMatchObject({ status: 202, body: { plans: [waiting.id] } });
  expect(await apply(waiting.id)).toMatchObject(refused('approval-needed'));
  await decide(waiting.id, 'approver/carl');
  expect(await apply(waiting.id)).toMatchObject({ status: 202 });
});

test('approvers are told of what waits for them, once', async () => {
  const { id } = await planned();
  await planned({ part: harmless });
  const told = await stage.deps.store.auditEvents.list({
    after: 0,
    limit: 1000,
    filter: { type: 'plan.approval-needed' },
  });
  const own = told.filter(({ subject }) => subject === `plans/${id}`);
  expect(own).toHaveLength(1);
  const { rows } = await sql<{ sequence: string }>`
    select data ->> 'sequence' as sequence from pgboss.job where name = 'notify'`.execute(
    stage.database.sql,
  );
  expect(rows).toContainEqual({ sequence: String(own[0]?.sequence) });
});

test('where the merge was the approval, machines of an issuer apply anything', async () => {
  const [one, other] = [await planned({ at: lenient }), await planned({ at: lenient })];
  expect(await apply(one.id, 'administrator', lenient)).toMatchObject(refused('approval-needed'));
  // One that somebody made here is no such machine.
  expect(await apply(one.id, 'machine#t', lenient)).toMatchObject(refused('approval-needed'));
  expect(await apply(other.id, 'machine', lenient)).toMatchObject({ status: 202 });
});
