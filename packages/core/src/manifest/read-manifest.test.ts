import { describe, expect, it } from 'vitest';
import { readManifest } from './read-manifest.ts';
import { faultsOf, filesOf, head, manifestOf } from './testing/manifest.fixture.ts';

const trust =
  '{Statement: [{Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}]}';

describe('readManifest', () => {
  it('fills in what is left out', async () => {
    const manifest = await manifestOf(`roles:\n  web:\n    trust: ${trust}\n`);
    expect(manifest).toMatchObject({
      partition: 'aws',
      prune: undefined,
      ignoreTags: [],
      checks: { credentialUnusedDays: 45 },
      files: ['rolecall.yaml'],
    });
    expect(manifest.declarations[0]?.sections.roles.web).toMatchObject({
      maxSessionDuration: 3600,
      exclusive: true,
      trust: { Version: '2012-10-17' },
    });
  });

  it('reads JSON as well, which is YAML', async () => {
    const text = '{"version": 1, "scope": "a", "account": "111122223333"}';
    await expect(manifestOf(text, '')).resolves.toMatchObject({ scope: 'a' });
  });

  it('joins the files it includes, each with its own places', async () => {
    const files = filesOf({
      'rolecall.yaml': `${head}include: ["*.part.yaml"]\n`,
      'b.part.yaml': `groups:\n  people: {}\n`,
      'a.part.yaml': `roles:\n  web:\n    trust: ${trust}\n`,
    });
    const manifest = await readManifest(files, 'rolecall.yaml');
    expect(manifest.files).toEqual(['rolecall.yaml', 'a.part.yaml', 'b.part.yaml']);
    const people = manifest.declarations[2]?.locate(['groups', 'people']);
    expect(people).toEqual({ file: 'b.part.yaml', line: 2, column: 3 });
  });

  it('says which pattern matches nothing', async () => {
    const [fault] = await faultsOf(manifestOf('include: ["iam/*.yaml"]\n'));
    expect(fault).toMatchObject({ at: '4:11', message: 'include: no file matches "iam/*.yaml".' });
  });

  it('lets no included file speak about the account', async () => {
    const files = filesOf({
      'rolecall.yaml': `${head}include: ["*.part.yaml"]\n`,
      'a.part.yaml': 'account: "444455556666"\n',
    });
    const faults = await faultsOf(readManifest(files, 'rolecall.yaml'));
    expect(faults).toMatchObject([{ at: '1:1', message: 'The manifest has no key "account".' }]);
  });
});

describe('a manifest that is wrong', () => {
  it.each([
    [
      'an unknown key',
      'rols: {}\n',
      '4:1',
      'The manifest has no key "rols".',
      'Did you mean "roles"?',
    ],
    [
      'an unknown key inside',
      `roles:\n  web:\n    trust: ${trust}\n    managedPolices: [x]\n`,
      '7:5',
      'roles.web has no key "managedPolices".',
      'Did you mean "managedPolicies"?',
    ],
    ['a missing key', 'roles:\n  web: {}\n', '5:8', 'roles.web.trust: is required.', undefined],
    [
      'a wrong type',
      `roles:\n  web:\n    trust: ${trust}\n    maxSessionDuration: long\n`,
      '7:25',
      'roles.web.maxSessionDuration: expected number, received string.',
      undefined,
    ],
    [
      'a name that IAM does not take',
      `roles:\n  "we b":\n    trust: ${trust}\n`,
      '5:3',
      'roles.we b: may hold letters, digits and + = , . @ _ - only.',
      undefined,
    ],
    [
      'a name that is too long',
      `roles:\n  ${'r'.repeat(65)}:\n    trust: ${trust}\n`,
      '5:3',
      `roles.${'r'.repeat(65)}: is longer than the 64 characters that IAM allows for a role name.`,
      undefined,
    ],
    [
      'a misspelt policy element',
      'policies:\n  p:\n    document:\n      Statement: [{Effect: Allow, Acton: "*", Resource: "*"}]\n',
      '7:35',
      'policies.p.document.Statement.0 has no key "Acton".',
      'Did you mean "Action"?',
    ],
    [
      'an effect in the wrong case',
      'policies:\n  p:\n    document:\n      Statement: [{Effect: allow, Action: "*", Resource: "*"}]\n',
      '7:28',
      'policies.p.document.Statement.0.Effect: invalid option: expected one of "Allow"|"Deny".',
      undefined,
    ],
    [
      'a path that AWS keeps',
      `roles:\n  web:\n    trust: ${trust}\n    path: /aws-reserved/x/\n`,
      '7:11',
      'roles.web.path: is kept for AWS itself.',
      undefined,
    ],
    [
      'a tag of ours',
      `roles:\n  web:\n    trust: ${trust}\n    tags: {"rolecall:owner": me}\n`,
      '7:12',
      'roles.web.tags.rolecall:owner: begins with a reserved prefix.',
      undefined,
    ],
    [
      'a key that appears twice',
      'roles: {}\nroles: {}\n',
      '5:1',
      '"roles" stands here twice.',
      undefined,
    ],
    [
      'a name with a meaning of its own',
      'roles:\n  __proto__: {}\n',
      '5:3',
      'The name "__proto__" cannot be used.',
      undefined,
    ],
  ])('%s', async (_name, text, at, message, hint) => {
    const faults = await faultsOf(manifestOf(text));
    expect(faults).toContainEqual({ at, code: 'MANIFEST_INVALID', message, hint });
  });

  it('is not valid YAML', async () => {
    const faults = await faultsOf(manifestOf('roles: [\n'));
    expect(faults[0]).toMatchObject({ at: '5:1', code: 'MANIFEST_INVALID' });
  });

  it.each([
    ['a number that YAML alters', 'ignoreTags: [1.10]\n', '4:14'],
    ['a number that is too long', 'ignoreTags: [12345678901234567890]\n', '4:14'],
    ['keys that are one', 'roles:\n  1: {}\n  "1": {}\n', '6:3'],
    ['an alias for a key', 'ignoreTags: [&p x]\nroles:\n  *p : {}\n', '6:3'],
    ['an alias that leads nowhere', 'roles: *nowhere\n', '1:1'],
  ])('has %s', async (_name, text, at) => {
    const faults = await faultsOf(manifestOf(text));
    expect(faults.map((fault) => fault.at)).toContain(at);
  });

  it('gives an account id as a number', async () => {
    const header = 'version: 1\nscope: platform\naccount: 111122223333\n';
    const [fault] = await faultsOf(manifestOf('', header));
    expect(fault?.message).toBe('account: must be text: put the account id in quotes.');
  });

  it('gives an account id whose leading zero YAML would drop', async () => {
    const header = 'version: 1\nscope: platform\naccount: 012345678901\n';
    const [fault] = await faultsOf(manifestOf('', header));
    expect(fault).toMatchObject({ at: '3:10', hint: 'Put it in quotes: "012345678901".' });
  });

  it('is empty', async () => {
    const faults = await faultsOf(manifestOf('', ''));
    expect(faults.map(({ message }) => message)).toEqual([
      'version: expected 1.',
      'scope: is required.',
      'account: is required.',
    ]);
  });
});
