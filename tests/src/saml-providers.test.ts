import { type ManifestSource, readManifest } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account, openAccount, type TestAccount } from './testing/account.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

function manifest(corp: object, more: object = {}): string {
  return JSON.stringify({
    version: 1,
    scope: 'platform',
    account,
    samlProviders: { corp },
    ...more,
  });
}

async function outline(opened: TestAccount, text: string): Promise<readonly string[]> {
  const { changes, conflicts } = await opened.plan(text);
  return [
    ...changes.map(
      ({ kind, name, operations }) =>
        `${kind} ${name}: ${operations.map(({ action }) => action.replace('iam:', '')).join(' ')}`,
    ),
    ...conflicts.map(({ name }) => `conflict ${name}`),
  ];
}

describe('a SAML provider', () => {
  it('is made before the role that trusts it, and then as declared', async () => {
    const opened = openAccount();
    const trust = {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: `arn:aws:iam::${account}:saml-provider/corp` },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ],
    };
    const text = manifest({ metadata: samlMetadata() }, { roles: { admin: { trust } } });
    expect(await outline(opened, text)).toEqual([
      'create corp: CreateSAMLProvider',
      'create admin: CreateRole',
    ]);
    expect(await opened.apply(text)).toMatchObject({ report: { complete: true, warnings: [] } });
    expect(await outline(opened, text)).toEqual([]);
  });

  it('is written again where its metadata mean something else', async () => {
    const opened = openAccount();
    await opened.apply(manifest({ metadata: samlMetadata() }));
    expect(
      await outline(opened, manifest({ metadata: samlMetadata().replace(/>\s+</g, '><') })),
    ).toEqual([]);
    const moved = manifest({
      metadata: samlMetadata('https://idp.example.com/new'),
      tags: { team: 'it' },
    });
    expect(await outline(opened, moved)).toEqual([
      'update corp: UpdateSAMLProvider TagSAMLProvider',
    ]);
    await opened.apply(moved);
    expect(await outline(opened, moved)).toEqual([]);
  });

  it('that is not ours is left alone, or taken over where that is said', async () => {
    const opened = openAccount();
    const other = JSON.stringify({
      version: 1,
      scope: 'platform',
      account,
      samlProviders: { corp: { metadata: samlMetadata(), adopt: true } },
    });
    await opened.apply(manifest({ metadata: samlMetadata() }).replace('"platform"', '"other"'));
    expect(await outline(opened, manifest({ metadata: samlMetadata() }))).toEqual([
      'conflict corp',
    ]);
    // What another scope owns stays with it, whatever is said.
    expect(await outline(opened, other)).toEqual(['conflict corp']);
  });

  it('takes its metadata from a file beside the manifest', async () => {
    const read = (file: string) => {
      const source: ManifestSource = {
        read: async (name) =>
          name === 'idp.xml' ? samlMetadata() : manifest({ metadata: { file } }),
        match: async (pattern) => (pattern === 'idp.xml' ? ['idp.xml'] : []),
      };
      return readManifest(source, 'rolecall.yaml');
    };
    const { declarations } = await read('idp.xml');
    expect(declarations[0]?.sections.samlProviders.corp?.metadata).toBe(samlMetadata());
    await expect(read('other.xml')).rejects.toMatchObject({
      details: { diagnostics: [{ code: 'MANIFEST_INVALID', position: { line: 1 } }] },
    });
    await expect(read('../*.xml')).rejects.toMatchObject({ code: 'MANIFEST_INVALID' });
  });

  it('with something else for metadata is refused', async () => {
    const page = manifest({ metadata: `<html>${'x'.repeat(1000)}</html>` });
    await expect(openAccount().plan(page)).rejects.toMatchObject({
      details: { diagnostics: [{ code: 'MANIFEST_INVALID' }] },
    });
  });
});
