import {
  blueprintSchema,
  leftOut,
  openResources,
  renderCloudFormation,
  renderTerraform,
} from '@rolecall/core';
import { expect, it } from 'vitest';
import { account } from './testing/account.fixture.ts';
import { ada, centerManifest, openCenter, other } from './testing/identity-center.fixture.ts';
import {
  evaluateConfiguration,
  evaluateTemplate,
  expectedConfiguration,
  expectedTemplate,
  type Made,
} from './testing/rendered.fixture.ts';

const place = { account, partition: 'aws' };
const reading = { Statement: [{ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }] };

/** All that can be said of Identity Center, some of it of people and groups that are there. */
const identityCenter = {
  permissionSets: {
    Admin: { managedPolicies: ['AdministratorAccess'], tags: { team: 'blue' } },
    Reader: {
      description: 'Says "no" to ${most} of it.',
      sessionDuration: 'PT8H',
      relayState: 'https://console.aws.amazon.com/s3',
      managedPolicies: ['ReadOnlyAccess', 'Own', `arn:aws:iam::${account}:policy/team/Else`],
      customerPolicies: ['/Named'],
      inlinePolicy: reading,
      permissionsBoundary: 'PowerUserAccess',
    },
    Bounded: { permissionsBoundary: 'Own' },
    'Bounded-2': { permissionsBoundary: '/team/Else' },
  },
  groups: {
    'Größe & Maß': { description: 'Who may do all.', members: ['ada', 'eve@example.com'] },
    'Gr__e _ Ma_': { members: ['ada'] },
  },
  users: { ada, 'eve-2': { givenName: 'Eve', familyName: 'Two' } },
  assignments: [
    { permissionSet: 'Admin', group: 'Größe & Maß', accounts: ['self', other] },
    { permissionSet: 'Reader', group: 'Operators' },
    { permissionSet: 'Reader', user: 'ada', accounts: [other] },
    { permissionSet: 'Reader', user: 'eve@example.com' },
  ],
};
const policies = { Own: { path: '/own/', document: reading } };
const there = {
  users: { 'eve@example.com': { givenName: 'Eve', familyName: 'One' } },
  groups: { Operators: {} },
};

const blueprint = blueprintSchema.parse({
  id: 'sample',
  topic: 'people',
  title: 'Sample',
  purpose: 'A sample.',
  asOf: '2026-11-20',
  sources: [{ title: 'AWS', url: 'https://docs.aws.amazon.com/' }],
  resources: { policies, identityCenter },
});

function resources() {
  const opened = openResources({ blueprint, values: {}, place, path: '/rolecall/platform/' });
  if (!opened.success) throw new Error(JSON.stringify(opened.diagnostics));
  return opened.resources;
}

async function desired() {
  const declared = centerManifest(identityCenter, { policies });
  return (await openCenter(there).planned(declared)).desired;
}

it('comes to the same as a template, but for people', async () => {
  const made = evaluateTemplate(renderCloudFormation(resources()), place);
  const rest = (await desired()).filter(({ type }) => type !== 'identity-center-user');
  expect(sorted(made)).toEqual(sorted(expectedTemplate(rest)));
  // Also those who are there, since a template can look nobody up.
  const left = leftOut(resources(), 'cloudformation').join('\n');
  for (const name of ['ada', 'eve-2', 'eve@example.com']) expect(left).toContain(`user ${name} `);
});

it('comes to the same as a configuration of Terraform', async () => {
  const made = evaluateConfiguration(renderTerraform(resources()), place, new Map());
  expect(sorted(made)).toEqual(sorted(expectedConfiguration(await desired())));
  expect(leftOut(resources(), 'terraform')).toEqual([]);
});

it('calls everything by a name of its own', () => {
  const configuration = evaluateConfiguration(renderTerraform(resources()), place, new Map());
  const addresses = configuration.map(({ type, id }) => `${type}.${id}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

function sorted(made: readonly Omit<Made, 'id'>[]): readonly string[] {
  return made
    .map(({ type, values }) => {
      const ordered = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `${type} ${JSON.stringify(ordered)}`;
    })
    .toSorted();
}
