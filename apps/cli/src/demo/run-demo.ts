import { readFile } from 'node:fs/promises';
import {
  applyManifest,
  checkAccount,
  planManifest,
  readManifest,
  renderApplySummary,
  renderFindings,
  renderPlan,
} from '@rolecall/core';
import { openAccount } from '../account/open-account.ts';
import { narrateApply } from '../applying/narrate-apply.ts';
import { selectChecks } from '../checking/select-checks.ts';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';
import { renderDifference } from './render-difference.ts';

const manifestUrl = new URL('../../demo/rolecall.yaml', import.meta.url);
const manifestName = 'apps/cli/demo/rolecall.yaml';

/** A badly kept account is checked, a manifest planned and applied, and the account checked again. */
export async function runDemo(environment: Environment, presenter: Presenter): Promise<void> {
  const { layout, say } = presenter;
  const text = await readFile(manifestUrl, 'utf8');
  const source = { read: () => Promise.resolve(text), match: () => Promise.resolve([]) };
  const manifest = await readManifest(source, manifestName);
  const account = 'sandbox:neglected';
  const { port } = await openAccount({ environment, presenter, account, manifest });
  const settings = manifest.checks;
  const check = () =>
    checkAccount({ port, checks: selectChecks(undefined), settings, now: environment.now() });
  const heading = (title: string) => say(['', ...underlined(title, presenter)]);

  heading('1. Check a badly kept account: what is worst');
  const before = await check();
  say(
    renderFindings(
      {
        account: manifest.account,
        partition: manifest.partition,
        checkedAt: environment.now(),
        credentialReportGeneratedAt: undefined,
        findings: before.findings,
        all: false,
        from: 'critical',
      },
      layout,
    ),
  );

  heading(`2. Plan what the manifest wants (${manifestName})`);
  const { plan } = await planManifest({ port, manifest, includeRetired: false });
  say(renderPlan(plan, layout));

  heading('3. Apply the plan');
  const narrator = narrateApply(presenter, environment.signal);
  narrator.begin(plan);
  const applied = await applyManifest({
    port,
    manifest,
    reviewed: undefined,
    includeRetired: false,
    allowReplace: false,
    skipPreflight: false,
    confirm: () => Promise.resolve(true),
    sleep: environment.sleep,
    signal: environment.signal,
    onEvent: narrator.hear,
  }).finally(narrator.end);
  if (applied.kind === 'applied') say(renderApplySummary(applied.report, layout));

  heading('4. Plan again: nothing is left');
  const again = await planManifest({ port, manifest, includeRetired: false });
  say(renderPlan(again.plan, layout));

  heading('5. Check again: what is better now');
  const after = await check();
  say(renderDifference(before.findings, after.findings, layout));
  say(['', 'Try it yourself: rolecall check --account sandbox:neglected']);
}

function underlined(title: string, { layout }: Presenter): readonly string[] {
  return [layout.paint.strong(title), layout.paint.quiet('─'.repeat(Math.min(80, layout.width)))];
}
