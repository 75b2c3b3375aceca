import { describe, expect, it } from 'vitest';
import { expandAsOf } from './expand-manifest.ts';
import { lifeNotes } from './life-notes.ts';
import { desiredOf, type Fault, faultsOf, manifestOf } from './testing/manifest.fixture.ts';

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';
const document = '{Statement: [{Effect: Allow, Action: "s3:Get*", Resource: "*"}]}';
const end = '2026-12-01T00:00:00Z';
const facts = { includeRetired: false, servicesSeen: new Set<string>(), managedDocuments: {} };

async function expandedAt(text: string, asOf: string) {
  const { resources, departing } = expandAsOf(await manifestOf(text), { ...facts, asOf });
  return {
    resources: resources.map(({ address }) => address),
    departing: departing.map(({ address, why }) => `${address} ${why.kind}`),
  };
}

async function faultOf(text: string): Promise<Fault | undefined> {
  const [fault] = await faultsOf(desiredOf(text));
  return fault;
}

describe('expiresAt', () => {
  const text = `groups:\n  temps: {expiresAt: "${end}"}\n  staff: {}\n`;

  it.each([
    ['before its end', '2026-11-30T23:59:59Z', ['group/temps', 'group/staff'], []],
    ['at its end', end, ['group/staff'], ['group/temps expired']],
    ['after its end', '2027-01-01T00:00:00Z', ['group/staff'], ['group/temps expired']],
  ])('%s', async (_name, asOf, resources, departing) => {
    expect(await expandedAt(text, asOf)).toEqual({ resources, departing });
  });

  it('stands in the account as a tag, where there are tags', async () => {
    const [user] = await desiredOf(`users: {temp: {expiresAt: "${end}"}}\n`);
    expect(user).toMatchObject({ expiresAt: end, tags: { 'rolecall:expires-at': end } });
  });

  const issuer = 'token.actions.githubusercontent.com';
  const use = (more = '') =>
    `blueprints: {ci: {use: github-actions-oidc, ${more}with: {organization: acme, organizationId: "65", repository: app, repositoryId: "74"}}}\n`;
  const declaring = (more: string) =>
    `oidcProviders:\n  ${issuer}: {clientIds: [sts.amazonaws.com]${more}}\n`;

  it('of a blueprint ends all that it makes, and what others share with it stays', async () => {
    const desired = await desiredOf(use(`expiresAt: "${end}", `));
    const ends = desired.map(({ type, expiresAt }) => [type, expiresAt]);
    expect(ends).toContainEqual(['role', end]);
    expect(ends).toContainEqual(['oidc-provider', undefined]);
  });

  it('of a provider that a blueprint makes, too, is that of both', async () => {
    const text = declaring(`, expiresAt: "${end}"`) + use(`expiresAt: "${end}", `);
    const { resources, departing } = await expandedAt(text, end);
    expect(resources).toEqual([]);
    expect(departing).toContain(`oidc-provider/${issuer} expired`);
  });

  it('of a provider is refused where a blueprint still needs it', async () => {
    const fault = await faultOf(declaring(`, expiresAt: "${end}"`) + use());
    expect(fault?.message).toContain(`expires at ${end}`);
  });

  it.each([
    ['in 3 days', 'is relative'],
    ['P3D', 'is relative'],
    ['tomorrow', 'is relative'],
    ['2026-12-01', 'is a day'],
    ['2026-12-01T00:00:00+01:00', 'must be in UTC'],
    ['2026-12-01T00:00Z', 'to the second'],
    ['2026-02-30T00:00:00Z', 'no moment of the calendar'],
    ['2026-12-01T24:30:00Z', 'no moment of the calendar'],
  ])('%s is refused with its place', async (value, reason) => {
    const fault = await faultOf(`groups:\n  g:\n    expiresAt: "${value}"\n`);
    expect(fault).toMatchObject({ at: '6:16', code: 'MANIFEST_INVALID' });
    expect(fault?.message).toContain(reason);
  });

  it.each([
    [
      'an adopted group elsewhere',
      `groups:\n  ops: {path: /, adopt: true, expiresAt: "${end}"}\n`,
      '5:3',
      'cannot end',
    ],
    [
      'an alternate contact',
      `alternateContacts:\n  security:\n    {name: S, title: T, email: a@b.cd, phone: '1', expiresAt: "${end}"}\n`,
      '6:52',
      'no key "expiresAt"',
    ],
    [
      'a person of Identity Center',
      `identityCenter:\n  users:\n    ada: {givenName: A, familyName: L, expiresAt: "${end}"}\n`,
      '6:40',
      'no key "expiresAt"',
    ],
  ])('is refused on %s, with its place', async (_name, text, at, reason) => {
    const fault = await faultOf(text);
    expect(fault).toMatchObject({ at, code: 'MANIFEST_INVALID' });
    expect(fault?.message).toContain(reason);
  });

  it('is carried by every kind that may end', async () => {
    const ending = `expiresAt: "${end}", enforce: true`;
    const desired = await desiredOf(`oidcProviders: {o.example.com: {clientIds: [a], ${ending}}}
analyzers: {a: {regions: [us-east-1], ${ending}}}
identityCenter:
  permissionSets: {P: {${ending}}}
  groups: {G: {${ending}}}
  assignments: [{permissionSet: P, group: G, ${ending}}]
`);
    expect(desired.map(({ type, expiresAt, enforce }) => [type, expiresAt, enforce])).toEqual(
      [
        'oidc-provider',
        'analyzer',
        'identity-center-group',
        'permission-set',
        'account-assignment',
      ].map((type) => [type, end, true]),
    );
  });

  it('of a blueprint ends what it makes of Identity Center', async () => {
    const use = `{use: identity-center-administrator, expiresAt: "${end}", with: {userName: eve, givenName: E, familyName: V, email: e@example.com}}`;
    const { resources, departing } = await expandedAt(`blueprints: {temp: ${use}}\n`, end);
    expect(resources).toEqual([]);
    expect(departing.map((one) => one.split('/')[1])).toEqual([
      'identity-center-user',
      'identity-center-group',
      'permission-set',
      'account-assignment',
    ]);
  });

  it('is unknown to what stays for good', async () => {
    const fault = await faultOf(`passwordPolicy: {expiresAt: "${end}"}\n`);
    expect(fault?.message).toContain('no key "expiresAt"');
  });

  it.each<[string, string, string?]>([
    [
      'a policy',
      `policies:\n  p: {document: ${document}, expiresAt: "${end}"}\ngroups:\n  g: {managedPolicies: [p]}\n`,
    ],
    ['a group', `groups:\n  t: {expiresAt: "${end}"}\nusers:\n  u: {groups: [t]}\n`],
    [
      'a user in a trust',
      `users:\n  u: {expiresAt: "${end}"}\nroles:\n  r: {trust: {Statement: [{Effect: Allow, Principal: {AWS: "{{arn:user/u}}"}, Action: sts:AssumeRole}]}}\n`,
    ],
    [
      'a role in a profile',
      `roles:\n  r: {trust: ${trust}, expiresAt: "${end}"}\ninstanceProfiles:\n  p: {role: r}\n`,
    ],
    [
      'a permission set',
      `identityCenter:\n  permissionSets: {P: {expiresAt: "${end}"}}\n  assignments:\n    - {permissionSet: P, group: G}\n`,
      '7:7',
    ],
    [
      'something, and ends later itself',
      `groups:\n  t: {expiresAt: "${end}"}\nusers:\n  u: {groups: [t], expiresAt: "2026-12-02T00:00:00Z"}\n`,
    ],
  ])('what needs %s has to end by then as well', async (_name, given, at = '7:3') => {
    const fault = await faultOf(given);
    expect(fault).toMatchObject({ at, code: 'MANIFEST_INVALID' });
    expect(fault?.message).toContain(`expires at ${end}`);
  });

  it('lets statements be about what ends', async () => {
    const statement = '{Effect: Allow, Action: "iam:PassRole", Resource: "{{arn:role/r}}"}';
    const given = `roles:\n  r: {trust: ${trust}, expiresAt: "${end}"}\npolicies:\n  p: {document: {Statement: [${statement}]}}\n`;
    expect(await desiredOf(given)).toHaveLength(2);
  });

  it.each([
    ['2026-11-01T00:00:00Z', []],
    ['2026-11-21T00:00:00Z', ['group/temps expires at 2026-12-01T00:00:00Z, in 10 days']],
    ['2026-11-30T12:00:00Z', ['group/temps expires at 2026-12-01T00:00:00Z, in less than a day']],
  ])('is noted some days before: %s', async (asOf, expected) => {
    const notes = lifeNotes(await desiredOf(text), { asOf, noticeDays: 14 });
    expect(notes.map((note) => note.replace('; then it is deleted.', ''))).toEqual(expected);
  });
});

describe('moved', () => {
  const groups = 'groups: {new: {}, other: {}}\n';

  it('lets the old name go', async () => {
    const text = `${groups}moved: [{from: group/old, to: group/new}]\n`;
    expect(await expandedAt(text, end)).toMatchObject({ departing: ['group/old moved'] });
  });

  it.each([
    ['both are declared', 'from: group/other, to: group/new', 'still declared'],
    ['the target is missing', 'from: group/old, to: group/nwe', 'not declared'],
    ['the types differ', 'from: role/old, to: group/new', 'cannot become'],
    ['only the case differs', 'from: group/NEW, to: group/new', 'one name to IAM'],
    [
      'they go in a circle',
      'from: group/a, to: group/b}, {from: group/b, to: group/a',
      'and group/b to group/a',
    ],
    [
      'they make a chain',
      'from: group/a, to: group/b}, {from: group/b, to: group/new',
      'and group/b to group/new',
    ],
    [
      'one goes two ways',
      'from: group/a, to: group/new}, {from: group/a, to: group/other',
      'moved twice',
    ],
    [
      'two become one',
      'from: group/a, to: group/new}, {from: group/b, to: group/new',
      'two are moved',
    ],
  ])('is refused where %s', async (_name, moves, reason) => {
    const faults = await faultsOf(desiredOf(`${groups}moved: [{${moves}}]\n`));
    expect(faults.map(({ code }) => code)).toContain('MANIFEST_INVALID');
    expect(faults.some(({ message, at }) => message.includes(reason) && at.startsWith('5:'))).toBe(
      true,
    );
  });

  it('knows the kinds that can be moved', async () => {
    const fault = await faultOf('moved: [{from: account-alias/a, to: account-alias/b}]\n');
    expect(fault).toMatchObject({ at: '4:16', code: 'MANIFEST_INVALID' });
  });
});

describe('ignore', () => {
  it.each([
    ['a name', 'group/st*'],
    ['an ARN', 'arn:aws:iam::111122223333:group/*'],
    ['every kind', '*/staff'],
  ])('and the declaration of the same contradict each other: %s', async (_name, pattern) => {
    const fault = await faultOf(`groups:\n  staff: {}\nignore: ['${pattern}']\n`);
    expect(fault).toMatchObject({ at: '5:3', code: 'MANIFEST_INVALID' });
    expect(fault?.message).toContain('rolecall.yaml:6');
  });

  it('is refused where it names no kind', async () => {
    const fault = await faultOf('ignore: [legacy-*]\n');
    expect(fault).toMatchObject({ at: '4:10', code: 'MANIFEST_INVALID' });
  });
});

describe('revokeSessionsBefore', () => {
  it('is the policy that the console writes', async () => {
    const [role] = await desiredOf(
      `roles:\n  r: {trust: ${trust}, revokeSessionsBefore: "${end}"}\n`,
    );
    const Condition = { DateLessThan: { 'aws:TokenIssueTime': end } };
    const statement = { Effect: 'Deny', Action: ['*'], Resource: ['*'], Condition };
    expect(role).toMatchObject({
      inlinePolicies: {
        AWSRevokeOlderSessions: { Version: '2012-10-17', Statement: [statement] },
      },
    });
  });

  it('is refused beside a policy of that name', async () => {
    const fault = await faultOf(
      `roles:\n  r: {trust: ${trust}, revokeSessionsBefore: "${end}", inlinePolicies: {AWSRevokeOlderSessions: ${document}}}\n`,
    );
    expect(fault?.code).toBe('MANIFEST_INVALID');
  });

  it('is refused where it lies ahead, for nobody could use the role', async () => {
    const text = `roles:\n  r:\n    trust: ${trust}\n    revokeSessionsBefore: "${end}"\n`;
    const [fault] = await faultsOf(expandedAt(text, '2026-11-30T23:59:59Z'));
    expect(fault).toMatchObject({ at: '7:5', code: 'MANIFEST_INVALID' });
    expect((await expandedAt(text, end)).resources).toEqual(['role/r']);
  });
});
