import { expect, it } from 'vitest';
import { checks } from '../../packages/core/src/checks/index.ts';
import { controlsOf } from '../../packages/core/src/compliance/frameworks.ts';
import { partPermissions } from '../../packages/core/src/model/part-permissions.ts';
import { produceChecksDoc } from './checks-doc.ts';

const text = produceChecksDoc();

it.each(checks)('documents $id with data, settings, references and source', (check) => {
  const section = text.split(/^### /m).find((part) => part.startsWith(`${check.id}\n`)) ?? '';
  for (const part of [...check.needs, ...(check.uses ?? [])]) {
    for (const permission of partPermissions[part]) expect(section).toContain(permission);
  }
  for (const setting of check.settings ?? []) expect(section).toContain(`\`${setting}\``);
  for (const { title, controls } of controlsOf(check.id)) {
    expect(section).toContain(`${title}: ${controls.join(', ')}`);
  }
  expect(section).toContain(check.documentation);
});

it('shows values, not objects', () => {
  expect(text).not.toMatch(/undefined|\[object/);
});
