import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../http/problem.ts';
import { callerWith } from '../../identity/testing/caller.fixture.ts';
import { leftovers } from '../../role-requests/leftovers.ts';
import { scopeOfRequest } from '../../role-requests/request-names.ts';
import { decideRequest } from './decide-request.ts';
import { asItIs } from './deps.ts';
import { extendGrant } from './extend-grant.ts';
import { sweepRoleRequests as sweep } from './jobs/sweep-role-requests.ts';
import { recertifyGrant } from './recertify-grant.ts';
import { revokeGrant } from './revoke-grant.ts';
import {
  account,
  answerTo,
  type LifeStage,
  openLifeStage,
  people,
  personOf,
} from './testing/life-stage.fixture.ts';

let stage: LifeStage;
beforeAll(async () => {
  stage = await openLifeStage();
}, 120_000);
beforeEach(() => {
  stage.jobs.length = 0;
  stage.openWith();
  stage.onSleep(async () => {});
});
afterAll(() => stage.close());

const { alice, bob, carol } = people;

async function grantOf(id: string) {
  const grant = await stage.deps.store.grants.get(id);
  if (grant === undefined) throw new Error(`no grant ${id}`);
  return grant;
}

async function stateOf(id: string) {
  return (await stage.deps.store.roleRequests.get(id))?.state;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

describe('the life of a role request', () => {
  it('is asked, approved, provisioned, warned, extended and expires', async () => {
    const request = await stage.ask();
    expect(request).toMatchObject({
      state: 'pending-approval',
      approval: { method: 'reviewed', rule: 'half-a-day', needed: 1 },
    });
    const { request: approved } = await stage.approve(bob, request);
    expect(approved.state).toBe('approved');
    expect(await stage.work()).toEqual([]);
    expect(await stateOf(request.id)).toBe('fulfilled');
    const active = await grantOf(request.id);
    expect(active).toMatchObject({ state: 'active', expiresAt: '2026-11-21T12:00:00.000Z' });
    const [arn = ''] = active.roleArns;
    const session = await stage.aws.signIn('alice');
    expect(await stage.aws.assume(arn, session)).toMatch(/^ASIA/);

    stage.wait(7200 - 600);
    await sweep(stage.deps);
    expect((await grantOf(request.id)).state).toBe('expiring');

    const expiring = await grantOf(request.id);
    const asked = await extendGrant(
      stage.deps,
      alice,
      {
        id: expiring.id,
        ifMatch: `"${expiring.revision}"`,
        // The second that has begun is not given.
        expiresAt: '2026-11-21T14:00:00.900Z',
        reason: 'Not done yet',
      },
      asItIs,
    );
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    expect(asked.request).toMatchObject({ state: 'pending-approval', grantId: request.id });
    const { request: extension } = await stage.approve(carol, asked.request);
    expect(extension.state).toBe('fulfilled');
    expect(await grantOf(request.id)).toMatchObject({
      state: 'active',
      expiresAt: '2026-11-21T14:00:00.000Z',
    });
    await stage.work();

    stage.wait(600 + 7200);
    await sweep(stage.deps);
    expect((await grantOf(request.id)).state).toBe('removing');
    expect(await stage.work()).toEqual([]);
    expect(await grantOf(request.id)).toMatchObject({ state: 'expired', endedBy: null });
    expect(await stage.aws.assume(arn, session)).toBe('AccessDenied');
    expect(await stage.types(`grants/${request.id}`)).toEqual([
      'grant.activated',
      'grant.expiring',
      'grant.extended',
      'grant.removing',
      'grant.expired',
    ]);
    expect(await stage.types(`role-requests/${request.id}`)).toEqual([
      'role-request.created',
      'role-request.submitted',
      'role-request.decided',
      'role-request.provisioning',
      'role-request.fulfilled',
    ]);
  });

  it('asks nobody where a rule says so, also for more time', async () => {
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    expect(request).toMatchObject({ state: 'approved', approval: { method: 'automatic' } });
    await stage.work();
    const grant = await grantOf(request.id);
    const expiresAt = new Date(Date.parse(grant.startsAt) + 3_600_000).toISOString();
    const input = { id: grant.id, ifMatch: `"${grant.revision}"`, expiresAt, reason: 'More' };
    const extended = await extendGrant(stage.deps, alice, input, asItIs);
    expect(extended).toMatchObject({ kind: 'extended', grant: { expiresAt } });
    await stage.work();
    const shown = await stage.aws.call({ Action: 'GetRole', RoleName: nameOf(grant.roleArns) });
    expect(shown.body).toContain(expiresAt);
  });

  it('is revoked once, however often', async () => {
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    await stage.work();
    const grant = await grantOf(request.id);
    const revoke = (ifMatch: string) =>
      revokeGrant(stage.deps, alice, { id: grant.id, ifMatch, reason: 'Done' }, asItIs);
    expect(await codeOf(revoke('"99"'))).toBe('precondition-failed');
    expect((await revoke(`"${grant.revision}"`)).state).toBe('revoking');
    expect((await revoke('"99"')).state).toBe('revoking');
    await stage.work();
    expect(await revoke('"99"')).toMatchObject({ state: 'revoked', endedBy: alice.actor });
    const place = { account, scope: scopeOfRequest(grant.requestId) };
    expect(await leftovers(stage.aws.port, place)).toMatchObject({ resources: [] });
  });

  it('lapses when nobody answers', async () => {
    const request = await stage.ask();
    stage.wait(stage.deps.terms.answerWithin + 1);
    await sweep(stage.deps);
    expect(await stateOf(request.id)).toBe('lapsed');
  });
});

describe('recertification', () => {
  const day = 86_400;
  // Longer than anybody may ask for here; what was given is kept whatever the rules say later.
  async function longGrant() {
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    await stage.work();
    const { id, revision, startsAt } = await grantOf(request.id);
    const expiresAt = new Date(Date.parse(startsAt) + 365 * day * 1000).toISOString();
    await stage.deps.store.transaction((tx) => tx.grants.updateIf(id, revision, { expiresAt }));
    return id;
  }
  const asked = async (id: string) =>
    (await stage.types(`grants/${id}`)).filter((type) => type === 'grant.recertification-due');

  it('asks once when it is time, and again when it was said long ago', async () => {
    const id = await longGrant();
    stage.wait(90 * day - 60);
    await sweep(stage.deps);
    expect(await asked(id)).toEqual([]);
    stage.wait(3600);
    await sweep(stage.deps);
    stage.wait(3600);
    await sweep(stage.deps);
    expect(await asked(id)).toHaveLength(1);
    expect((await grantOf(id)).state).toBe('active');
    stage.wait(13 * day);
    const look = { id, ifMatch: `"${(await grantOf(id)).revision}"`, comment: 'Needed' };
    await recertifyGrant(stage.deps, bob, look, asItIs);
    stage.wait(80 * day);
    await sweep(stage.deps);
    expect(await asked(id)).toHaveLength(1);
    stage.wait(11 * day);
    await sweep(stage.deps);
    expect(await asked(id)).toHaveLength(2);
    await endAll(id);
  });

  it('revokes what nobody says is needed, though never what nobody was asked about', async () => {
    const id = await longGrant();
    // Away all the time in which it should have been asked.
    stage.wait(200 * day);
    await sweep(stage.deps);
    expect(await asked(id)).toHaveLength(1);
    expect((await grantOf(id)).state).toBe('active');
    stage.wait(14 * day);
    await sweep(stage.deps);
    expect(await grantOf(id)).toMatchObject({ state: 'revoking', endedBy: { kind: 'service' } });
    await stage.work();
    expect((await grantOf(id)).state).toBe('revoked');
    expect(await stage.aws.call({ Action: 'ListRoles' })).toMatchObject({
      body: expect.not.stringContaining(scopeOfRequest(id)),
    });
  });

  it('asks nobody where the operator wants none of it', async () => {
    const id = await longGrant();
    stage.wait(200 * day);
    await sweep({ ...stage.deps, terms: { ...stage.deps.terms, recertify: null } });
    expect(await asked(id)).toEqual([]);
    await endAll(id);
  });

  async function endAll(id: string) {
    const { revision } = await grantOf(id);
    await revokeGrant(stage.deps, alice, { id, ifMatch: `"${revision}"`, reason: 'x' }, asItIs);
    await stage.work();
  }
});

describe('deciding', () => {
  it('counts one of a hundred at once, and provisions once', async () => {
    const request = await stage.ask();
    const before = stage.aws.writes().length;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        codeOf(stage.approve(index % 2 === 0 ? bob : carol, request)),
      ),
    );
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['ok', 'state-conflict']));
    const decisions = await stage.deps.store.decisions.listOf(request.id);
    expect(decisions.filter(({ valid }) => valid)).toHaveLength(1);
    const provisionings = stage.jobs.filter(({ name }) => name === 'provision');
    expect(provisionings).toHaveLength(1);
    stage.jobs.push(...provisionings, ...provisionings);
    await stage.work();
    expect(await stateOf(request.id)).toBe('fulfilled');
    const made = stage.aws.writes().slice(before);
    expect(made.filter((action) => action === 'CreateRole')).toHaveLength(1);
  });

  it('takes two people where the rule says two', async () => {
    const request = await stage.ask(alice, { durationSeconds: 30_000 });
    const { request: once } = await stage.approve(bob, request);
    expect(once.state).toBe('pending-approval');
    expect(await codeOf(stage.approve(bob, once))).toBe('already-decided');
    expect(await codeOf(stage.approve(carol, request))).toBe('precondition-failed');
    const { request: twice } = await stage.approve(carol, once);
    expect(twice.state).toBe('approved');
  });

  it('is nobody’s own, nor for who is not asked, nor about another plan', async () => {
    const own = await stage.ask(bob);
    const stranger = callerWith(['approver'], { actor: personOf('mallory'), approves: [{}] });
    const other = { ...answerTo(own), planId: '0'.repeat(64) };
    expect(await codeOf(stage.approve(bob, own))).toBe('self-approval');
    expect(await codeOf(stage.approve(stranger, own))).toBe('not-found');
    expect(await codeOf(stage.approve(people.auditor, own))).toBe('not-approver');
    expect(await codeOf(decideRequest(stage.deps, carol, other, asItIs))).toBe('plan-changed');
    expect(await stateOf(own.id)).toBe('pending-approval');
  });
});

describe('provisioning', () => {
  let count = 0;

  /** Provisioned when it had come to grant more than was approved. */
  async function goneBack() {
    count += 1;
    const text = (action: string) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
      });
    const name = `shared-${count}`;
    const policy = `arn:aws:iam::111122223333:policy/${name}`;
    const made = { PolicyName: name, PolicyDocument: text('s3:GetObject') };
    await stage.aws.call({ Action: 'CreatePolicy', ...made });
    const request = await stage.ask(alice, { parameters: { managedPolicies: [policy] } });
    await stage.approve(bob, request);
    const version = { PolicyArn: policy, PolicyDocument: text('s3:*'), SetAsDefault: 'true' };
    await stage.aws.call({ Action: 'CreatePolicyVersion', ...version });
    const before = stage.aws.writes().length;
    await stage.work();
    const back = await stage.deps.store.roleRequests.get(request.id);
    expect(back).toMatchObject({ state: 'pending-approval', failure: expect.any(String) });
    expect(stage.aws.writes()).toHaveLength(before);
    const decisions = await stage.deps.store.decisions.listOf(request.id);
    expect(decisions.map(({ valid }) => valid)).toEqual([false]);
    if (back === undefined) throw new Error(request.id);
    return back;
  }

  it('makes what is approved once more', async () => {
    const back = await goneBack();
    await stage.approve(bob, back);
    await stage.work();
    expect(await stateOf(back.id)).toBe('fulfilled');
  });

  it('ends the grant with a request that is rejected then', async () => {
    const back = await goneBack();
    const no = { ...answerTo(back), decision: 'reject' } as const;
    await decideRequest(stage.deps, bob, no, asItIs);
    await stage.work();
    expect(await stateOf(back.id)).toBe('rejected');
    expect((await grantOf(back.id)).state).toBe('revoked');
  });

  it('tries what may pass again, and then says what failed', async () => {
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    stage.openWith(async () => {
      throw new TypeError('a defect');
    });
    expect(await stage.work(0)).toEqual(['TryAgain']);
    expect(await stateOf(request.id)).toBe('provisioning');
    expect(await grantOf(request.id)).toMatchObject({
      state: 'provisioning',
      failure: expect.any(String),
    });
    stage.jobs.push({ name: 'provision', data: { requestId: request.id }, startAfter: undefined });
    expect(await stage.work(1)).toEqual([]);
    expect(await stateOf(request.id)).toBe('provision-failed');
    expect(stage.faults).toEqual([expect.any(TypeError), expect.any(TypeError)]);
  });

  it('is picked up again where its job is gone', async () => {
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    stage.jobs.length = 0;
    stage.wait(stage.deps.terms.resumeEvery);
    await sweep(stage.deps);
    await stage.work();
    expect(await stateOf(request.id)).toBe('fulfilled');
  });

  it('waits while another job works in the account', async () => {
    const { store, now } = stage.deps;
    const wanted = { accountId: account.id, holder: 'other', now: now().toISOString() };
    const lease = await store.leases.acquire({ ...wanted, ttlMs: 60_000 });
    if (lease === 'busy') throw new Error(lease);
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    const seen: unknown[] = [];
    stage.onSleep(async () => {
      seen.push(await stateOf(request.id));
      await store.leases.release(lease);
    });
    expect(await stage.work()).toEqual([]);
    expect(seen).toEqual(['approved']);
    expect(await stateOf(request.id)).toBe('fulfilled');
  });

  it('leaves nothing of what is revoked while it is made', async () => {
    const request = await stage.ask(alice, { durationSeconds: 1800 });
    stage.openWith(async () => {
      const grant = await grantOf(request.id);
      stage.openWith();
      const input = { id: grant.id, ifMatch: `"${grant.revision}"`, reason: 'Too late' };
      await revokeGrant(stage.deps, alice, input, asItIs);
      return stage.aws.port;
    });
    await stage.work();
    expect(await stateOf(request.id)).toBe('cancelled');
    expect((await grantOf(request.id)).state).toBe('revoked');
    const place = { account, scope: scopeOfRequest(request.id) };
    expect(await leftovers(stage.aws.port, place)).toMatchObject({ resources: [] });
  });
});

function nameOf([arn = '']: readonly string[]): string {
  return arn.split('/').at(-1) ?? '';
}
