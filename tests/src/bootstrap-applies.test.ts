import { readFile } from 'node:fs/promises';
import { blueprints, coreManifest } from '@rolecall/core';
import { describe, expect, it } from 'vitest';
import { account } from './testing/account.fixture.ts';
import {
  actAs,
  bootstrapFor,
  bootstrapped,
  carryOutBootstrap,
} from './testing/bootstrap.fixture.ts';
import {
  type Example,
  exampleOf,
  itCarriesOut,
  itLeavesGaps,
} from './testing/bootstrap-applies.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

const root = new URL('../../', import.meta.url);
const boundary = `arn:aws:iam::${account}:policy/rolecall-core/rolecall-boundary`;

describe('the manifest of a bootstrap', () => {
  it('is carried out by an administrator, and then there is nothing to plan', async () => {
    const { opened, bootstrap } = await bootstrapped(undefined);
    expect(await opened.plan(coreManifest(bootstrap))).toMatchObject({
      changes: [],
      conflicts: [],
    });
    expect(bootstrap.policies.map(({ name }) => name)).toContain('rolecall-boundary');
  });
});

/** All of them are in the full run. */
const some = blueprints.filter((_, index) => index % 6 === 0);

/** The first YAML block of a document. */
async function exampleIn(file: string): Promise<string> {
  const text = await readFile(new URL(file, root), 'utf8');
  return /^```yaml\n(.*?)^```/ms.exec(text)?.[1] ?? '';
}

/** Contacts, a SAML provider, Proton's settings and analyzers. */
const otherKinds = JSON.stringify({
  version: 1,
  scope: 'platform',
  account,
  alternateContacts: {
    security: { name: 'Team', title: 'Team', email: 'team@example.com', phone: '+1 555 0100' },
  },
  samlProviders: { corp: { metadata: samlMetadata(), tags: { team: 'it' } } },
  roles: {
    pipelines: {
      trust: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'proton.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
    },
  },
  protonSettings: { 'us-east-1': { pipelineServiceRole: 'pipelines', includeRetired: true } },
  analyzers: {
    external: {
      regions: ['eu-central-1', 'us-east-1'],
      archiveRules: { own: { filter: { isPublic: { eq: ['false'] } } } },
    },
  },
});

describe('with the opt-ins, the apply role carries out', () => {
  const examples: readonly Example[] = [
    ['docs/manifest.md', () => exampleIn('docs/manifest.md')],
    [
      'docs/blueprints.md',
      async () => (await exampleIn('docs/blueprints.md')).replaceAll('210987654321', account),
    ],
    ['kinds of other services', async () => otherKinds],
    ['the demo', () => readFile(new URL('apps/cli/demo/rolecall.yaml', root), 'utf8')],
    ...some.map(exampleOf),
  ];

  itCarriesOut(examples);
});

describe('without an opt-in', () => {
  const trust = (service: string) => ({
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
  const manifest = (sections: object) =>
    JSON.stringify({ version: 1, scope: 'platform', account, prune: {}, ...sections });
  const policy = (action: string) => ({
    document: { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] },
  });
  const first = manifest({
    policies: { reading: policy('s3:GetObject'), spare: policy('sqs:SendMessage') },
    roles: {
      web: {
        trust: trust('ec2.amazonaws.com'),
        managedPolicies: ['reading', 'ReadOnlyAccess'],
        inlinePolicies: { more: policy('s3:ListBucket').document },
        permissionsBoundary: boundary,
        tags: { team: 'web' },
      },
      job: { trust: trust('ecs-tasks.amazonaws.com'), permissionsBoundary: boundary },
    },
  });
  const second = manifest({
    policies: { reading: policy('s3:Get*') },
    roles: {
      web: {
        trust: trust('ecs-tasks.amazonaws.com'),
        managedPolicies: ['SecurityAudit'],
        inlinePolicies: { less: policy('s3:ListBucket').document },
        permissionsBoundary: boundary,
        description: 'Serves.',
        maxSessionDuration: 7200,
        tags: { stage: 'prod' },
      },
    },
  });

  it('bounded roles and policies are made, changed and deleted', async () => {
    const { opened } = await bootstrapped(first, { allowed: [] });
    const acting = await actAs(opened, 'rolecall-apply');
    expect(await acting.apply(first)).toEqual([]);
    expect(await acting.plan(first)).toEqual({ changes: 0, conflicts: [] });
    await carryOutBootstrap(opened, await bootstrapFor(second, { allowed: [] }));
    const again = await actAs(opened, 'rolecall-apply');
    expect(await again.apply(second)).toEqual([]);
    expect(await again.plan(second)).toEqual({ changes: 0, conflicts: [] });
  });

  itLeavesGaps(some);
});
