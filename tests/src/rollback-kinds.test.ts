import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { essenceOf, expectApplied, known } from './testing/convergence-laws.fixture.ts';
import { everyKind, everyKindScenario } from './testing/every-kind.fixture.ts';
import { ada, applied, centerManifest, openCenter } from './testing/identity-center.fixture.ts';
import { differing, type Leaves, leavesOf } from './testing/leaves.fixture.ts';
import { changedWayBackOf, wayBackOf } from './testing/rollback.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

const { before, after, foreign } = everyKind;

async function stateOf(opened: TestAccount): Promise<Leaves> {
  const { parts } = (await opened.planned(before)).snapshot;
  return leavesOf({ ...essenceOf(parts), center: known(parts.identityCenterSetup) });
}

async function openBefore() {
  const opened = openAccount({ scenario: everyKindScenario });
  for (const text of [foreign, before]) await expectApplied(opened, text);
  const plan = await opened.plan(after);
  return { opened, state: await stateOf(opened), wayBack: wayBackOf(opened, plan, before) };
}

/** What no plan takes away, and what a plan does not hold. */
const staying = [
  /^\/alternateContacts\/(billing\/title|security\/)/,
  /^\/(roles|policies)\/.*\/aws-service-role\/ecs\.amazonaws\.com\//,
  /^\/policies\/.*AmazonECSServiceRolePolicy\//,
  /^\/roleSettings\/AWSServiceRoleForECS\//,
  /^\/oidcProviders\/gone\.example\.com\//,
  /^\/center\/users\/grace\//,
  /^\/center\/groups\/Taken\/description$/,
  /^\/center\/permissionSets\/Taken\/(tags\/rolecall:|details)/,
];

function isStaying(path: string): boolean {
  return staying.some((pattern) => pattern.test(path));
}

describe('the way back of every kind', () => {
  it('leads to what was there, but for what it says stays', async () => {
    const { opened, state, wayBack } = await openBefore();
    await expectApplied(opened, after);
    const { plan } = await wayBack();
    expect(plan.conflicts).toEqual([]);
    expect(plan.notes.map((note) => note.split(' ')[0])).toEqual([
      'account-alias/account',
      'alternate-contact/billing',
      'alternate-contact/security',
      'service-linked-role/ecs.amazonaws.com',
      'identity-center-user/grace',
      'identity-center-group/Taken',
      'permission-set/Taken',
      'oidc-provider/gone.example.com',
    ]);
    const outcome = await opened.apply(before, { plan: wayBack });
    expect(outcome).toMatchObject({ kind: 'applied', report: { complete: true } });
    const paths = differing(state, await stateOf(opened));
    expect(paths.filter((path) => !isStaying(path))).toEqual([]);
    for (const pattern of staying) expect(paths.filter((one) => pattern.test(one))).not.toEqual([]);
    expect((await wayBack()).plan.changes).toEqual([]);
  });

  it('leads back from wherever the plan was cut off', async () => {
    for (const stopAfterWrites of [3, 45, 88, 122]) {
      const { opened, state, wayBack } = await openBefore();
      opened.sandbox.faults.stopAfterWrites = stopAfterWrites;
      await opened.apply(after).catch(() => undefined);
      opened.sandbox.faults.stopAfterWrites = undefined;
      await opened.apply(before, { plan: wayBack });
      const paths = differing(state, await stateOf(opened));
      expect(
        paths.filter((path) => !isStaying(path)),
        `after ${stopAfterWrites}`,
      ).toEqual([]);
    }
  });
});

const set = { managedPolicies: ['ReadOnlyAccess'] };
const head = { version: 1, scope: 'platform', account, prune: {}, groups: { keep: {} } };
const inlinePolicy = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };
const rules = { hide: { filter: { resourceType: { eq: ['AWS::S3::Bucket'] } } } };

/** Manifests of three times: what was there, what the plan made of it, what came later. */
const later: readonly (readonly [string, object, object, object])[] = [
  [
    'permission-set/P',
    { identityCenter: { permissionSets: { P: set } } },
    { identityCenter: { permissionSets: { P: { ...set, sessionDuration: 'PT2H' } } } },
    { identityCenter: { permissionSets: { P: { ...set, sessionDuration: 'PT3H' } } } },
  ],
  [
    'permission-set/P',
    { identityCenter: { permissionSets: { Q: set } } },
    { identityCenter: { permissionSets: { Q: set, P: set } } },
    { identityCenter: { permissionSets: { Q: set, P: { managedPolicies: ['SecurityAudit'] } } } },
  ],
  [
    'identity-center-group/G',
    { identityCenter: { groups: { G: {} } } },
    { identityCenter: { groups: { G: { description: 'One.' } } } },
    { identityCenter: { groups: { G: { description: 'Two.' } } } },
  ],
  [
    'identity-center-group/G',
    { identityCenter: { groups: { K: {} }, users: { ada } } },
    { identityCenter: { groups: { K: {}, G: {} }, users: { ada } } },
    { identityCenter: { groups: { K: {}, G: { members: ['ada'] } }, users: { ada } } },
  ],
  [
    'identity-center-user/ada',
    { identityCenter: { users: { ada } } },
    { identityCenter: { users: { ada: { ...ada, email: 'a@example.com', adopt: true } } } },
    { identityCenter: { users: { ada: { ...ada, email: 'b@example.com', adopt: true } } } },
  ],
  [
    'saml-provider/idp',
    { samlProviders: { idp: { metadata: samlMetadata() } } },
    { samlProviders: { idp: { metadata: samlMetadata('https://one.example.com') } } },
    { samlProviders: { idp: { metadata: samlMetadata('https://two.example.com') } } },
  ],
  [
    'analyzer/us-east-1/a',
    { analyzers: { a: { regions: ['us-east-1'] } } },
    { analyzers: { a: { regions: ['us-east-1'], archiveRules: rules } } },
    {
      analyzers: {
        a: {
          regions: ['us-east-1'],
          archiveRules: { hide: { filter: { isPublic: { eq: ['false'] } } } },
        },
      },
    },
  ],
  [
    'password-policy/account',
    { passwordPolicy: { minimumLength: 8, adopt: true } },
    { passwordPolicy: { minimumLength: 9, adopt: true } },
    { passwordPolicy: { minimumLength: 10, adopt: true } },
  ],
];

describe('what somebody else has changed since', () => {
  it.each(later)('of %s is not taken away', async (resource, first, second, third) => {
    const opened = openCenter();
    const text = (sections: object) => JSON.stringify({ ...head, ...sections });
    await applied(opened, text(first));
    const plan = await opened.plan(text(second));
    expect(plan.changes.map((change) => `${change.type}/${change.name}`)).toEqual([resource]);
    await applied(opened, text(second));
    const wayBack = wayBackOf(opened, plan, text(first));
    expect((await wayBack()).plan.changes).toHaveLength(1);
    await applied(opened, text(third));
    await expect(wayBack()).rejects.toMatchObject({
      details: {
        diagnostics: [{ code: 'PLAN_CHANGED', message: expect.stringContaining(resource) }],
      },
    });
  });
});

const assignment = { permissionSet: 'P', group: 'G' };

describe('assignments on the way back', () => {
  const sets = { permissionSets: { P: set }, groups: { G: {} } };

  it('are in the way of a permission set where the plan did not make them', async () => {
    const opened = openCenter();
    const [none, made] = [centerManifest({ groups: { G: {} } }), centerManifest(sets)];
    await applied(opened, none);
    const plan = await opened.plan(made);
    await applied(opened, made);
    await applied(opened, centerManifest({ ...sets, assignments: [assignment] }));
    const { plan: back } = await wayBackOf(opened, plan, none)();
    expect(back.changes).toEqual([]);
    expect(back.conflicts).toMatchObject([{ resource: 'permission-set/p' }]);
  });

  it('come back to a permission set that the plan left alone', async () => {
    const opened = openCenter();
    const text = (center: object) => JSON.stringify({ ...head, identityCenter: center });
    const [made, without] = [text({ ...sets, assignments: [assignment] }), text(sets)];
    await applied(opened, made);
    const plan = await opened.plan(without);
    expect(plan.changes).toMatchObject([{ kind: 'delete', type: 'account-assignment' }]);
    await applied(opened, without);
    const wayBack = wayBackOf(opened, plan, made);
    await opened.apply(made, { plan: wayBack });
    expect((await opened.plan(made)).changes).toEqual([]);
    expect((await wayBack()).plan.changes).toEqual([]);
  });

  it('do not come back to another who has the name by now', async () => {
    const opened = openCenter();
    const text = (center: object) => JSON.stringify({ ...head, identityCenter: center });
    await applied(opened, text({ ...sets, assignments: [assignment] }));
    const plan = await opened.plan(text(sets));
    await applied(opened, text(sets));
    const wayBack = changedWayBackOf(opened, plan, text(sets), (one) => ({
      ...one,
      input: { ...one.input, PrincipalId: '00000000-0000-0000-0000-000000000000' },
    }));
    await expect(wayBack()).rejects.toMatchObject({
      details: { diagnostics: [{ code: 'PLAN_CHANGED' }] },
    });
  });

  it('that expired are not made again', async () => {
    const opened = openCenter();
    const ends = { ...assignment, expiresAt: '2026-11-20T13:00:00Z' };
    const text = centerManifest({ ...sets, assignments: [ends] });
    await applied(opened, text);
    await opened.clock.sleep(3_600_000);
    const plan = await opened.plan(text);
    await applied(opened, text);
    const { plan: back } = await wayBackOf(opened, plan, text)();
    expect(back.changes).toEqual([]);
    expect(back.notes).toContainEqual(expect.stringContaining('it is not made again'));
  });
});

describe('what AWS does not take away again', () => {
  it('is told of a permission set and of a person', async () => {
    const opened = openCenter();
    const grace = { givenName: 'Grace', familyName: 'Hopper' };
    const first = centerManifest({ permissionSets: { P: set }, users: { grace } });
    await applied(opened, first);
    const second = centerManifest({
      permissionSets: { P: { ...set, description: 'New.', relayState: 'https://example.com' } },
      users: { grace: { ...grace, email: 'grace@example.com', adopt: true } },
    });
    const plan = await opened.plan(second);
    await applied(opened, second);
    const { plan: back } = await wayBackOf(opened, plan, first)();
    expect(back.changes).toEqual([]);
    expect(back.notes).toEqual([
      'identity-center-user/grace keeps the e-mail address: AWS does not take it away again.',
      'permission-set/P keeps its description: AWS does not take it away again.',
      'permission-set/P keeps its relay state: AWS does not take it away again.',
    ]);
  });
});

describe('a plan that does not hold what it took away', () => {
  it('takes nothing away on the way back that was made in its place', async () => {
    const opened = openCenter();
    const text = (more: object) =>
      JSON.stringify({ ...head, analyzers: { a: { regions: ['us-east-1'], ...more } } });
    await applied(opened, text({}));
    const plan = await opened.plan(text({ type: 'ACCOUNT_UNUSED_ACCESS', unusedAccessAge: 30 }));
    await applied(opened, text({ type: 'ACCOUNT_UNUSED_ACCESS', unusedAccessAge: 30 }), {
      allowReplace: true,
    });
    const wayBack = changedWayBackOf(opened, plan, text({}), (one) => ({ ...one, before: null }));
    const { plan: back } = await wayBack();
    expect(back).toMatchObject({ changes: [], conflicts: [] });
    expect(back.notes).toEqual([expect.stringContaining('analyzer/us-east-1/a was made anew')]);
  });
});

describe('people who are gone', () => {
  it('are left out of the groups that they were in', async () => {
    const opened = openCenter();
    const text = (members: readonly string[]) =>
      JSON.stringify({ ...head, identityCenter: { groups: { G: { members } }, users: { ada } } });
    await applied(opened, text(['ada']));
    const plan = await opened.plan(text([]));
    await applied(opened, text([]));
    const gone = { facet: 'members/former', before: 'former' };
    const wayBack = changedWayBackOf(opened, plan, text([]), (one) => ({ ...one, ...gone }));
    const { plan: back } = await wayBack();
    expect(back).toMatchObject({ changes: [], conflicts: [] });
    expect(back.notes).toEqual([expect.stringContaining('members/former')]);
  });
});

describe('a plan of another version', () => {
  const group = { groups: { G: {} } };
  const made = { permissionSets: { P: set }, ...group };
  it.each([
    ['made', made, { ...made, assignments: [assignment] }, { after: { who: 'G' } }],
    ['changed', made, { ...made, permissionSets: { P: { ...set, inlinePolicy } } }, { before: {} }],
    ['deleted', made, group, { before: { facets: { settings: 'PT1H' } } }],
  ])('is refused where what it %s is in no form that is known', async (_, from, to, held) => {
    const opened = openCenter();
    const text = (center: object) => JSON.stringify({ ...head, identityCenter: center });
    await applied(opened, text(from));
    const plan = await opened.plan(text(to));
    await applied(opened, text(to));
    const wayBack = changedWayBackOf(opened, plan, text(to), (one) => ({ ...one, ...held }));
    await expect(wayBack()).rejects.toMatchObject({ code: 'PLAN_INVALID' });
  });
});
