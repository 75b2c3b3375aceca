import { importAccount, importRequest } from '@rolecall/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCenter, other } from './testing/identity-center.fixture.ts';
import { expectImported, importFrom, portOf } from './testing/importing.fixture.ts';

const seed = 20261121;
const read = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };
const ada = { givenName: 'Ada', familyName: 'Lovelace', displayName: 'Ada Lovelace' };
const grace = { ...ada, displayName: 'Amazing Grace', email: 'grace@example.com' };

/** All that an instance of Identity Center may hold, nothing of it anybody's. */
const whole = {
  permissionSets: {
    Full: {
      description: 'Looks: "and" # does not touch.',
      session: 'PT90M',
      relayState: 'https://console.aws.amazon.com/s3/?region=eu-west-1#a',
      managed: ['aws:ReadOnlyAccess', 'aws:job-function/Billing'],
      customer: [{ name: 'Logs', path: '/team/' }, { name: 'Plain' }],
      inline: read,
      boundary: 'aws:PowerUserAccess',
      tags: { team: 'blue', 'b: c': '' },
    },
    Bound: { boundary: { name: 'Edge', path: '/team/' } },
    Bare: {},
  },
  users: { ada, grace, scim: { ...ada, external: true }, nobody: {} },
  groups: {
    Team: { description: 'Who looks.', members: ['ada', 'scim'] },
    'Two words': { members: ['grace'], goneMembers: ['left'] },
    Scim: { external: true, members: ['scim'] },
  },
  assignments: [
    { permissionSet: 'Full', group: 'Team' },
    { permissionSet: 'Full', group: 'Team', account: other },
    { permissionSet: 'Full', user: 'ada', account: other },
    { permissionSet: 'Bare', group: 'Scim', account: other },
    { permissionSet: 'Bare', user: 'scim' },
    { permissionSet: 'Bound', group: 'Left', account: other, orphaned: true },
    { permissionSet: 'Bound', user: 'left', orphaned: true },
  ],
};

const controlTower = {
  permissionSets: {
    AWSReadOnlyAccess: { managed: ['aws:job-function/ViewOnlyAccess'] },
    AWSMine: {},
    Stacked: { tags: { 'aws:cloudformation:stack-id': 'arn:aws:cloudformation:x' } },
    Theirs: { tags: { 'rolecall:owner': 'data', 'rolecall:resource': 'permission-set/Theirs' } },
  },
  groups: {
    AWSControlTowerAdmins: {},
    Theirs: { description: 'Data. [rolecall:owner=data]' },
    Own: {},
  },
  assignments: [
    { permissionSet: 'AWSReadOnlyAccess', group: 'AWSControlTowerAdmins' },
    { permissionSet: 'AWSMine', group: 'AWSControlTowerAdmins', account: other },
    { permissionSet: 'Theirs', group: 'Own' },
  ],
};

describe('of Identity Center, what is imported', () => {
  it('is taken over as it is, with all that can be', async () => {
    const { imported, leftOut } = await expectImported(openCenter(whole));
    expect(imported.map(({ type, name }) => `${type} ${name}`)).toEqual(
      expect.arrayContaining([
        'permission-set Full',
        'identity-center-group Two words',
        'identity-center-user grace',
        `account-assignment ${other}/Full/group/Team`,
        `account-assignment ${other}/Bare/group/Scim`,
      ]),
    );
    expect(leftOut.filter(isOfCenter).map(({ type, reason }) => `${type}: ${reason}`)).toEqual([
      'identity-center-user: directory',
      'identity-center-group: directory',
      'account-assignment: orphaned',
      'account-assignment: orphaned',
      // It has no names, and the manifest asks for them.
      'identity-center-user: not-declarable',
    ]);
  });

  it('names whom it leaves to others, and takes over none of theirs', async () => {
    const opened = openCenter(controlTower);
    const { leftOut, text } = await expectImported(opened);
    expect(leftOut.filter(isOfCenter).map(({ name, reason }) => [name, reason])).toEqual([
      ['AWSControlTowerAdmins', 'control-tower'],
      ['Theirs', 'another-scope'],
      ['AWSReadOnlyAccess', 'control-tower'],
      ['Stacked', 'cloudformation'],
      ['Theirs', 'another-scope'],
      ['111122223333/AWSReadOnlyAccess/group/AWSControlTowerAdmins', 'permission-set'],
      ['111122223333/Theirs/group/Own', 'permission-set'],
    ]);
    expect(text).toContain(
      `{ permissionSet: AWSMine, group: AWSControlTowerAdmins, accounts: [ '${other}' ] }`,
    );
    const taken =
      'AWSReadOnlyAccess: { adopt: true, managedPolicies: [job-function/ViewOnlyAccess] }';
    const center = `identityCenter: { permissionSets: { ${taken} } }\n`;
    const plan = await opened.plan(`version: 1\nscope: other\naccount: "111122223333"\n${center}`);
    expect(plan.conflicts).toMatchObject([{ name: 'AWSReadOnlyAccess' }]);
  });

  it('leaves out a permission set that accounts lag behind, and what it is assigned to', async () => {
    const { leftOut } = await expectImported(
      openCenter({
        permissionSets: { Behind: { outdated: ['self'] } },
        groups: { G: {} },
        assignments: [{ permissionSet: 'Behind', group: 'G' }],
      }),
    );
    expect(leftOut.filter(isOfCenter)).toMatchObject([
      { name: 'Behind', reason: 'not-declarable', message: expect.stringMatching(/provisioning/) },
      { name: '111122223333/Behind/group/G', reason: 'permission-set' },
    ]);
  });

  it('may be some of it', async () => {
    const opened = openCenter(whole);
    const some = await importFrom(opened, ['permission-set/bare', 'account-assignment/*/Bare/*']);
    expect(some.imported.map(({ name }) => name)).toEqual([
      'Bare',
      '111122223333/Bare/user/scim',
      `${other}/Bare/group/Scim`,
    ]);
    expect((await importFrom(opened, ['account-assignment'])).imported).toEqual([]);
  });

  it('says what could not be read', async () => {
    const opened = openCenter(whole);
    opened.sandbox.faults.deny.push('sso:ListPermissionSets');
    const { leftOut, text } = await importFrom(opened);
    expect(leftOut.filter(isOfCenter)).toMatchObject(
      Array.from({ length: 4 }, () => ({ name: '*', reason: 'not-read' })),
    );
    expect(text).toContain('sso:ListPermissionSets');
  });

  it('takes no snapshot that tells half of it', async () => {
    const { planning, parts } = importRequest;
    const lean = { ...planning, permissionSetNames: [], identityCenterGroupNames: [] };
    const snapshot = await portOf(openCenter(whole)).collect({ parts, planning: lean });
    const about = { snapshot, scope: 'platform', only: ['permission-set'] };
    await expect(importAccount(about)).rejects.toMatchObject({ code: 'SNAPSHOT_INVALID' });
  });

  it('is taken over as it is, in any instance', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCenter(), async (center) => {
        await expectImported(openCenter(center));
      }),
      { numRuns: 12, seed },
    );
  });
});

function isOfCenter({ type }: { readonly type: string }): boolean {
  return /^(permission-set|identity-center|account-assignment)/.test(type);
}

function arbitraryCenter() {
  const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const sets = fc.dictionary(
    fc.constantFrom('Admin', 'AWSPowerUserAccess', 'a.b', 'toString'),
    fc.record(
      {
        description: fc.constantFrom('Plain.', '- not a list', 'yes'),
        session: fc.constantFrom('PT1H', 'PT60M', 'PT12H', 'PT1H30M'),
        relayState: some('https://example.com/?a=b'),
        managed: fc.uniqueArray(fc.constantFrom('aws:AdministratorAccess', 'aws:SecurityAudit')),
        customer: fc.uniqueArray(fc.constantFrom({ name: 'A' }, { name: 'B', path: '/x/y/' })),
        inline: some(read),
        boundary: some<unknown>('aws:ReadOnlyAccess', { name: 'Edge' }),
        tags: fc.dictionary(fc.constantFrom('team', 'Cost Center'), fc.constantFrom('', 'true')),
      },
      { requiredKeys: [] },
    ),
    { maxKeys: 3 },
  );
  const people = fc.dictionary(
    fc.constantFrom('ada', 'grace@example.com', '007'),
    fc.record({ external: fc.boolean(), email: some('a@example.com') }),
  );
  const groups = fc.dictionary(
    fc.constantFrom('Team', 'Two words', 'AWSAccountFactory', 'null'),
    fc.record({
      external: fc.boolean(),
      description: some('Some.', '2026'),
      goneMembers: fc.constantFrom<string[]>([], ['left']),
    }),
    { maxKeys: 3 },
  );
  return fc
    .record({ sets, people, groups, places: fc.uniqueArray(fc.constantFrom('self', other)) })
    .map(({ sets, people, groups, places }) => {
      const users = Object.fromEntries(
        Object.entries(people).map(([name, { email, ...one }]) => [
          name,
          { ...ada, ...one, ...(email === undefined || name !== 'ada' ? {} : { email }) },
        ]),
      );
      const principals = [
        ...Object.keys(groups).map((group) => ({ group })),
        ...Object.keys(users).map((user) => ({ user })),
        { group: 'gone', orphaned: true },
      ];
      return {
        permissionSets: sets,
        users,
        groups: Object.fromEntries(
          Object.entries(groups).map(([name, one]) => [
            name,
            { ...one, members: Object.keys(users) },
          ]),
        ),
        assignments: Object.keys(sets).flatMap((permissionSet) =>
          principals.flatMap((who) =>
            places.map((account) => ({ permissionSet, ...who, account })),
          ),
        ),
      };
    });
}
