import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { aFinding, aReport } from '../testing/report.fixture.ts';
import { findingsPage } from './findings-page.ts';

const page = findingsPage(aReport());

it('lets run and style only what is in it', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
  const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hashOf(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1])};`);
  expect(policy).toContain(`style-src ${hashOf(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1])};`);
  expect(page).not.toMatch(/\s(?:on\w+|style)=|<(?:img|link|iframe|script src)/);
});

it('makes nothing of hostile texts', () => {
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  for (const harm of ['<b a', '\u0000', '\u001b', '\u202e', '\u2028'])
    expect(page.includes(harm)).toBe(false);
  expect(page).toContain('&#60;/script&#62;]]&#62;');
});

it('links a finding by the same name in every run', () => {
  const anchorIn = (html: string) => /<li class="finding" id="([^"]+)"/.exec(html)?.[1];
  const findings = [aFinding({ message: 'Other.' })];
  expect(anchorIn(findingsPage(aReport({ findings })))).toBe(
    anchorIn(findingsPage(aReport({ findings: [aFinding()] }))),
  );
});

it('links to nothing but the web', () => {
  const areas = aReport().areas.map(({ title, checks }) => ({
    title,
    checks: checks.map((check) => ({ ...check, documentation: 'javascript:alert(1)' })),
  }));
  expect(page).toContain('>Documentation<');
  expect(page).not.toMatch(/href="(?!#|https:)/);
  expect(findingsPage(aReport({ areas }))).not.toContain('>Documentation<');
});
