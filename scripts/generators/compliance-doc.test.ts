import { expect, it } from 'vitest';
import { frameworks } from '../../packages/core/src/compliance/frameworks.ts';
import { profileNames } from '../../packages/core/src/compliance/profiles.ts';
import { produceComplianceDoc } from './compliance-doc.ts';

const text = produceComplianceDoc();

it.each(frameworks)('lists every control of $name with what answers it', ({ title, controls }) => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => /^\| [\w.-]*\d/.test(line));
  expect(rows.map((row) => row.split(' ')[1])).toEqual(controls.map(({ id }) => id));
  for (const [index, { automation }] of controls.entries()) {
    const checks = automation.kind === 'checks' ? automation.checks : [];
    for (const check of checks) expect(rows[index]).toContain(`\`${check}\``);
  }
});

it('names every profile, and shows values, not objects', () => {
  for (const name of profileNames) expect(text).toContain(`| \`${name}\` |`);
  expect(text).not.toMatch(/undefined|\[object/);
});
