import { expect, it } from 'vitest';
import { bytesOf } from './fit-sections.ts';
import type { PullRequestReport } from './pull-request-report.ts';
import { renderComment, renderSummary } from './render-comment.ts';
import { emptyReport, options, scenarios } from './testing/scenarios.fixture.ts';
import { reportVerdict } from './verdict.ts';

const names = Object.keys(scenarios);
const long = new Set(['forty-roles', 'large']);

async function scenario(name: string): Promise<PullRequestReport> {
  return (await scenarios[name]?.()) ?? emptyReport;
}

it.each(names.filter((name) => !long.has(name)))('shows %s', async (name) => {
  const { markdown, dropped } = renderComment(await scenario(name), options);
  expect(dropped).toEqual([]);
  await expect(markdown).toMatchFileSnapshot(`__snapshots__/${name}.md`);
});

it.each<[string, string, string]>([
  ['grants-administrator', 'CAUTION', 'Grants administrator access'],
  ['widens-trust', 'CAUTION', 'Lets strangers assume a role'],
  ['removes-boundary', 'WARNING', 'Removes a permissions boundary'],
  ['deletes-used-role', 'WARNING', 'Deletes a role that is in use'],
  ['shared-policy', 'WARNING', 'Grants new access'],
  ['new-role', 'NOTE', 'Grants access to new users or roles'],
  ['only-tags', 'TIP', 'No new access'],
  ['no-change', 'TIP', 'No new access'],
  ['conflict', 'CAUTION', 'Cannot be applied: conflicts'],
  ['refused', 'CAUTION', 'Refused by guardrails'],
  ['invalid-manifest', 'CAUTION', 'Manifest invalid'],
  ['offline-fork', 'WARNING', 'Grants new access'],
  ['policies-outside', 'WARNING', 'Not decided: may grant new access'],
  ['applying', 'NOTE', 'Is being applied'],
  ['applied', 'TIP', 'Applied'],
  ['partial-failure', 'CAUTION', 'Applied in part'],
  ['not-applied', 'CAUTION', 'Not applied: not approved'],
])('says of %s: %s %s', async (name, alert, title) => {
  expect(reportVerdict(await scenario(name))).toMatchObject({ alert, title });
});

it('says "not decided" where nothing was compared', () => {
  expect(reportVerdict({ ...emptyReport, account: undefined })).toMatchObject({
    title: 'Not decided',
  });
});

it('never calls harmless what it could not read', async () => {
  const problem = { code: 'POLICY_INVALID' as const, message: 'It is no JSON.' };
  expect(reportVerdict({ ...(await scenario('only-tags')), problems: [problem] })).toMatchObject({
    alert: 'WARNING',
    title: 'Not decided: not everything could be read',
  });
});

it('tells invalid guardrails from an invalid manifest', () => {
  const problem = { code: 'GUARDRAILS_INVALID' as const, message: 'No key "x".' };
  expect(reportVerdict({ ...emptyReport, problems: [problem] })).toMatchObject({
    title: 'Guardrails invalid',
  });
});

it.each(names)('starts with the marker and stays within the budget: %s', async (name) => {
  const { markdown } = renderComment(await scenario(name), options);
  expect(markdown.startsWith(`${options.marker}\n## `)).toBe(true);
  expect(markdown.split(options.marker)).toHaveLength(2);
  expect(bytesOf(markdown)).toBeLessThanOrEqual(60_000);
});

it('puts the most dangerous first, in the table and below it', async () => {
  const { markdown } = renderComment(await scenario('forty-roles'), options);
  const rows = markdown.split('\n').filter((line) => /^\| [🔴🟠🟡⚪]/u.test(line));
  const marks = rows.map((row) => [...row][2]);
  expect(marks).toEqual(
    marks.toSorted((a, b) => '🔴🟠🟡⚪'.indexOf(a ?? '') - '🔴🟠🟡⚪'.indexOf(b ?? '')),
  );
  const sections = markdown.split('\n').filter((line) => line.startsWith('<summary>'));
  expect(sections.slice(0, 5).every((line) => line.includes('🔴'))).toBe(true);
});

it('drops what matters least, and says so', async () => {
  const report = await scenario('large');
  const { markdown, dropped } = renderComment(report, options);
  expect(dropped.filter((each) => each.startsWith('plans: ')).length).toBeGreaterThan(30);
  expect(dropped).toContain('checks');
  expect(markdown).toContain('**Left out here');
  const whole = renderSummary(report, options);
  expect(whole.dropped).toEqual([]);
  expect(whole.markdown).toContain('Table39x27');
});

it.each([8_000, 20_000])('keeps within %d bytes what may never go', async (budget) => {
  const [large, refused, deletes] = await Promise.all([
    scenario('large'),
    scenario('refused'),
    scenario('deletes-used-role'),
  ]);
  const plan = large.plan && {
    ...large.plan,
    changes: [...(deletes.plan?.changes ?? []), ...large.plan.changes],
  };
  const report = {
    ...large,
    plan,
    refusals: Array.from({ length: 60 }, () => refused.refusals).flat(),
  };
  const { markdown } = renderComment(report, { ...options, budget });
  expect(bytesOf(markdown)).toBeLessThanOrEqual(budget);
  expect(markdown).toContain('## Refused by guardrails');
  expect(markdown).toContain('never-grant/no-iam-writes');
  expect(markdown).toContain('Deletes `role/reporting`');
  expect(markdown.match(/^<details>/gm)?.length).toBe(markdown.match(/^<\/details>/gm)?.length);
  expect((markdown.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
});

it('names the account only as AWS said it', async () => {
  const { markdown } = renderComment(await scenario('offline-fork'), options);
  expect(markdown).toContain('Declared for account `111122223333`, scope `platform`; not verified');
  expect(markdown).not.toMatch(/To apply|pprove/);
});

it('links every place of a failure to its line', async () => {
  const { markdown } = renderComment(await scenario('refused'), options);
  expect(markdown).toContain('](https://github.com/acme/iam/blob/');
  const bare = renderComment(await scenario('refused'), { ...options, linkTo: () => undefined });
  expect(bare.markdown).not.toContain('/blob/');
  expect(bare.markdown).toContain('`rolecall.yaml:5`');
});
