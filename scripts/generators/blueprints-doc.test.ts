import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blueprintSchema } from '../../packages/core/src/blueprints/blueprint.ts';
import { blueprints } from '../../packages/core/src/blueprints/catalogue.ts';
import { expandBlueprint } from '../../packages/core/src/blueprints/expand-blueprint.ts';
import { blueprintPage, produceBlueprintPage, produceBlueprintsDoc } from './blueprints-doc.ts';
import { generators } from './index.ts';

const pages = blueprints.map(produceBlueprintPage);

it.each(blueprints)('documents $id with every parameter, note and source', (blueprint) => {
  const section = produceBlueprintPage(blueprint);
  expect(section.startsWith(`# ${blueprint.id}\n`)).toBe(true);
  for (const name of Object.keys(blueprint.parameters)) expect(section).toContain(`| \`${name}\``);
  for (const { url } of blueprint.sources) expect(section).toContain(url);
  expect(section.match(/^- /gm)?.length).toBeGreaterThanOrEqual(blueprint.notes.length);
  expect(section.includes('includeRetired')).toBe(blueprint.service !== undefined);
});

it('keeps wildcards as they are and bars within their cell', () => {
  expect(pages.join('\n')).toContain('ssm-incidents:\\*');
  expect([...pages, produceBlueprintsDoc()].join('\n')).not.toMatch(/undefined|\[object/);
});

it('lists each, and every page is there to be opened', () => {
  const made = new Set(generators.map(({ output }) => output));
  const links = [...produceBlueprintsDoc().matchAll(/\]\((blueprints\/[^)]+)\)/g)];
  expect(links.map(([, page]) => page).toSorted()).toEqual(
    blueprints.map(({ id }) => blueprintPage(id)).toSorted(),
  );
  const beside = pages.join('\n').matchAll(/\]\(([\w-]+\.gen\.md)\)/g);
  for (const [, page] of [
    ...links,
    ...[...beside].map(([all, page]) => [all, `blueprints/${page}`]),
  ])
    expect(made).toContain(`docs/${page}`);
});

it('shows a blueprint that works', () => {
  const guide = readFileSync(new URL('../../docs/blueprints.md', import.meta.url), 'utf8');
  const example = JSON.parse(/```json\n(.*?)```/s.exec(guide)?.[1] ?? '');
  const url = 'https://docs.aws.amazon.com/';
  const blueprint = blueprintSchema.parse({ ...example, sources: [{ title: 'AWS', url }] });
  const context = { account: '210987654321', partition: 'aws', scope: 'platform' };
  const values = { userName: 'eve', logGroups: ['/a', '/b/*'], requireMfa: false };
  const expansion = expandBlueprint({ blueprint, values, context });
  const policies = expansion.success && expansion.sections.roles.LogReader?.inlinePolicies;
  expect(JSON.stringify(policies)).toContain(
    '["arn:aws:logs:*:210987654321:log-group:/a:*","arn:aws:logs:*:210987654321:log-group:/b/*:*"]',
  );
});
