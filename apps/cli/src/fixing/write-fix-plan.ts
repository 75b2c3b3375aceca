import { type FixPlan, planAccountFixes, refuse, renderFixPlan } from '@rolecall/core';
import type { Checked } from '../checking/run-check.ts';
import type { CheckOptions } from '../commands/check.ts';
import type { Invocation } from '../commands/command-context.ts';
import { writeText } from '../files/write-text.ts';

/** Plans what mends the chosen findings. What is excepted stays as it is. */
export async function makeFixPlan(
  { options }: Invocation<CheckOptions>,
  checked: Checked,
): Promise<FixPlan | undefined> {
  if (options.fixPlan === undefined) return undefined;
  const { snapshot, settings, fixPort } = checked;
  const findings = checked.findings.filter(({ exception }) => exception === undefined);
  requireFindings(options.finding, findings);
  return planAccountFixes({
    port: fixPort,
    findings,
    choice: { checks: options.check, findings: options.finding },
    snapshot,
    settings,
  });
}

/** Says the plan and keeps it. */
export async function writeFixPlan(
  { environment, presenter, options: { fixPlan: file } }: Invocation<CheckOptions>,
  plan: FixPlan | undefined,
): Promise<void> {
  if (plan === undefined || file === undefined) return;
  presenter.say(['', ...renderFixPlan(plan, presenter.layout)]);
  await writeText(environment.cwd, file, `${JSON.stringify(plan, null, 2)}\n`);
  presenter.note(`Kept in ${file}. Carry it out with: rolecall apply ${file}`);
}

function requireFindings(
  ids: readonly string[] = [],
  findings: readonly { readonly id: string }[],
): void {
  const unknown = ids.filter((id) => !findings.some((finding) => finding.id === id));
  if (unknown.length === 0) return;
  refuse(
    'There are no such findings.',
    unknown.map((id) => ({
      code: 'USAGE',
      message: `No finding is called "${id}".`,
      hint: 'Copy the id from `rolecall check --json`; what is excepted is not mended.',
    })),
  );
}
