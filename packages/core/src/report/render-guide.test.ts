import { describe, expect, it } from 'vitest';
import { aSnapshot } from '../checks/testing/snapshot.fixture.ts';
import { guides } from '../guides/catalogue.ts';
import { walkGuide } from '../guides/walk-guide.ts';
import { defaultCheckSettings } from '../model/settings.ts';
import { plainLayout } from './paint.ts';
import { renderGuide, renderGuideList, summarizeGuide } from './render-guide.ts';
import { renderGuideMarkdown } from './render-guide-markdown.ts';

const now = new Date('2026-11-20T12:00:00Z');
const nothing = aSnapshot({ roles: [], users: [], groups: [], policies: [], oidcProviders: [] });

function walked(id: string, includeRetired = true) {
  const guide = guides.find((each) => each.id === id);
  if (guide === undefined) throw new Error(`no guide ${id}`);
  const input = { findings: [], snapshot: nothing, settings: defaultCheckSettings, now };
  return walkGuide(guide, { ...input, includeRetired });
}

describe.each(guides)('$id', ({ id, steps }) => {
  const walk = walked(id);

  it('fits into 80 columns, but for what has to be copied whole', () => {
    const wide = renderGuide({ walk }, plainLayout).filter((line) => line.length > 80);
    // Commands, lines of files and addresses are never broken.
    expect(
      wide.filter((line) => !/^\s+(\$ |https:|[\w-]+[:=])/.test(line) && line.trim().includes(' ')),
    ).toEqual([]);
  });

  it.each([
    ['text', renderGuide({ walk }, plainLayout).join('\n')],
    ['Markdown', renderGuideMarkdown({ walk })],
  ])('shows every step as %s, with nothing left to fill in', (_form, text) => {
    const flat = text.replace(/\s+/g, ' ');
    for (const { title } of steps) expect(flat).toContain(title);
    expect(flat).not.toMatch(/\{\{|undefined|\[object/);
  });
});

it('shows an entry once, though two steps share it', () => {
  const lines = renderGuide({ walk: walked('emergency-access') }, plainLayout);
  expect(lines.filter((line) => line.trim() === 'use: emergency-access')).toHaveLength(1);
});

it('says why a guide does not apply, and which one does', () => {
  const walk = {
    ...walked('app-runner'),
    steps: [],
    applicability: {
      kind: 'not-applicable' as const,
      why: 'Closed.',
      evidence: [],
      successor: 'ecs-express',
      source: 'https://aws.amazon.com/',
    },
  };
  const lines = renderGuide({ walk }, plainLayout);
  expect(lines).toContain('→ Consider the guide ecs-express: rolecall guide ecs-express');
  expect(renderGuideMarkdown({ walk })).toContain('`ecs-express`');
});

it('sums up', () => {
  const sum = summarizeGuide(walked('ecs-express'));
  expect(sum).toBe('5 steps: 1 done, 2 missing, 2 for you');
});

it('lists', () => {
  const lines = renderGuideList(guides, plainLayout);
  for (const { id } of guides) expect(lines.some((line) => line.startsWith(id))).toBe(true);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
