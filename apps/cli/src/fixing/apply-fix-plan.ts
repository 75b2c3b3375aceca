import {
  applyFixes,
  errorCodes,
  type KeptFixPlan,
  readFixPlan,
  renderFixResult,
  renderFixSummary,
} from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import { openAccount } from '../account/open-account.ts';
import type { ApplyOptions } from '../commands/apply.ts';
import type { Invocation } from '../commands/command-context.ts';
import { confirmFixes } from './confirm-fixes.ts';
import { recheck } from './recheck.ts';
import { renderRechecked } from './render-rechecked.ts';

/** Shows a fix plan, asks, carries it out, and checks again what it was for. */
export async function applyFixPlan(
  invocation: Invocation<ApplyOptions>,
  { value, file }: { readonly value: unknown; readonly file: string },
): Promise<number> {
  const { environment, presenter, options } = invocation;
  const plan = readFixPlan(value, file);
  const confirm = confirmFixes(invocation);
  const { port, clients } = await openAccount({
    environment,
    presenter,
    account: options.account,
    manifest: plan,
  });
  if (!(await confirm(plan))) {
    presenter.say(['Nothing was changed.']);
    presenter.value({ outcome: 'declined', ...emptyReport(plan) });
    return 1;
  }
  const { createCredentialsPort, createFixPort } = await import('@rolecall/aws');
  const { sleep, signal } = environment;
  const report = await applyFixes({
    plan,
    port,
    fixPort: createFixPort(clients),
    sleep,
    signal,
    onResult: (result) => presenter.say(renderFixResult(result, presenter.layout)),
  });
  for (const warning of report.warnings) presenter.note(`Warning: ${warning}`);
  presenter.say(['', ...renderFixSummary(report, presenter.layout)]);
  const rechecked = signal.aborted
    ? []
    : await recheck(plan, {
        port,
        credentials: createCredentialsPort(clients, signal),
        now: environment.now(),
      });
  presenter.say(renderRechecked(rechecked, presenter.layout));
  presenter.value({ outcome: 'applied', ...report, rechecked });
  if (parseAccountChoice(options.account).kind === 'sandbox') {
    presenter.note('This account was in memory, and is gone now.');
  }
  return report.complete ? 0 : errorCodes.APPLY_INCOMPLETE.exit;
}

function emptyReport({ planId, account, partition }: KeptFixPlan) {
  return { planId, account, partition, results: [], warnings: [], interrupted: false };
}
