import { randomBytes } from 'node:crypto';
import { RolecallError } from '@rolecall/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Problem } from '../../http/problem.ts';
import { callerWith } from '../../identity/testing/caller.fixture.ts';
import type { PageCursor } from '../../storage/page.ts';
import { createToken } from '../tokens/create-token.ts';
import { cancelRequest } from './cancel-request.ts';
import { createRequest } from './create-request.ts';
import { createDelegation, deleteDelegation, listDelegations } from './delegations.ts';
import { asItIs } from './deps.ts';
import { extendGrant } from './extend-grant.ts';
import { listEligibility } from './list-eligibility.ts';
import { listGrants } from './list-grants.ts';
import { listRequests } from './list-requests.ts';
import { recertifyGrant } from './recertify-grant.ts';
import { followRequest, listRequestEvents } from './request-events.ts';
import { retryProvisioning } from './retry-provisioning.ts';
import { reviewEmergency } from './review-emergency.ts';
import { revokeLeaver } from './revoke-leaver.ts';
import { seeGrant } from './see-grant.ts';
import { seeRequest } from './see-request.ts';
import { submitRequest } from './submit-request.ts';
import { type LifeStage, openLifeStage, people, personOf } from './testing/life-stage.fixture.ts';
import { updateRequest } from './update-request.ts';
import { validateRequest } from './validate-request.ts';

let stage: LifeStage;
beforeAll(async () => {
  stage = await openLifeStage();
}, 120_000);
afterAll(() => stage.close());

const { alice, bob, carol, erin, auditor, security } = people;

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

const fields = {
  accountId: '111122223333',
  blueprint: 'person-role',
  parameters: { managedPolicies: ['AmazonS3ReadOnlyAccess'] },
  reason: 'Looking into ticket 7',
  durationSeconds: 7200,
};

it('keeps a draft until it is submitted', async () => {
  const { deps } = stage;
  const asked = { ...fields, submit: false, emergency: false };
  const draft = await createRequest(deps, alice, asked, asItIs);
  expect(draft).toMatchObject({ state: 'draft', preview: null, revision: 1 });
  const { id } = draft;
  const change = { id, ifMatch: '"1"', fields: { durationSeconds: 1800 } };
  expect(await codeOf(updateRequest(deps, auditor, change, asItIs))).toBe('forbidden');
  expect((await updateRequest(deps, alice, change, asItIs)).revision).toBe(2);
  expect(await codeOf(updateRequest(deps, alice, change, asItIs))).toBe('precondition-failed');
  const submitted = await submitRequest(deps, alice, { id, ifMatch: '"2"' }, asItIs);
  expect(submitted).toMatchObject({ state: 'approved', durationSeconds: 1800 });
  const cancel = { id, ifMatch: `"${submitted.revision}"`, comment: '' };
  expect((await cancelRequest(deps, alice, cancel, asItIs)).state).toBe('cancelled');
  await stage.work();
  expect(await deps.store.grants.get(id)).toBeUndefined();
});

it('says what would come of a request and stores nothing', async () => {
  const before = await stage.deps.store.roleRequests.list({ limit: 100 });
  const validated = await validateRequest(stage.deps, alice, fields);
  expect(validated).toMatchObject({ accepted: true, approval: { needed: 1 }, faults: [] });
  expect(await stage.deps.store.roleRequests.list({ limit: 100 })).toEqual(before);
});

it.each([
  [{ accountId: '999999999999' }, 'account-unknown'],
  [{ blueprint: 'person-rule' }, 'blueprint-unknown'],
  [{ durationSeconds: 36_001 }, 'duration-too-long'],
  [{ answerBy: '2020-01-01T00:00:00Z' }, 'body-invalid'],
  [{ parameters: { nothing: 'of ours' } }, 'body-invalid'],
])('refuses %j', async (wrong, code) => {
  const input = { ...fields, ...wrong, submit: true, emergency: false };
  expect(await codeOf(createRequest(stage.deps, alice, input, asItIs))).toBe(code);
});

it('refuses whom nobody has mapped to AWS', async () => {
  const nobody = callerWith(['requester'], { actor: personOf('nobody') });
  expect(await codeOf(stage.ask(nobody))).toBe('principal-unmapped');
});

it('undoes the request where the answer cannot be remembered', async () => {
  const before = await stage.deps.store.roleRequests.list({ limit: 100 });
  const input = { ...fields, submit: true, emergency: false };
  const failing = createRequest(stage.deps, alice, input, async () => {
    throw new Error('the claim on the idempotency key has run out');
  });
  await expect(failing).rejects.toThrow('idempotency');
  expect(await stage.deps.store.roleRequests.list({ limit: 100 })).toEqual(before);
});

it('gives emergency access at once, loudly, and has it reviewed by somebody else', async () => {
  const { deps } = stage;
  const asked = await stage.ask(bob, { emergency: true });
  expect(asked).toMatchObject({ state: 'approved', approval: { method: 'emergency' } });
  await stage.work();
  const grant = await seeGrant(deps, bob, { id: asked.id });
  expect(grant).toMatchObject({ state: 'active', needsReview: true });
  expect(await stage.types(`role-requests/${asked.id}`)).toContain('emergency.used');
  const look = { id: grant.id, ifMatch: `"${grant.revision}"`, comment: 'It was one' };
  expect(await codeOf(reviewEmergency(deps, bob, look, asItIs))).toBe('self-approval');
  expect(await codeOf(stage.ask(bob, { emergency: true }))).toBe('review-first');
  expect(await reviewEmergency(deps, carol, look, asItIs)).toMatchObject({
    needsReview: false,
    review: { by: carol.actor },
  });
  expect(await codeOf(recertifyGrant(deps, bob, look, asItIs))).toBe('self-approval');
});

it('lets approvers decide only about what they are approvers for', async () => {
  const elsewhere = [{ accounts: ['999999999999'] }];
  const actor = personOf('limited');
  const limited = callerWith(['approver'], { actor, groups: ['leads'], approves: elsewhere });
  const request = await stage.ask(erin);
  expect(await codeOf(stage.approve(limited, request))).toBe('not-approver');
  expect(await codeOf(stage.approve(carol, request))).toBe('ok');
});

it('does not let a requester try again what they may not ask for any more', async () => {
  const { deps } = stage;
  const request = await stage.ask(erin);
  await stage.approve(carol, request);
  stage.openWith(async () => {
    throw new RolecallError('ACCESS_DENIED', 'The role of the service is gone.');
  });
  await stage.work(1);
  stage.openWith();
  const { id, state, revision } = await seeRequest(deps, erin, request);
  expect(state).toBe('provision-failed');
  const { rules } = await deps.store.eligibilityRules.get();
  const replace = (next: typeof rules) =>
    deps.store.transaction(async (tx) =>
      tx.eligibilityRules.replaceIf((await tx.eligibilityRules.get()).revision, next),
    );
  const again = () =>
    codeOf(retryProvisioning(deps, erin, { id, ifMatch: `"${revision}"` }, asItIs));
  await replace([]);
  expect(await again()).toBe('not-eligible');
  await replace(rules);
  expect(await again()).toBe('ok');
  await stage.work();
});

it('does not extend a role that trusts somebody else than its holder is now', async () => {
  const { deps } = stage;
  const { id } = await stage.ask(erin, { durationSeconds: 1800 });
  await stage.work();
  const { revision, expiresAt, accountId } = await seeGrant(deps, erin, { id });
  const mapping = { subject: erin.actor.id, accountId };
  const before = await deps.store.principalMappings.get(mapping);
  const become = (sessionName: string) =>
    deps.store.transaction((tx) =>
      tx.principalMappings.put({
        ...mapping,
        principal: {
          kind: 'role-session',
          roleArn: 'arn:aws:iam::111122223333:role/people/Staff',
          sessionName,
        },
      }),
    );
  const later = new Date(Date.parse(expiresAt) + 600_000).toISOString();
  const input = { id, ifMatch: `"${revision}"`, expiresAt: later, reason: 'Not done yet' };
  await become('erin-of-sales');
  expect(await codeOf(extendGrant(deps, erin, input, asItIs))).toBe('state-conflict');
  await become('erin');
  expect((await deps.store.principalMappings.get(mapping))?.principal).toEqual(before?.principal);
  expect(await codeOf(extendGrant(deps, erin, input, asItIs))).toBe('ok');
  await stage.work();
});

it('shows people theirs, approvers what they are asked, auditors all', async () => {
  const { deps } = stage;
  const request = await stage.ask(erin);
  const { id } = request;
  const seen = (caller: typeof alice) => codeOf(seeRequest(deps, caller, { id }));
  expect(await Promise.all([erin, bob, auditor, alice].map(seen))).toEqual([
    'ok',
    'ok',
    'ok',
    'not-found',
  ]);
  const listed = async (caller: typeof alice, assignedToMe = false) => {
    const { rows } = await listRequests(deps, caller, { limit: 100, assignedToMe });
    return rows.some((row) => row.id === id);
  };
  expect(await listed(erin)).toBe(true);
  expect(await listed(alice)).toBe(false);
  expect(await listed(bob, true)).toBe(true);
  await stage.approve(bob, request);
  expect(await listed(bob, true)).toBe(false);
  await stage.work();
  const grants = async (caller: typeof alice) =>
    (await listGrants(deps, caller, { limit: 100 })).rows.map((grant) => grant.holder.id);
  expect(new Set(await grants(erin))).toEqual(new Set([erin.actor.id]));
  expect(await grants(alice)).not.toContain(erin.actor.id);
  const everywhere = [{ accounts: ['*'], blueprints: ['*'] }];
  expect(await grants(callerWith(['approver'], { approves: everywhere }))).toContain(erin.actor.id);
  expect(await grants(carol)).toContain(erin.actor.id);
});

it('pages through everything once', async () => {
  for (let count = 0; count < 5; count += 1) await stage.ask(erin);
  const all = await listRequests(stage.deps, bob, { limit: 100 });
  const seen: string[] = [];
  let after: PageCursor | undefined;
  do {
    const { rows, next } = await listRequests(stage.deps, bob, { limit: 2, after });
    seen.push(...rows.map(({ id }) => id));
    after = next;
  } while (after !== undefined);
  expect(seen).toEqual(all.rows.map(({ id }) => id));
});

it('lets a delegate answer, but not for who delegated', async () => {
  const { deps } = stage;
  const dave = callerWith(['approver'], { actor: personOf('dave'), approves: [] });
  const own = await stage.ask(bob);
  const other = await stage.ask(alice);
  expect(await codeOf(stage.approve(dave, other))).toBe('not-found');
  const at = deps.now().toISOString();
  const span = { startsAt: at, endsAt: new Date(Date.parse(at) + 3_600_000).toISOString() };
  const to = dave.actor.id;
  expect(await codeOf(createDelegation(deps, bob, { ...span, to: bob.actor.id }, asItIs))).toBe(
    'body-invalid',
  );
  const dayInYears = (day: string) => `2036-01-${day}T00:00:00Z`;
  const late = { to, startsAt: dayInYears('01'), endsAt: dayInYears('02') };
  expect(await codeOf(createDelegation(deps, bob, late, asItIs))).toBe('body-invalid');
  const { id } = await createDelegation(deps, bob, { ...span, to }, asItIs);
  expect(await listDelegations(deps, dave, { limit: 10 })).toMatchObject([{ id }]);
  expect(await codeOf(stage.approve(dave, own))).toBe('self-approval');
  const { decision } = await stage.approve(dave, other);
  expect(decision.onBehalfOf).toBe(bob.actor.id);
  expect(await codeOf(deleteDelegation(deps, dave, { id }))).toBe('forbidden');
  expect(await codeOf(deleteDelegation(deps, alice, { id }))).toBe('not-found');
  await deleteDelegation(deps, bob, { id });
});

it('takes everything away from who leaves', async () => {
  const { deps } = stage;
  const held = await stage.ask(erin, { durationSeconds: 1800 });
  await stage.work();
  const open = await stage.ask(erin);
  const token = async (caller: typeof alice, roles?: ('machine' | 'auditor')[]) => {
    const expiresAt = new Date(deps.now().getTime() + 1_000_000).toISOString();
    const asked = { name: 'Deploy', expiresAt, ...(roles && { roles }) };
    const minting = { ...deps, random: randomBytes };
    return (await createToken(minting, caller, asked, asItIs)).record.id;
  };
  const administrator = callerWith(['administrator'], { actor: erin.actor });
  const theirs = [await token(erin), await token(administrator, ['machine'])].toSorted();
  const others = await token(alice);
  const input = { subject: erin.actor.id, reason: 'Left' };
  expect(await codeOf(revokeLeaver(deps, erin, input, asItIs))).toBe('forbidden');
  const ended = await revokeLeaver(deps, security, input, asItIs);
  expect(ended.revokeGrants).toContain(held.id);
  expect(ended.cancelRequests).toContain(open.id);
  expect(ended.removeMappings).toHaveLength(1);
  expect(ended.revokeTokens.toSorted()).toEqual(theirs);
  const isRevoked = async (id: string) => (await deps.store.apiTokens.get(id))?.revokedAt !== null;
  expect(await Promise.all([...theirs, others].map(isRevoked))).toEqual([true, true, false]);
  expect(await stage.types(`api-tokens/${theirs[0]}`)).toEqual([
    'api-token.created',
    'api-token.revoked',
  ]);
  await stage.work();
  const { rows } = await listGrants(deps, security, { limit: 100, holderId: erin.actor.id });
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['revoked']));
  expect(await codeOf(stage.ask(erin))).toBe('principal-unmapped');
});

it('tells what happened, and follows until it is over', async () => {
  const { deps } = stage;
  const request = await stage.ask(alice, { durationSeconds: 1800 });
  const { id } = request;
  const { signal } = new AbortController();
  const pause = async () => void (await stage.work());
  const following = { id, after: 0, signal, pause };
  const seen: string[] = [];
  for await (const { type } of await followRequest(deps, alice, following)) seen.push(type);
  expect(seen.at(-1)).toBe('role-request.fulfilled');
  const events = await listRequestEvents(deps, alice, { id, after: 0, limit: 2 });
  expect(events.map(({ type }) => type)).toEqual(seen.slice(0, 2));
  expect(await codeOf(followRequest(deps, erin, following))).toBe('not-found');
});

it('lists what the caller may ask for', async () => {
  expect(await listEligibility(stage.deps, alice, { blueprint: 'person-role' })).toMatchObject([
    { rule: 'everybody', blueprints: ['person-role'], accounts: ['*'] },
  ]);
});
