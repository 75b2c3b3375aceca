import { type ApplyEvent, type Change, renderResult, visibleText } from '@rolecall/core';
import type { Presenter } from '../output/presenter.ts';

type Told = Pick<Change, 'resource' | 'type' | 'name'> & {
  readonly operations: readonly unknown[];
};

export interface Narrator {
  /** The plan that is about to be carried out. */
  begin(plan: { readonly changes: readonly Told[] }): void;
  hear(event: ApplyEvent): void;
  /** Nothing more comes, however it ended: tells what has not been told. */
  end(): void;
}

/**
 * Tells of each resource once it is over, for several are written at the same time. What a run that
 * is cut off has done is told all the same, from then on step by step.
 */
export function narrateApply(
  { layout, say, note }: Pick<Presenter, 'layout' | 'say' | 'note'>,
  signal: AbortSignal,
): Narrator {
  const names = new Map<string, string>();
  /** Operations of a resource that are not over. */
  const left = new Map<string, number>();
  const untold = new Map<string, string[]>();
  let isBusy = false;
  const tell = (resource: string): void => {
    const lines = untold.get(resource);
    if (lines === undefined) return;
    untold.delete(resource);
    say([layout.paint.strong(visibleText(names.get(resource) ?? resource)), ...lines]);
  };
  const tellAll = (): void => {
    for (const resource of [...untold.keys()]) tell(resource);
  };
  signal.addEventListener('abort', () => {
    tellAll();
    if (isBusy) note('Stopping after what is under way; Ctrl-C once more stops at once.');
  });
  return {
    begin: ({ changes }) => {
      for (const { resource, type, name, operations } of changes) {
        names.set(resource, `${type}/${name}`);
        left.set(resource, operations.length);
      }
    },
    hear: (event) => {
      switch (event.kind) {
        case 'change-started':
          isBusy = true;
          return;
        case 'operation': {
          const { resource } = event.result;
          const more = (left.get(resource) ?? 1) - 1;
          left.set(resource, more);
          const lines = renderResult(event.result, layout);
          untold.set(resource, [...(untold.get(resource) ?? []), ...lines]);
          if (more <= 0 || signal.aborted) tell(resource);
          return;
        }
        case 'retry':
          return note(`Waiting ${event.waitMs / 1000} s: ${event.reason}`);
        case 'warning':
          return note(`Warning: ${event.message}`);
        default:
          return event satisfies never;
      }
    },
    end: tellAll,
  };
}
