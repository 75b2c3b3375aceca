import { describe, expect, it } from 'vitest';
import { expandManifest } from '../expand-manifest.ts';
import { faultsOf, filesOf } from '../testing/manifest.fixture.ts';
import { chooseAccounts } from './choose-accounts.ts';
import { discoveredAccounts, type ListedAccount } from './discovered-accounts.ts';
import { type ManifestSet, readManifests } from './read-manifest-set.ts';

const head = `version: 1
scope: platform
accounts:
  prod: {id: "111122223333", tags: [live], values: {bucket: logs-prod, hours: 1}}
  test: {id: "222233334444", values: {bucket: logs-test}, role: ops/Apply}
accountDefaults: {values: {hours: 4}, role: Apply, externalId: acme-7}
`;

async function setOf(text: string, files: { readonly [name: string]: string } = {}) {
  const read = await readManifests(filesOf({ 'rolecall.yaml': text, ...files }), 'rolecall.yaml');
  if (read.kind !== 'several') throw new Error('it should be for several');
  return read;
}

async function desiredIn(set: ManifestSet, name: string) {
  const [account] = chooseAccounts(set.accounts, [name]);
  if (account === undefined) throw new Error(`no ${name}`);
  const facts = { includeRetired: false, servicesSeen: new Set<string>(), managedDocuments: {} };
  return expandManifest(await set.manifestFor(account), facts);
}

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';

describe('readManifests', () => {
  it('leaves a manifest for one account as it is', async () => {
    const text = 'version: 1\nscope: platform\naccount: "111122223333"\n';
    const read = await readManifests(filesOf({ 'rolecall.yaml': text }), 'rolecall.yaml');
    expect(read).toMatchObject({ kind: 'one', manifest: { account: '111122223333' } });
  });

  it('says how each account is reached', async () => {
    const { accounts } = await setOf(head);
    expect(accounts).toMatchObject([
      {
        name: 'prod',
        id: '111122223333',
        role: 'arn:aws:iam::111122223333:role/Apply',
        externalId: 'acme-7',
        values: { bucket: 'logs-prod', hours: 1 },
        position: { line: 4, column: 3 },
      },
      {
        name: 'test',
        role: 'arn:aws:iam::222233334444:role/ops/Apply',
        values: { bucket: 'logs-test', hours: 4 },
      },
    ]);
  });

  it('puts the values of the account where they are asked for', async () => {
    const set = await setOf(`${head}policies:
  read-{{account.name}}:
    document:
      Statement:
        - {Effect: Allow, Action: "s3:Get*", Resource: "arn:aws:s3:::{{values.bucket}}/*"}
        - {Effect: Allow, Action: "sts:AssumeRole", Resource: "arn:aws:iam::{{account}}:role/{{account.id}}"}
`);
    expect(await desiredIn(set, 'test')).toMatchObject([
      {
        name: 'read-test',
        document: {
          Statement: [
            { Resource: 'arn:aws:s3:::logs-test/*' },
            { Resource: 'arn:aws:iam::222233334444:role/222233334444' },
          ],
        },
      },
    ]);
  });

  it('gives a value its own type, and a list its members', async () => {
    const set = await setOf(`version: 1
scope: platform
accounts:
  prod: {id: "111122223333", values: {seconds: 7200, policies: [ReadOnlyAccess, SecurityAudit]}}
roles:
  web: {trust: ${trust}, maxSessionDuration: "{{values.seconds}}", managedPolicies: ["{{values.policies}}"]}
`);
    const [role] = await desiredIn(set, 'prod');
    expect(role).toMatchObject({
      maxSessionDuration: 7200,
      managedPolicies: [
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
        'arn:aws:iam::aws:policy/SecurityAudit',
      ],
    });
  });

  it.each([
    ['inAccounts: [prod]', ['prod']],
    ['inAccounts: tag:live', ['prod']],
    ['inAccounts: ["t*"]', ['test']],
    ['inAccounts: ["222233334444"]', ['test']],
    ['notInAccounts: [prod]', ['test']],
    ['inAccounts: ["*"], notInAccounts: [test]', ['prod']],
  ])('leaves an entry out of the accounts it is not for (%s)', async (selector, names) => {
    const set = await setOf(`${head}roles:
  web: {trust: ${trust}, ${selector}}
accountAlias: {alias: acme, ${selector}}
`);
    const found: string[] = [];
    for (const name of ['prod', 'test'])
      if ((await desiredIn(set, name)).length === 2) found.push(name);
    expect(found).toEqual(names);
  });

  it('reads included files for each account', async () => {
    const set = await setOf(`${head}include: ["{{account.name}}.part.yaml"]\n`, {
      'prod.part.yaml': `roles:\n  web: {trust: ${trust}}\n`,
      'test.part.yaml': `users:\n  "{{account.name}}-ci": {}\n`,
    });
    expect(await desiredIn(set, 'prod')).toMatchObject([{ address: 'role/web' }]);
    expect(await desiredIn(set, 'test')).toMatchObject([{ address: 'user/test-ci' }]);
  });
});

describe('what is wrong is said at its line', () => {
  it.each([
    ['an id twice', 'accounts:\n  a: {id: "111122223333"}\n  b: {id: "111122223333"}\n', '5:3'],
    ['an id that is none', 'accounts:\n  a: {id: "11112222"}\n', '4:11'],
    ['an id without quotes', 'accounts:\n  a: {id: 111122223333}\n', '4:11'],
    [
      'a role of another account',
      'accounts:\n  a: {id: "111122223333", role: "arn:aws:iam::222233334444:role/x"}\n',
      '4:3',
    ],
    ['both forms', 'account: "111122223333"\naccounts:\n  a: {id: "111122223333"}\n', '3:10'],
    ['no account at all', 'accounts: {}\n', '3:1'],
    ['an unknown member', 'accounts:\n  a: {id: "111122223333", rol: x}\n', '4:27'],
    ['a name that is none', 'accounts:\n  A_b: {id: "111122223333"}\n', '4:3'],
    [
      'an external id that AWS does not take',
      'accounts:\n  a: {id: "111122223333", externalId: "x y"}\n',
      '4:39',
    ],
    ['a unit that is none', 'discoverAccounts: [{units: [Production]}]\n', '3:29'],
  ])('%s', async (_what, text, at) => {
    const faults = await faultsOf(setOf(`version: 1\nscope: platform\n${text}`));
    expect(faults).toEqual([expect.objectContaining({ at, code: 'MANIFEST_INVALID' })]);
  });

  it.each([
    [
      'a value that the account lacks',
      'policies:\n  p: {document: {copyOf: "{{values.bukket}}"}}\n',
      '8:26',
      'Did you mean "values.bucket"?',
    ],
    [
      'a member that accounts have not',
      'roles:\n  p: {description: "{{account.mail}}"}\n',
      '8:20',
      expect.stringContaining('account.name'),
    ],
    [
      'a name that no account has',
      'roles:\n  p: {inAccounts: [test, prodd]}\n',
      '8:26',
      'Did you mean "prod"?',
    ],
    [
      'a tag that no account has',
      'roles:\n  p: {inAccounts: ["tag:lvie"]}\n',
      '8:20',
      'Did you mean "tag:live"?',
    ],
    ['a selector that is none', 'roles:\n  p: {inAccounts: 7}\n', '8:19', undefined],
  ])('%s', async (_what, text, at, hint) => {
    const set = await setOf(head + text);
    const faults = await faultsOf(desiredIn(set, 'prod'));
    expect(faults).toEqual([expect.objectContaining({ at, hint, code: 'MANIFEST_INVALID' })]);
  });

  it('takes no accounts in a file that is included', async () => {
    const set = await setOf(`${head}include: ["*.part.yaml"]\n`, {
      'a.part.yaml': 'accounts: {}\n',
    });
    expect(await faultsOf(desiredIn(set, 'prod'))).toMatchObject([{ at: '1:1' }]);
  });
});

describe('discoveredAccounts', () => {
  const listed: readonly ListedAccount[] = [
    {
      id: '999900001111',
      name: 'Management',
      status: 'ACTIVE',
      isManagement: true,
      units: ['r-ab12'],
    },
    { id: '111122223333', name: 'Prod', status: 'ACTIVE', isManagement: false, units: ['r-ab12'] },
    {
      id: '333344445555',
      name: 'App One',
      status: 'ACTIVE',
      isManagement: false,
      units: ['r-ab12', 'ou-ab12-apps'],
    },
    {
      id: '444455556666',
      name: 'app-one',
      status: 'ACTIVE',
      isManagement: false,
      units: ['r-ab12', 'ou-ab12-apps'],
    },
    {
      id: '555566667777',
      name: 'Old',
      status: 'SUSPENDED',
      isManagement: false,
      units: ['r-ab12'],
    },
    {
      id: '666677778888',
      name: '{{arn:role/x}}',
      status: 'ACTIVE',
      isManagement: false,
      units: ['r-ab12'],
    },
  ];

  it.each([
    ['{}', ['app-one-333344445555', 'app-one-444455556666', 'arn-role-x']],
    ['{units: [ou-ab12-apps]}', ['app-one-333344445555', 'app-one-444455556666']],
    ['{include: ["APP*"], exclude: ["444455556666"]}', ['app-one']],
    ['{include: [Management]}', []],
  ])('finds by %s', async (rule, names) => {
    const set = await setOf(`${head}discoverAccounts: [${rule}]\n`);
    expect(discoveredAccounts(set, listed).map(({ name }) => name)).toEqual(names);
  });

  it('lets the first rule that fits count', async () => {
    const rules = '[{include: [app*], tags: [app], role: One}, {tags: [rest]}]';
    const set = await setOf(`${head}discoverAccounts: ${rules}\n`);
    expect(discoveredAccounts(set, listed)).toMatchObject([
      { tags: ['app'], role: 'arn:aws:iam::333344445555:role/One', discovered: true },
      { tags: ['app'], role: 'arn:aws:iam::444455556666:role/One' },
      { tags: ['rest'], role: 'arn:aws:iam::666677778888:role/Apply' },
    ]);
  });
});

describe('chooseAccounts', () => {
  it('takes names, patterns, ids and tags', async () => {
    const { accounts } = await setOf(head);
    for (const [selector, names] of [
      ['prod', ['prod']],
      ['tag:live', ['prod']],
      ['222233334444', ['test']],
      ['*', ['prod', 'test']],
    ] as const) {
      expect(chooseAccounts(accounts, [selector]).map(({ name }) => name)).toEqual(names);
    }
  });

  it('takes no selector that means none', async () => {
    const { accounts } = await setOf(head);
    const choosing = (async () => chooseAccounts(accounts, ['prod', 'tset', 'x*']))();
    expect(await faultsOf(choosing)).toMatchObject([
      { code: 'USAGE', hint: 'Did you mean "test"?' },
      { code: 'USAGE' },
    ]);
  });
});
