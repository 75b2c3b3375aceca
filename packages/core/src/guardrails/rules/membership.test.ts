import { describe, expect, it } from 'vitest';
import { aGroup, aUser } from '../../checks/testing/snapshot.fixture.ts';
import { mark } from '../../plan/testing/plan.fixture.ts';
import { aPerson, aSetup, aTeam } from '../../plan/testing/setup.fixture.ts';
import { judge, judgeOffline, outlineOf } from '../testing/judge.fixture.ts';

const rule = (groups: string, members: string) =>
  `membership: [{ groups: [${groups}], members: [${members}] }]`;
const joining = (group = 'admins', user = 'ada') => `users: { ${user}: { groups: [${group}] } }\n`;
const members = (names: string, more = '') =>
  `identityCenter: { groups: { Admins: { members: [${names}]${more} } } }\n`;

describe('of IAM', () => {
  const admins = aGroup({ name: 'admins', path: '/ops/' });

  it.each<[string, string, readonly string[]]>([
    [rule('group/admins', 'ada'), joining(), []],
    [rule('group/admins', '"*"'), joining(), []],
    [rule('group/admins', ''), joining(), ['membership user/ada']],
    [rule('group/admins', 'bob'), joining(), ['membership user/ada']],
    [rule('group/Admins', 'bob'), joining(), ['membership user/ada']],
    [rule('admins', 'bob'), joining(), ['membership user/ada']],
    [rule('/OPS/', 'bob'), joining(), ['membership user/ada']],
    [rule('"arn:aws:iam::*:group/ops/*"', 'bob'), joining(), ['membership user/ada']],
    [rule('"arn:aws-cn:iam::*:group/ops/*"', 'bob'), joining(), ['membership user/ada']],
    [rule('group/admins', 'ada'), joining('admins', 'Ada'), ['membership user/ada']],
    [rule('group/admin', 'bob'), joining(), []],
    [rule('identity-center-group/admins', 'bob'), joining(), []],
  ])('%s: %s', async (rules, manifest, expected) => {
    const parts = { groups: [admins] };
    expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
  });

  it('knows where a group lies that is made, and one that is moved', async () => {
    const made = `groups: { admins: {} }\n${joining()}`;
    const rules = rule('/rolecall/*', 'bob');
    expect(outlineOf(await judge(rules, made))).toEqual(['membership user/ada']);
    expect(outlineOf(await judgeOffline(rules, made))).toEqual(['membership user/ada']);
    const path = '/rolecall/platform/';
    const moved = `groups: { admins: { path: ${path}new/ } }\n${joining()}`;
    const parts = { groups: [aGroup({ name: 'admins', path })] };
    for (const place of [path, `${path}new/`])
      expect(outlineOf(await judge(rule(place, 'bob'), moved, { parts }))).toContain(
        'membership user/ada',
      );
  });

  it('lets those be whom the plan does not change', async () => {
    const path = '/rolecall/platform/';
    const ada = aUser({ name: 'ada', path, tags: mark('user/ada'), groups: ['admins'] });
    const parts = { groups: [admins], users: [ada] };
    expect(await judge(rule('group/admins', ''), joining(), { parts })).toEqual([]);
  });
});

describe('of Identity Center', () => {
  const people = ['ada', 'bob'].map((name) => aPerson(name));
  const ours = aTeam('Admins', { members: ['bob'], description: '[rolecall:owner=platform]' });

  it.each<[string, string, readonly string[]]>([
    [rule('identity-center-group/Admins', 'ada, bob'), members('ada, bob'), []],
    [
      rule('identity-center-group/admins', 'bob'),
      members('ada, bob'),
      ['membership identity-center-group/admins'],
    ],
    [rule('identity-center-group/admins', 'bob'), members('bob'), []],
    [rule('group/admins', 'bob'), members('ada, bob'), []],
    [rule('Admins', ''), members(''), []],
  ])('%s: %s', async (rules, manifest, expected) => {
    const parts = { identityCenterSetup: aSetup({ users: people, groups: [ours] }) };
    expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual(expected);
  });

  it('judges those of a group that is taken over', async () => {
    const theirs = aTeam('Admins', { members: [] });
    const parts = { identityCenterSetup: aSetup({ users: people, groups: [theirs] }) };
    const rules = rule('identity-center-group/admins', 'bob');
    const manifest = members('ada', ', adopt: true, exclusive: false');
    expect(outlineOf(await judge(rules, manifest, { parts }))).toEqual([
      'membership identity-center-group/admins',
    ]);
  });
});
