import {
  type GuideReportInput,
  type GuideWalk,
  renderGuide,
  renderGuideMarkdown,
  type WalkedStep,
} from '@rolecall/core';
import type { GuideOptions } from '../commands/guide.ts';
import type { Presenter } from '../output/presenter.ts';
import type { WrittenEntries } from './write-guide-entries.ts';

/** Gives the exit code. */
export function presentGuide(
  report: GuideReportInput,
  {
    presenter,
    options,
    written,
  }: {
    readonly presenter: Presenter;
    readonly options: Pick<GuideOptions, 'markdown'>;
    readonly written?: WrittenEntries | undefined;
  },
): number {
  const { walk, plan } = report;
  presenter.value({ ...walk, plan: plan ?? null, ...(written && { written }) });
  if (options.markdown === true) presenter.say([renderGuideMarkdown(report)]);
  else presenter.say(renderGuide(report, presenter.layout));
  return isOpen(walk) ? 2 : 0;
}

/** Whether something is missing that a plan would do, or cannot be known. */
function isOpen({ applicability, steps }: GuideWalk): boolean {
  const open: readonly WalkedStep['state'][] = ['missing', 'unknown'];
  return applicability.kind === 'unclear' || steps.some(({ state }) => open.includes(state));
}
