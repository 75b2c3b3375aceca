import { describe, expect, it } from 'vitest';
import { checks } from '../checks/index.ts';
import {
  account,
  aGroup,
  aRole,
  arnOf,
  aSnapshot,
  aUser,
} from '../checks/testing/snapshot.fixture.ts';
import { expandManifest } from '../manifest/expand-manifest.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import type { Finding } from '../model/finding.ts';
import { defaultCheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { fixesFor, fixInstructions, fixMakers } from './fixes-for.ts';
import { shellQuote } from './shell-quote.ts';

/** Inventories: they pass, or are for a person to look at, and never fail or warn. */
const neverFails: readonly string[] = [
  'account-sign-in-url',
  'declarative-policies',
  'identity-center-portal-url',
  'identity-center-kms',
  'role-slr-inventory',
  'job-function-policies',
  'outbound-federation',
];

function aFinding(finding: Partial<Finding> & Pick<Finding, 'check'>): Finding {
  const { check, subject = arnOf('user', 'ann') } = finding;
  return {
    id: `${check}:${subject}`,
    severity: 'low',
    outcome: 'fail',
    subject,
    message: 'It fails.',
    evidence: {},
    remedy: 'Mend it.',
    ...finding,
  };
}

function fix(finding: Finding, snapshot: Snapshot = aSnapshot({})) {
  return fixesFor(finding, {
    snapshot,
    settings: defaultCheckSettings,
    partition: 'aws',
    details: new Map(),
  });
}

describe('every check', () => {
  it.each(checks.map(({ id }) => id).filter((id) => !neverFails.includes(id)))(
    '%s that fails has words for a person',
    (id) => {
      const subject = `arn:aws:iam::${account}:root`;
      const made = fix(aFinding({ check: id, subject, evidence: { missing: ['team'] } }));
      expect(Object.keys(fixInstructions)).toContain(id);
      expect(made).toBeDefined();
      if (made?.kind !== 'person') return;
      expect(made.console.length + made.commands.length).toBeGreaterThan(0);
      // Nothing is left to be filled in by us.
      const texts = [...made.console, ...made.commands].map((text) =>
        // Braces that the shell or a filter needs.
        text.replace(/'\[\{.*\}\]'/, ''),
      );
      expect(texts.filter((text) => /\{[a-z]+\}/.test(text))).toEqual([]);
    },
  );

  it('is one that there is', () => {
    const ids = new Set(checks.map(({ id }) => id));
    const named = [...Object.keys(fixMakers), ...Object.keys(fixInstructions), ...neverFails];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('asks for nothing where it passes', () => {
    expect(fix(aFinding({ check: 'key-unused', outcome: 'pass' }))).toBeUndefined();
    expect(fix(aFinding({ check: 'key-unused', outcome: 'unknown' }))).toBeUndefined();
  });
});

describe('commands', () => {
  it.each([
    ['ann', 'ann'],
    ['arn:aws:iam::1:user/a@b.c', 'arn:aws:iam::1:user/a@b.c'],
    ['a b', "'a b'"],
    ["it's; rm -rf $HOME", "'it'\\''s; rm -rf $HOME'"],
    ['', "''"],
  ])('quote %j', (word, quoted) => {
    expect(shellQuote(word)).toBe(quoted);
  });

  it('name the subject and say a line for each of a list', () => {
    const made = fix(
      aFinding({ check: 'user-inline', evidence: { inlinePolicies: ['a', "b'c"] } }),
    );
    expect(
      made?.kind === 'person' && made.commands.filter((one) => one.includes('get-user')),
    ).toEqual([
      'aws iam get-user-policy --user-name ann --policy-name a --query PolicyDocument',
      "aws iam get-user-policy --user-name ann --policy-name 'b'\\''c' --query PolicyDocument",
    ]);
  });
});

describe('a fix for the manifest', () => {
  it.each([
    'support-role-present',
    'audit-role-present',
    'emergency-access-present',
    'iam-administrator-user',
  ])('%s is an entry that rolecall.yaml takes', async (check) => {
    const made = fix(aFinding({ check, subject: `arn:aws:iam::${account}:root` }));
    if (made?.kind !== 'manifest') throw new Error('no manifest');
    const text = `version: 1\nscope: test\naccount: "${account}"\n${made.entry}`;
    const source = { read: async () => text, match: async () => [] };
    const manifest = await readManifest(source, 'rolecall.yaml');
    expect(manifest.account).toBe(account);
  });

  const root = `arn:aws:iam::${account}:root`;
  const managing = aSnapshot({ permissionSets: [] });
  const read = (text: string) => {
    const whole = `version: 1\nscope: test\naccount: "${account}"\n${text}`;
    const source = { read: async () => whole, match: async () => [] };
    return readManifest(source, 'rolecall.yaml').then((manifest) =>
      expandManifest(manifest, {
        includeRetired: false,
        servicesSeen: new Set(),
        managedDocuments: {},
      }),
    );
  };
  it.each([
    ['account-security-contact', 'alternate-contact'],
    ['account-billing-contact', 'alternate-contact'],
    ['account-operations-contact', 'alternate-contact'],
    ['identity-center-admin-assignments', 'identity-center-user'],
  ])('%s is refused until somebody fills in what only they know', async (check, type) => {
    const made = fix(aFinding({ check, subject: root }), managing);
    if (made?.kind !== 'manifest') throw new Error('no manifest');
    await expect(read(made.entry)).rejects.toMatchObject({ name: 'RolecallError' });
    const filled = made.entry.replace('EMAIL', 'jane@example.com').replace('PHONE', '+1 555 0100');
    expect((await read(filled)).map((one) => one.type)).toContain(type);
  });

  it('identity-center-lesser-access is whole as it stands', async () => {
    const made = fix(aFinding({ check: 'identity-center-lesser-access', subject: root }), managing);
    if (made?.kind !== 'manifest') throw new Error('no manifest');
    expect((await read(made.entry)).map((one) => one.type)).toContain('account-assignment');
  });

  it.each([
    ['identity-center-admin-assignments', root, aSnapshot({ permissionSets: null })],
    ['identity-center-lesser-access', root, aSnapshot({ permissionSets: null })],
    ['identity-center-admin-assignments', 'arn:aws:sso:::permissionSet/a/b', managing],
  ])(
    '%s of %s is for a person where no entry of this account helps',
    (check, subject, snapshot) => {
      expect(fix(aFinding({ check, subject }), snapshot)?.kind).toBe('person');
    },
  );
});

describe('a trust policy for a person', () => {
  const trust = (statement: object) => ({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow' as const, Action: 'sts:AssumeRole', ...statement },
  });
  it.each([
    {
      check: 'role-confused-deputy',
      given: { Principal: { Service: 'sns.amazonaws.com' } },
      wanted: {
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      },
    },
    {
      check: 'role-trust-orphaned-principal',
      given: { Principal: { AWS: ['AIDAEXAMPLE', arnOf('user', 'ann')] } },
      wanted: { Principal: { AWS: [arnOf('user', 'ann')] } },
    },
    {
      check: 'role-trust-wildcard',
      given: { Principal: '*' },
      wanted: { Principal: { AWS: `arn:aws:iam::${account}:root` } },
    },
  ])('of $check is corrected', ({ check, given, wanted }) => {
    const role = aRole({ name: 'worker', trust: trust(given) });
    const made = fix(aFinding({ check, subject: role.arn }), aSnapshot({ roles: [role] }));
    expect(made?.kind === 'person' && made.document?.content).toMatchObject({
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...wanted }],
    });
  });

  it('gets no change where more than the audience is missing', () => {
    const role = aRole({ name: 'worker' });
    const subject = role.arn;
    const message = 'worker lets in runs for pull requests; does not test the audience (aud).';
    const finding = aFinding({ check: 'role-oidc-github-sub', outcome: 'warn', subject, message });
    const oidcProviders = [
      {
        arn: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`,
        url: 'token.actions.githubusercontent.com',
        clientIds: ['sts.amazonaws.com'],
        thumbprints: [],
        tags: {},
      },
    ];
    expect(fix(finding, aSnapshot({ roles: [role], oidcProviders }))?.kind).toBe('person');
  });
});

describe('a change', () => {
  it('is none where the id of the key is not known', () => {
    const snapshot = aSnapshot({ users: [aUser({ name: 'ann' })] });
    expect(fix(aFinding({ check: 'key-unused' }), snapshot)?.kind).toBe('person');
  });

  it('keeps the text of what it deletes', () => {
    const document = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow' as const, Action: 's3:GetObject', Resource: '*' },
    };
    const group = aGroup({ name: 'idle', inlinePolicies: [{ name: 'read', document }] });
    const made = fix(
      aFinding({ check: 'group-empty', subject: group.arn }),
      aSnapshot({ groups: [group] }),
    );
    expect(made).toMatchObject({ kind: 'change', writes: [{ before: document }, { after: null }] });
  });
});
