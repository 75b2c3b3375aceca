import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { RolecallError } from '../model/errors.ts';
import { addToManifest } from './add-to-manifest.ts';
import type { PlannedEntry } from './planned-entry.ts';

const entry: PlannedEntry = {
  name: 'web',
  use: 'ecs-express',
  with: {},
  includeRetired: false,
  needs: [],
  emergencyPrincipals: [],
  declared: false,
};
const emergency: PlannedEntry = {
  ...entry,
  name: 'emergency',
  use: 'emergency-access',
  with: { reading: 'role-only' },
  emergencyPrincipals: ['user/EmergencyAccess', 'group/EmergencyAccessGroup'],
};

function add(text: string | undefined, entries: readonly PlannedEntry[], account = '111122223333') {
  const target = { file: 'rolecall.yaml', account, partition: 'aws', scope: 'platform' };
  return addToManifest({ ...target, text, entries });
}

const commented = `# Who owns this: the platform team.
version: 1
scope: platform # never changes
account: "111122223333"

blueprints:
  # For the console.
  support:
    use: support-user-role
    with: { principals: ['arn:aws:iam::111122223333:root'] } # whoever may

checks:
  accessKeyMaxAgeDays: 60 # stricter than usual
  emergencyPrincipals: [user/EmergencyAccess]
# The end.
`;

it('makes the manifest where there is none', () => {
  expect(add(undefined, [emergency]).text).toBe(`version: 1
scope: platform
account: '111122223333'
blueprints:
  emergency:
    use: emergency-access
    with:
      reading: role-only
checks:
  emergencyPrincipals:
    - user/EmergencyAccess
    - group/EmergencyAccessGroup
`);
});

it('keeps every line that is there, comments too', () => {
  const { text, added, emergencyPrincipals } = add(commented, [entry, emergency]);
  expect(added).toEqual(['web', 'emergency']);
  expect(emergencyPrincipals).toEqual(['group/EmergencyAccessGroup']);
  const lines = text.split('\n');
  const kept = commented.split('\n').filter((line) => !line.includes('emergencyPrincipals'));
  expect(kept.filter((line) => !lines.includes(line))).toEqual([]);
  expect(lines).toContain('  web:');
});

it.each([
  [
    'a list of lines',
    commented.replace('[user/EmergencyAccess]', '\n    - user/EmergencyAccess # sealed'),
  ],
  ['an empty list', commented.replace('[user/EmergencyAccess]', '[]')],
  ['no end of line', commented.replace('\n# The end.\n', '')],
  ['wide indents', commented.replaceAll(/^ +/gm, (spaces) => spaces + spaces)],
])('changes no line but that of a list: %s', (_name, text) => {
  const lines = add(text, [entry, emergency]).text.split('\n');
  const kept = text.split('\n').filter((line) => !/emergencyPrincipals: \[/.test(line));
  expect(kept.filter((line) => !lines.includes(line))).toEqual([]);
  expect(add(lines.join('\n'), [entry, emergency]).added).toEqual([]);
});

it.each([
  [
    'sections of one line',
    "version: 1\nscope: a\naccount: '111122223333'\nblueprints: {} # none\nchecks: { accessKeyMaxAgeDays: 60 }\n",
  ],
  ['a section without a value', "version: 1\nscope: a\naccount: '111122223333'\nblueprints:\n"],
  ['JSON', '{"version": 1, "scope": "a", "account": "111122223333"}'],
])('prints anew what cannot be added to as text: %s', (_name, text) => {
  const once = add(text, [entry, emergency]);
  expect(once.added).toEqual(['web', 'emergency']);
  expect(add(once.text, [entry, emergency])).toMatchObject({ text: once.text, added: [] });
});

it('adds nothing a second time', () => {
  const once = add(commented, [entry, emergency]).text;
  expect(add(once, [entry, emergency])).toEqual({ text: once, added: [], emergencyPrincipals: [] });
});

it('keeps a partition other than the usual', () => {
  const input = { file: 'x', account: '111122223333', partition: 'aws-cn', scope: 'platform' };
  const { text } = addToManifest({ ...input, text: undefined, entries: [entry] });
  expect(text).toContain('partition: aws-cn');
});

describe('refuses rather than overwrite', () => {
  it.each([
    ['another account', commented.replace('111122223333', '444455556666'), 'ACCOUNT_MISMATCH'],
    ['a name that is taken', commented.replace('support:', 'web:'), 'CONFLICT'],
    ['what is no YAML', 'version: [', 'MANIFEST_INVALID'],
    ['what is no map', '- version', 'MANIFEST_INVALID'],
    [
      'blueprints that are no map',
      commented.replace(/blueprints:[\s\S]*checks:/, 'blueprints: [a]\nchecks:'),
      'MANIFEST_INVALID',
    ],
    [
      'names that are no list',
      commented.replace('[user/EmergencyAccess]', 'user/EmergencyAccess'),
      'MANIFEST_INVALID',
    ],
  ])('%s', (_name, text, code) => {
    expect(codeOf(() => add(text, [entry, emergency]))).toBe(code);
  });
});

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return error instanceof RolecallError ? error.code : 'another';
  }
  return undefined;
}

describe('of a manifest for several accounts', () => {
  const several = `version: 1
scope: platform
accounts:
  shop: { id: "222233334444", tags: [live] } # the shop
  test: { id: "333344445555" }
`;
  const into = (text: string, name: string, entries: readonly PlannedEntry[] = [entry]) =>
    addToManifest({
      ...{ text, file: 'rolecall.yaml', account: '1', partition: 'aws', scope: 'platform' },
      entries,
      only: {
        selector: name,
        isMeant: (one) => one === name || one === '*' || (one === 'tag:live' && name === 'shop'),
      },
    });
  const blueprints = (text: string) => parse(text).blueprints;

  it('says whom the entry is for, and then whom else', () => {
    const once = into(several, 'shop');
    expect(once.added).toEqual(['web']);
    expect(once.text.startsWith(several)).toBe(true);
    expect(blueprints(once.text)).toEqual({ web: { use: 'ecs-express', inAccounts: ['shop'] } });
    const twice = into(once.text, 'test');
    expect(twice.added).toEqual(['web']);
    expect(blueprints(twice.text).web.inAccounts).toEqual(['shop', 'test']);
    const lines = twice.text.split('\n');
    expect(once.text.split('\n').filter((line) => !lines.includes(line))).toEqual([]);
    for (const name of ['shop', 'test'])
      expect(into(twice.text, name)).toMatchObject({ text: twice.text, added: [] });
  });

  const there = (entry: string) => `${several}blueprints:\n  web: ${entry}\n`;
  it.each([
    ['all', '{ use: ecs-express }', undefined],
    ['a pattern', "{ use: ecs-express, inAccounts: '*' }", undefined],
    ['a tag', '{ use: ecs-express, inAccounts: [tag:live] }', undefined],
    ['others not', '{ use: ecs-express, notInAccounts: [test] }', undefined],
    ['one, as a text', '{ use: ecs-express, inAccounts: test }', { web: ['test', 'shop'] }],
    [
      'another with other values',
      '{ use: ecs-express, inAccounts: [test], with: { a: 1 } }',
      { web: ['test'], 'web-shop': ['shop'] },
    ],
    ['another use', '{ use: else, inAccounts: [test] }', { web: ['test'], 'web-shop': ['shop'] }],
    ['not this', '{ use: ecs-express, notInAccounts: shop }', { 'web-shop': ['shop'] }],
  ])('where it is there for %s', (_name, declared, expected) => {
    const { text, added } = into(there(declared), 'shop');
    if (expected === undefined) {
      expect({ text, added }).toEqual({ text: there(declared), added: [] });
      return;
    }
    const said = Object.entries<{ inAccounts?: unknown }>(blueprints(text)).flatMap(
      ([name, { inAccounts }]) => (inAccounts === undefined ? [] : [[name, inAccounts]]),
    );
    expect(Object.fromEntries(said)).toEqual(expected);
    expect(into(text, 'shop').added).toEqual([]);
  });

  it('refuses a name that means something else there', () => {
    expect(codeOf(() => into(there('{ use: else }'), 'shop'))).toBe('CONFLICT');
    expect(codeOf(() => into(there('{ use: else, inAccounts: [tag:live] }'), 'shop'))).toBe(
      'CONFLICT',
    );
    expect(codeOf(() => into(commented, 'shop'))).toBe('ACCOUNT_MISMATCH');
    expect(codeOf(() => add(several, [entry]))).toBe('ACCOUNT_MISMATCH');
  });
});
