import { type Applied, type ApplyReport, errorCodes, renderApplySummary } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/** Says what came of it; the operations were told as they happened. Gives the exit code. */
export function presentApplied(
  applied: Applied,
  presenter: Presenter,
  nothing = 'Nothing to do: the account is as the manifest says.',
): number {
  const { plan } = applied;
  switch (applied.kind) {
    case 'nothing-to-do':
      presenter.say([nothing]);
      presenter.value({ outcome: applied.kind, ...reportOf(applied, true) });
      return 0;
    case 'declined':
      presenter.say(['Nothing was changed.']);
      presenter.value({ outcome: applied.kind, ...reportOf(applied, false) });
      return 1;
    case 'applied':
      presenter.say(['', ...renderApplySummary(applied.report, presenter.layout)]);
      presenter.value({ outcome: applied.kind, ...applied.report, partition: plan.partition });
      return applied.report.complete ? 0 : errorCodes.APPLY_INCOMPLETE.exit;
    default:
      return applied satisfies never;
  }
}

function reportOf(
  { plan: { planId, scope, account, partition } }: Applied,
  complete: boolean,
): ApplyReport & { readonly partition: string } {
  const nothing = { results: [], warnings: [], interrupted: false };
  return { planId, scope, account, partition, ...nothing, complete };
}
