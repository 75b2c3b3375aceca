import { expect, it } from 'vitest';
import { catalogue } from '../../packages/policy/src/lint/catalogue.ts';
import { codeStatuses } from '../../packages/policy/src/lint/code-statuses.ts';
import { ownCatalogue, ownDocsLink } from '../../packages/policy/src/lint/own-catalogue.ts';
import { produceLintDoc } from './lint-doc.ts';

const text = produceLintDoc();

it.each(catalogue())('lists $issueCode with its status', ({ issueCode }) => {
  const row = text.split('\n').find((line) => line.startsWith(`| [\`${issueCode}\`](`));
  const status = codeStatuses().get(issueCode)?.status ?? '';
  expect(row).toContain(`| ${status.replace('-', ' ')} |`);
});

it.each(ownCatalogue)('has the section that $issueCode links to', ({ issueCode }) => {
  const anchors = [...text.matchAll(/^### (.+)$/gm)].map(([, title = '']) => title.toLowerCase());
  expect(ownDocsLink(issueCode)).toBe(`docs/policy-lint.gen.md#${issueCode.toLowerCase()}`);
  expect(anchors).toContain(issueCode.toLowerCase());
});
