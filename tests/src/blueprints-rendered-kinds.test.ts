import { leftOut, renderCloudFormation, renderTerraform } from '@rolecall/core';
import { expect, it } from 'vitest';
import { account, openAccount } from './testing/account.fixture.ts';
import { openKinds, renderedKinds } from './testing/every-rendered-kind.fixture.ts';
import {
  evaluateConfiguration,
  evaluateTemplate,
  expectedConfiguration,
  expectedTemplate,
  type Made,
} from './testing/rendered.fixture.ts';

const place = { account, partition: 'aws' };

async function desired() {
  const manifest = { version: 1, scope: 'platform', account, ...renderedKinds };
  return (await openAccount().planned(JSON.stringify(manifest))).desired;
}

it('comes to the same as a template, but for contacts', async () => {
  const made = evaluateTemplate(renderCloudFormation(openKinds()), place);
  const rest = (await desired()).filter(({ type }) => type !== 'alternate-contact');
  expect(sorted(made)).toEqual(sorted(expectedTemplate(rest)));
  const left = leftOut(openKinds(), 'cloudformation');
  expect(left).toHaveLength(2);
  for (const name of ['billing', 'security']) expect(left.join('\n')).toContain(name);
});

it('comes to the same as a configuration of Terraform', async () => {
  const made = evaluateConfiguration(renderTerraform(openKinds()), place, new Map());
  expect(sorted(made)).toEqual(sorted(expectedConfiguration(await desired())));
  expect(leftOut(openKinds(), 'terraform')).toEqual([]);
});

it('calls everything by a name of its own', () => {
  const configuration = evaluateConfiguration(renderTerraform(openKinds()), place, new Map());
  const addresses = configuration.map(({ type, id }) => `${type}.${id}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

it.each([
  [renderedKinds, '>= 6.0'],
  [{ roles: renderedKinds.roles, samlProviders: renderedKinds.samlProviders }, '>= 5.81'],
])('asks for the provider that takes it', (sections, version) => {
  expect(renderTerraform(openKinds(sections))).toContain(`version = "${version}"`);
});

it('tells of a SAML provider whose metadata is a file elsewhere', () => {
  const opened = openKinds({ samlProviders: { Acme: { metadata: { file: 'idp.xml' } } } });
  for (const language of ['cloudformation', 'terraform'] as const)
    expect(leftOut(opened, language).join('\n')).toContain('idp.xml');
  expect(evaluateTemplate(renderCloudFormation(opened), place)).toEqual([]);
  expect(evaluateConfiguration(renderTerraform(opened), place, new Map())).toEqual([]);
});

function sorted(made: readonly Omit<Made, 'id'>[]): readonly string[] {
  return made
    .map(({ type, values }) => {
      const ordered = Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `${type} ${JSON.stringify(ordered)}`;
    })
    .toSorted();
}
