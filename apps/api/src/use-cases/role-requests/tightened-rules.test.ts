import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../http/problem.ts';
import { callerWith } from '../../identity/testing/caller.fixture.ts';
import type { ApprovalRule, EligibilityRule } from '../../model/records.ts';
import { decideRequest } from './decide-request.ts';
import { createDelegation } from './delegations.ts';
import { asItIs } from './deps.ts';
import {
  answerTo,
  type LifeStage,
  mappingOf,
  openLifeStage,
  people,
  personOf,
} from './testing/life-stage.fixture.ts';

let stage: LifeStage;
let before: { approval: readonly ApprovalRule[]; eligibility: readonly EligibilityRule[] };
beforeAll(async () => {
  stage = await openLifeStage();
  const { approvalRules, eligibilityRules } = stage.deps.store;
  const [approval, eligibility] = await Promise.all([approvalRules.get(), eligibilityRules.get()]);
  before = { approval: approval.rules, eligibility: eligibility.rules };
}, 120_000);
afterAll(() => stage.close());
afterEach(async () => {
  await approveBy(before.approval);
  await mayAsk(before.eligibility);
});

const { bob, carol, alice } = people;
const approveBy = (rules: readonly ApprovalRule[]) =>
  stage.deps.store.transaction(async (tx) => {
    await tx.approvalRules.replaceIf((await tx.approvalRules.get()).revision, rules);
  });
const mayAsk = (rules: readonly EligibilityRule[]) =>
  stage.deps.store.transaction(async (tx) => {
    await tx.eligibilityRules.replaceIf((await tx.eligibilityRules.get()).revision, rules);
  });
const byPeople = (approvers: readonly string[], needed: number): readonly ApprovalRule[] => [
  { id: 'now', when: {}, outcome: { kind: 'people', approvers, needed } },
];

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

describe('rules that are tightened while a request waits', () => {
  it('takes as many as the rules say by now', async () => {
    const request = await stage.ask();
    await approveBy(byPeople(['group:leads'], 2));
    const { request: once } = await stage.approve(bob, request);
    expect(once).toMatchObject({ state: 'pending-approval', approval: { needed: 2 } });
    expect((await stage.approve(carol, once)).request.state).toBe('approved');
  });

  it('takes no fewer than when it was asked for', async () => {
    const request = await stage.ask(alice, { durationSeconds: 30_000 });
    await approveBy([{ id: 'now', when: {}, outcome: { kind: 'automatic' } }]);
    const { request: once } = await stage.approve(bob, request);
    expect(once.state).toBe('pending-approval');
  });

  it('is decided by those alone whom both name', async () => {
    const request = await stage.ask();
    await approveBy(byPeople([carol.actor.id], 1));
    expect(await codeOf(stage.approve(bob, request))).toBe('not-approver');
    expect((await stage.approve(carol, request)).request.state).toBe('approved');
  });

  it('counts no earlier answer of whom the rules do not name by now', async () => {
    const request = await stage.ask(alice, { durationSeconds: 30_000 });
    const { request: once } = await stage.approve(bob, request);
    await approveBy(byPeople([carol.actor.id, personOf('dan').id], 2));
    expect((await stage.approve(carol, once)).request.state).toBe('pending-approval');
  });

  it('is refused, and still rejected, where nobody may have it by now', async () => {
    const request = await stage.ask();
    await approveBy([{ id: 'now', when: {}, outcome: { kind: 'refuse', why: 'No.' } }]);
    expect(await codeOf(stage.approve(bob, request))).toBe('not-eligible');
    await approveBy(before.approval);
    await mayAsk(before.eligibility.map((rule) => ({ ...rule, who: [bob.actor.id] })));
    expect(await codeOf(stage.approve(bob, request))).toBe('not-eligible');
    const no = { ...answerTo(request), decision: 'reject' } as const;
    expect((await decideRequest(stage.deps, bob, no, asItIs)).request.state).toBe('rejected');
  });
});

describe('one person under two subjects', () => {
  const second = callerWith(['approver'], { actor: personOf('al'), groups: ['leads'] });

  it('does not approve what they asked for, themselves or by a delegate', async () => {
    const request = await stage.ask();
    const mapping = mappingOf(second.actor.id, 'alice');
    await stage.deps.store.transaction((tx) => tx.principalMappings.put(mapping));
    expect(await codeOf(stage.approve(second, request))).toBe('self-approval');
    const delegate = callerWith(['approver'], { actor: personOf('del') });
    const startsAt = stage.deps.now().toISOString();
    const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
    await createDelegation(stage.deps, second, { to: delegate.actor.id, startsAt, endsAt }, asItIs);
    expect(await codeOf(stage.approve(delegate, request))).toBe('self-approval');
  });

  it('answers once', async () => {
    const request = await stage.ask(alice, { durationSeconds: 30_000 });
    const [one, other] = ['c-1', 'c-2'].map((name) => ({
      ...callerWith(['approver'], { actor: personOf(name), groups: ['leads'] }),
      email: 'c@example.com',
    }));
    if (one === undefined || other === undefined) throw new Error('There are two.');
    const { request: once } = await stage.approve(one, request);
    expect(await codeOf(stage.approve(other, once))).toBe('already-decided');
  });
});
