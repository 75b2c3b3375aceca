import { blueprintSchema, type OpenResources, openResources } from '@rolecall/core';
import { account } from './account.fixture.ts';
import { samlMetadata } from './saml-metadata.fixture.ts';

const anyone = (provider: string) => ({
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithSAML',
    Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
  },
});

/** All that can be said of analyzers, SAML providers and contacts. */
export const renderedKinds = {
  roles: { Federated: { trust: anyone('{{arn:saml-provider/Acme-1.0}}') } },
  samlProviders: {
    'Acme-1.0': { metadata: samlMetadata(), tags: { team: 'blue' } },
    'Acme-1-0': { metadata: samlMetadata('https://other.example.com/${a}?%{b}&"c"') },
  },
  analyzers: {
    external: {
      regions: ['eu-west-1', 'us-east-1'],
      tags: { team: 'blue' },
      archiveRules: {
        ours: {
          filter: {
            'principal.AWS': { contains: [account, '${aws:username}'] },
            isPublic: { eq: ['false'], exists: true },
          },
        },
        'ours-2': { filter: { error: { exists: false } } },
        ours_2: { filter: { resourceType: { neq: ['AWS::S3::Bucket', 'AWS::KMS::Key'] } } },
      },
    },
    unused: { type: 'ACCOUNT_UNUSED_ACCESS', regions: ['us-east-1'], unusedAccessAge: 30 },
    usual: { type: 'ORGANIZATION_UNUSED_ACCESS', regions: ['us-east-1'] },
  },
  alternateContacts: {
    security: {
      name: 'Security of "Acme"',
      title: 'On call, ${who}',
      email: 'security@example.com',
      phone: '+1 (555) 0100',
    },
    billing: { name: 'Books', title: 'Team', email: 'books@example.com', phone: '5550101' },
  },
} as const;

/** A blueprint of these sections, opened. */
export function openKinds(sections: object = renderedKinds): OpenResources {
  const blueprint = blueprintSchema.parse({
    id: 'sample',
    topic: 'people',
    title: 'Sample',
    purpose: 'A sample.',
    asOf: '2026-11-20',
    sources: [{ title: 'AWS', url: 'https://docs.aws.amazon.com/' }],
    resources: sections,
  });
  const opened = openResources({
    blueprint,
    values: {},
    place: { account, partition: 'aws' },
    path: '/rolecall/platform/',
  });
  if (!opened.success) throw new Error(JSON.stringify(opened.diagnostics));
  return opened.resources;
}
