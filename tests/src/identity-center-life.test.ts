import { isSettledBeforehand } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { ada, applied, centerManifest, openCenter } from './testing/identity-center.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

// The clock of the tests begins at 2026-11-20T12:00:00Z.
const end = '2026-11-20T13:00:00Z';
const anHour = 3_600_000;
const keep = { groups: { keep: {} } };

async function outline(opened: TestAccount, text: string): Promise<readonly string[]> {
  const { changes, conflicts } = await opened.plan(text);
  return [
    ...changes.map(({ kind, resource }) => `${kind} ${resource}`),
    ...conflicts.map(({ resource }) => `conflict ${resource}`),
  ];
}

async function makeThenWait(opened: TestAccount, text: string): Promise<void> {
  expect(await applied(opened, text)).toMatchObject({ complete: true });
  expect(await outline(opened, text)).toEqual([]);
  await opened.clock.sleep(anHour);
}

const assignment = `account-assignment/${account}/reader/group/readers`;
const reader = { permissionSet: 'Reader', group: 'Readers' };
const sets = { Reader: { managedPolicies: ['ReadOnlyAccess'] } };

describe('an end in Identity Center', () => {
  it('of a blueprint takes the access of its people, and leaves them', async () => {
    const opened = openCenter();
    const text = JSON.stringify({
      version: 1,
      scope: 'platform',
      account,
      ...keep,
      blueprints: {
        temp: {
          use: 'identity-center-administrator',
          expiresAt: end,
          with: { userName: 'eve', givenName: 'E', familyName: 'V', email: 'e@example.com' },
        },
      },
      identityCenter: {
        users: { ada },
        groups: { Admins: { members: ['ada'] } },
        permissionSets: { Admin: { managedPolicies: ['AdministratorAccess'] } },
        assignments: [{ permissionSet: 'Admin', group: 'Admins' }],
      },
    });
    await makeThenWait(opened, text);
    const plan = await opened.plan(text);
    expect(plan.changes.map(({ type, departed }) => [type, departed?.kind])).toEqual([
      ['account-assignment', 'expired'],
      ['permission-set', 'expired'],
      ['identity-center-group', 'expired'],
    ]);
    expect(plan.notes).toContainEqual(expect.stringContaining('identity-center-user/eve'));
    await opened.apply(text, { only: isSettledBeforehand });
    expect(await outline(opened, text)).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    [
      'an assignment',
      { assignments: [{ ...reader, expiresAt: end }], groups: { Readers: {} } },
      [assignment],
    ],
    [
      'a group, with its assignments',
      {
        assignments: [{ ...reader, expiresAt: end }],
        groups: { Readers: { expiresAt: end } },
      },
      [assignment, 'identity-center-group/readers'],
    ],
  ])('deletes %s, and nothing else', async (_, center, gone) => {
    const opened = openCenter();
    const text = centerManifest({ permissionSets: sets, ...center }, keep);
    await makeThenWait(opened, text);
    expect(await outline(opened, text)).toEqual(gone.map((key) => `delete ${key}`));
    await applied(opened, text);
    expect(await outline(opened, text)).toEqual([]);
  });

  it('of a permission set takes the assignments that nobody declares with it', async () => {
    const opened = openCenter();
    const center = (more: object) =>
      centerManifest(
        { permissionSets: { Reader: { ...sets.Reader, expiresAt: end } }, ...more },
        keep,
      );
    const groups = { Readers: {} };
    await makeThenWait(opened, center({ groups, assignments: [{ ...reader, expiresAt: end }] }));
    expect(await outline(opened, center({ groups }))).toEqual([
      `delete ${assignment}`,
      'delete permission-set/reader',
    ]);
    await applied(opened, center({ groups }));
    expect(await outline(opened, center({ groups }))).toEqual([]);
  });
});

it('a SAML provider goes at its end, and never by prune', async () => {
  const opened = openAccount();
  const text = (corp: object) =>
    JSON.stringify({
      version: 1,
      scope: 'platform',
      account,
      prune: {},
      ...keep,
      samlProviders: corp,
    });
  const ending = text({ corp: { metadata: samlMetadata(), expiresAt: end } });
  await makeThenWait(opened, ending);
  expect(await outline(opened, text({}))).toEqual([]);
  expect(await outline(opened, ending)).toEqual(['delete saml-provider/corp']);
  await applied(opened, ending);
  expect(await outline(opened, ending)).toEqual([]);
});

it('an analyzer goes at its end', async () => {
  const opened = openAccount();
  const analyzers = { all: { regions: ['us-east-1'], expiresAt: end } };
  const text = JSON.stringify({ version: 1, scope: 'platform', account, ...keep, analyzers });
  await makeThenWait(opened, text);
  expect(await outline(opened, text)).toEqual(['delete analyzer/us-east-1/all']);
  await applied(opened, text);
  expect(await outline(opened, text)).toEqual([]);
});

describe('what is ignored in Identity Center', () => {
  const before = centerManifest(
    { permissionSets: sets, groups: { Readers: {} }, assignments: [reader] },
    { ...keep, prune: {} },
  );

  it.each<[string, readonly string[]]>([
    [
      'account-assignment/*',
      ['conflict permission-set/reader', 'conflict identity-center-group/readers'],
    ],
    ['permission-set/*', [`delete ${assignment}`, 'delete identity-center-group/readers']],
  ])('keeps what it hangs on: %s', async (pattern, expected) => {
    const opened = openCenter();
    await applied(opened, before);
    const center = { users: { ada } };
    const text = centerManifest(center, { ...keep, prune: {}, ignore: [pattern] });
    expect([...(await outline(opened, text))].sort()).toEqual(
      ['create identity-center-user/ada', ...expected].sort(),
    );
  });
});

it('a policy of a permission set is moved in two steps, as the conflict says', async () => {
  const opened = openCenter();
  const document = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };
  const manifest = (names: readonly string[], held: string, more: object = {}) =>
    centerManifest(
      {
        permissionSets: { Reader: { managedPolicies: [held] } },
        groups: { Readers: {} },
        assignments: [reader],
      },
      { policies: Object.fromEntries(names.map((name) => [name, { document }])), ...more },
    );
  await applied(opened, manifest(['old'], 'old'));
  const moved = manifest(['new'], 'new', { moved: [{ from: 'policy/old', to: 'policy/new' }] });
  const { conflicts } = await opened.plan(moved);
  expect(conflicts).toMatchObject([
    { resource: 'policy/old', message: expect.stringContaining('permission set Reader') },
  ]);
  await applied(opened, manifest(['old', 'new'], 'new'));
  expect(await outline(opened, moved)).toEqual(['delete policy/old']);
  await applied(opened, moved);
  expect(await outline(opened, moved)).toEqual([]);
});
