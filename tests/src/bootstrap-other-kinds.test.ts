import { parseScenario } from '@rolecall/sandbox';
import { expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { actAs, bootstrapFor, carryOutBootstrap } from './testing/bootstrap.fixture.ts';
import { samlMetadata } from './testing/saml-metadata.fixture.ts';

const contact = { name: 'Team', title: 'Team', email: 'team@example.com', phone: '+1 555 0100' };

function manifest(sections: object): string {
  return JSON.stringify({ version: 1, scope: 'platform', account, ...sections });
}

const pipelineServiceRole = `arn:aws:iam::${account}:role/pipelines`;

const declared = manifest({
  protonSettings: { 'us-east-1': { pipelineServiceRole } },
  alternateContacts: { security: contact },
  samlProviders: { corp: { metadata: samlMetadata() } },
  analyzers: { external: { regions: ['us-east-1'] } },
});

const scenario = parseScenario(
  JSON.stringify({
    roles: {
      pipelines: { trustService: 'proton.amazonaws.com' },
      stranger: { trustService: 'codebuild.amazonaws.com' },
    },
    analyzers: [
      { name: 'theirs', region: 'eu-west-1', tags: { 'rolecall:owner': 'data' } },
      { name: 'nobodys', region: 'eu-central-1' },
    ],
  }),
  'others',
);

/** What the apply role of the manifest above may not do, though it may do that of its kind. */
const beyond: readonly (readonly [string, object, string])[] = [
  ['another contact', { alternateContacts: { billing: contact } }, 'account:PutAlternateContact'],
  [
    'another provider',
    { samlProviders: { other: { metadata: samlMetadata() } } },
    'iam:CreateSAMLProvider',
  ],
  [
    'an analyzer in another region',
    { analyzers: { external: { regions: ['eu-north-1'] } } },
    'access-analyzer:CreateAnalyzer',
  ],
  [
    'Proton in another region',
    { protonSettings: { 'eu-west-1': { pipelineServiceRole } } },
    'proton:UpdateAccountSettings',
  ],
  [
    'another role for Proton',
    {
      protonSettings: {
        'us-east-1': {
          pipelineServiceRole,
          pipelineCodebuildRole: `arn:aws:iam::${account}:role/stranger`,
        },
      },
    },
    'iam:PassRole',
  ],
  [
    'an analyzer of nobody',
    { analyzers: { nobodys: { regions: ['eu-central-1'], adopt: true } } },
    'access-analyzer:TagResource',
  ],
];

it.each(beyond)(
  'the apply role may not do what the manifest did not name: %s',
  async (_, sections, action) => {
    const opened = openAccount({ scenario });
    await carryOutBootstrap(opened, await bootstrapFor(declared));
    const { apply } = await actAs(opened, 'rolecall-apply');
    expect(await apply(declared)).toEqual([]);
    const before = JSON.stringify(opened.sandbox.state());
    expect(await apply(manifest(sections))).toEqual([expect.stringContaining(`denies ${action}`)]);
    expect(JSON.stringify(opened.sandbox.state())).toBe(before);
  },
);

it('without the opt-ins it may do nothing of these kinds', async () => {
  const opened = openAccount({ scenario });
  await carryOutBootstrap(opened, await bootstrapFor(declared, { allowed: [] }));
  const { apply } = await actAs(opened, 'rolecall-apply');
  expect(await apply(declared)).toEqual([
    expect.stringContaining('denies account:PutAlternateContact'),
    expect.stringContaining('denies iam:CreateSAMLProvider'),
    expect.stringContaining('denies proton:UpdateAccountSettings'),
    expect.stringContaining('denies access-analyzer:CreateAnalyzer'),
  ]);
});
