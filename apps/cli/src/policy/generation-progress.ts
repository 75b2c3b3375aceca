import type { GenerationProgress } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';
import { withProgress } from '../output/progress.ts';

export interface ProgressInput {
  readonly environment: Pick<Environment, 'stderr'>;
  readonly presenter: Pick<Presenter, 'note'>;
  readonly jobId: string | undefined;
}

type OnProgress = (progress: GenerationProgress) => void;

const minuteMs = 60_000;

/**
 * Says on stderr how far a policy generation is: on a terminal a line that changes, elsewhere a
 * line each minute.
 */
export function withGenerationProgress<T>(
  { environment, presenter, jobId }: ProgressInput,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  const { isTTY } = environment.stderr;
  const note = (text: string) => {
    // The line that changes is drawn again below.
    if (isTTY) environment.stderr.write('\r\u001b[2K');
    presenter.note(text);
  };
  if (jobId !== undefined) note(`Picking up policy generation ${jobId}. Ctrl-C cancels it.`);
  return withProgress(environment, 'Asking Access Analyzer', (update) => {
    let minutesTold = 0;
    return work((progress) => {
      switch (progress.kind) {
        case 'started':
          return note(
            `Policy generation ${progress.jobId} started. It is free of charge; a day has a quota ` +
              'of starts. It takes minutes. Ctrl-C cancels it.',
          );
        case 'waiting': {
          const told = `Policy generation ${progress.jobId} is at work, asked after ${spanOf(progress.elapsedMs)}`;
          update(told);
          const minutes = Math.floor(progress.elapsedMs / minuteMs);
          if (!isTTY && minutes > minutesTold) note(`${told}.`);
          minutesTold = minutes;
          return;
        }
        case 'retry':
          return note(`${progress.message} Asking again.`);
        case 'cancelling':
          return note(`Cancelling policy generation ${progress.jobId}.`);
        default:
          return progress satisfies never;
      }
    });
  });
}

/** `1 min 20 s`. */
function spanOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
