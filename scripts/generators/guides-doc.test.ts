import { expect, it } from 'vitest';
import { guides } from '../../packages/core/src/guides/catalogue.ts';
import { requirementIds } from '../../packages/core/src/guides/requirements.ts';
import { produceGuidesDoc } from './guides-doc.ts';

const text = produceGuidesDoc();

it.each(guides)('documents $id with each step, its source and its checks', (guide) => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${guide.id}\n`)) ?? '';
  for (const { id, title, source, covers, settled } of guide.steps) {
    const own =
      section.split('<a id=').find((part) => part.startsWith(`"${guide.id}-${id}"`)) ?? '';
    expect(own).toContain(`### ${title}`);
    if (source.line !== undefined) expect(own).toContain(`, line ${source.line}`);
    for (const requirement of covers) expect(own).toContain(requirement);
    if (settled.by === 'checks') {
      for (const { check } of settled.checks) expect(own).toContain(`checks.gen.md#${check}`);
    }
    if (settled.by === 'blueprint') expect(own).toContain(`](blueprints/${settled.use}.gen.md)`);
  }
});

it('says of every requirement where it is', () => {
  for (const id of requirementIds)
    expect(text).toMatch(new RegExp(`^\\| ${id} \\| (\\[|nothing: .)`, 'm'));
});

it('shows values, not objects', () => {
  expect(text).not.toMatch(/undefined|\[object/);
});
