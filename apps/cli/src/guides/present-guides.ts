import { type Guide, lifecycle, renderGuideList } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

/** All guides, with what AWS has closed. */
export function presentGuides(guides: readonly Guide[], presenter: Presenter): void {
  const listed = guides.map(({ id, title, purpose, service, successor, steps }) => {
    const fate = service === undefined ? undefined : lifecycle.services[service];
    return { id, title, purpose, steps: steps.length, lifecycle: fate ?? null, successor };
  });
  presenter.value(
    listed.map(({ successor, ...each }) => ({ ...each, successor: successor ?? null })),
  );
  presenter.say(
    renderGuideList(
      listed.map((each) => ({
        ...each,
        title: each.lifecycle
          ? `${each.title} (AWS: ${each.lifecycle.state} ${each.lifecycle.since})`
          : each.title,
      })),
      presenter.layout,
    ),
  );
}
