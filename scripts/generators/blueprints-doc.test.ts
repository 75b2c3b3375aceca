import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { blueprintSchema } from '../../packages/core/src/blueprints/blueprint.ts';
import { blueprints } from '../../packages/core/src/blueprints/catalogue.ts';
import { expandBlueprint } from '../../packages/core/src/blueprints/expand-blueprint.ts';
import { produceBlueprintsDoc } from './blueprints-doc.ts';

const text = produceBlueprintsDoc();

it.each(blueprints)('documents $id with every parameter, note and source', (blueprint) => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${blueprint.id}\n`)) ?? '';
  for (const name of Object.keys(blueprint.parameters)) expect(section).toContain(`| \`${name}\``);
  for (const { url } of blueprint.sources) expect(section).toContain(url);
  expect(section.match(/^- /gm)?.length).toBeGreaterThanOrEqual(blueprint.notes.length);
  expect(section.includes('includeRetired')).toBe(blueprint.service !== undefined);
});

it('keeps wildcards as they are and bars within their cell', () => {
  expect(text).toContain('ssm-incidents:\\*');
  expect(text).not.toMatch(/undefined|\[object/);
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
