import { parseScenario } from '@rolecall/sandbox';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';

const ownRoles = {
  filter: { resourceType: { eq: ['AWS::IAM::Role'] }, isPublic: { eq: ['false'] } },
};
const external = { regions: ['eu-central-1', 'us-east-1'], archiveRules: { own: ownRoles } };

function manifest(analyzers: object, more: object = {}): string {
  return JSON.stringify({ version: 1, scope: 'platform', account, analyzers, ...more });
}

async function outline(opened: TestAccount, text: string): Promise<readonly string[]> {
  const { changes, conflicts } = await opened.plan(text);
  return [
    ...changes.map(
      ({ kind, name, operations }) =>
        `${kind} ${name}: ${operations.map(({ action }) => action.split(':')[1]).join(' ')}`,
    ),
    ...conflicts.map(({ name }) => `conflict ${name}`),
  ];
}

function withAnalyzers(...analyzers: readonly object[]): TestAccount {
  return openAccount({ scenario: parseScenario(JSON.stringify({ analyzers }), 'test') });
}

describe('analyzers', () => {
  it('are made once in each region, and then as declared', async () => {
    const opened = openAccount();
    const text = manifest({ external });
    const { changes } = await opened.plan(text);
    expect(changes.map(({ name, operations }) => [name, operations[0]])).toMatchObject([
      ['eu-central-1/external', { region: 'eu-central-1', input: { type: 'ACCOUNT' } }],
      ['us-east-1/external', { region: 'us-east-1' }],
    ]);
    expect(new Set(changes.map(({ operations }) => operations[0]?.id)).size).toBe(2);
    expect(await opened.apply(text)).toMatchObject({ report: { complete: true, warnings: [] } });
    expect(await outline(opened, text)).toEqual([]);
    expect(opened.writes()).toContain('access-analyzer:CreateAnalyzer');
  });

  it('follow the declaration, rule by rule', async () => {
    const opened = openAccount();
    const one = { regions: ['us-east-1'], tags: { team: 'security' } };
    await opened.apply(
      manifest({ external: { ...one, archiveRules: { own: ownRoles, old: ownRoles } } }),
    );
    const changed = manifest({
      external: {
        ...one,
        tags: { team: 'platform' },
        archiveRules: {
          own: { filter: { ...ownRoles.filter, resourceType: { contains: ['IAM'] } } },
          next: ownRoles,
        },
      },
    });
    expect(await outline(opened, changed)).toEqual([
      'update us-east-1/external: DeleteArchiveRule UpdateArchiveRule CreateArchiveRule TagResource',
    ]);
    await opened.apply(changed);
    expect(await outline(opened, changed)).toEqual([]);
  });

  it('say beforehand what they cost', async () => {
    const opened = openAccount();
    const { changes } = await opened.plan(
      manifest({ unused: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'] } }),
    );
    expect(changes[0]?.warnings).toEqual([
      expect.stringMatching(/USD a month for \d+ roles and users/),
    ]);
    expect(
      (await opened.plan(manifest({ external: { regions: ['us-east-1'] } }))).changes[0]?.warnings,
    ).toEqual([]);
  });

  it('warn of a rule that may hide public access', async () => {
    const archiveRules = { all: { filter: { resourceType: { eq: ['AWS::S3::Bucket'] } } } };
    const { changes } = await openAccount().plan(
      manifest({ external: { regions: ['us-east-1'], archiveRules } }),
    );
    expect(changes[0]?.warnings).toEqual([expect.stringContaining('public access')]);
  });

  it('are left alone where they are not ours, and taken over where that is said', async () => {
    const opened = withAnalyzers({ name: 'external', region: 'us-east-1', tags: { team: 'sec' } });
    const there = { regions: ['us-east-1'], tags: { team: 'sec' } };
    expect(await outline(opened, manifest({ external: there }))).toEqual([
      'conflict us-east-1/external',
    ]);
    const adopting = manifest({ external: { ...there, adopt: true } });
    expect(await outline(opened, adopting)).toEqual(['adopt us-east-1/external: TagResource']);
    await opened.apply(adopting);
    expect(await outline(opened, adopting)).toEqual([]);
  });

  it('are made anew where AWS cannot change them', async () => {
    const opened = openAccount();
    const unused = { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'] };
    await opened.apply(manifest({ unused }));
    const shorter = manifest({ unused: { ...unused, unusedAccessAge: 30 } });
    expect(await outline(opened, shorter)).toEqual([
      'replace us-east-1/unused: DeleteAnalyzer CreateAnalyzer',
    ]);
    await opened.apply(shorter);
    expect(await outline(opened, shorter)).toEqual([]);
  });

  it('go with prune only, and only those that were made here', async () => {
    const opened = withAnalyzers({
      name: 'theirs',
      region: 'eu-central-1',
      tags: { 'rolecall:owner': 'platform', 'rolecall:resource': 'role/web' },
    });
    await opened.apply(manifest({ external: { regions: ['us-east-1'] } }));
    const prune = { prune: { enabled: true }, groups: { staff: {} } };
    expect(await outline(opened, manifest({}, { groups: { staff: {} } }))).toEqual([
      'create staff: CreateGroup',
    ]);
    expect(await outline(opened, manifest({}, prune))).toEqual([
      'create staff: CreateGroup',
      'delete us-east-1/external: DeleteAnalyzer',
    ]);
    await opened.apply(manifest({}, prune));
    expect(await outline(opened, manifest({}, prune))).toEqual([]);
  });

  it.each([
    [
      'a second one of the type',
      [{ name: 'other', region: 'us-east-1' }],
      'us-east-1',
      'QUOTA_EXCEEDED',
    ],
    ['a region that is not there', [], 'xx-south-9', 'MANIFEST_INVALID'],
  ])('%s is refused at its line', async (_, there, region, code) => {
    const planned = withAnalyzers(...there).plan(manifest({ external: { regions: [region] } }));
    await expect(planned).rejects.toMatchObject({
      details: { diagnostics: [{ code, position: { file: 'rolecall.yaml', line: 1 } }] },
    });
  });

  it('are not planned in a region that could not be read', async () => {
    const opened = openAccount();
    opened.sandbox.faults.deny = ['access-analyzer:ListArchiveRules'];
    await opened.apply(manifest({ external: { regions: ['us-east-1'] } }));
    await expect(
      opened.plan(
        manifest({ external: { regions: ['us-east-1'], archiveRules: { own: ownRoles } } }),
      ),
    ).rejects.toMatchObject({ details: { diagnostics: [{ code: 'SNAPSHOT_INVALID' }] } });
  });
});
