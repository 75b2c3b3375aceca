import { type ApplyEvent, type Plan, renderResult, visibleText } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

export interface Narrator {
  /** The plan that is about to be carried out. */
  begin(plan: Plan): void;
  hear(event: ApplyEvent): void;
}

/** Tells each step as it happens, so that a run that is cut off has said what it did. */
export function narrateApply(
  { layout, say, note }: Pick<Presenter, 'layout' | 'say' | 'note'>,
  signal: AbortSignal,
): Narrator {
  const names = new Map<string, string>();
  let current = '';
  let isBusy = false;
  signal.addEventListener('abort', () => {
    if (isBusy) note('Stopping after what is under way; Ctrl-C once more stops at once.');
  });
  return {
    begin: ({ changes }) => {
      for (const { resource, type, name } of changes) names.set(resource, `${type}/${name}`);
    },
    hear: (event) => {
      switch (event.kind) {
        case 'change-started':
          isBusy = true;
          return;
        case 'operation': {
          const { resource } = event.result;
          // Several resources are written at the same time, so that each is named again.
          if (resource !== current) {
            say([layout.paint.strong(visibleText(names.get(resource) ?? resource))]);
          }
          current = resource;
          return say(renderResult(event.result, layout));
        }
        case 'retry':
          return note(`Waiting ${event.waitMs / 1000} s: ${event.reason}`);
        case 'warning':
          return note(`Warning: ${event.message}`);
        default:
          return event satisfies never;
      }
    },
  };
}
