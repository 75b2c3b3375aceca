import { type Layout, plainLayout, type RolecallError, wrapText } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import { excerptFrom } from '../errors/excerpt.ts';
import { renderError } from '../errors/render-error.ts';
import { requireWritable, writeText } from '../files/write-text.ts';
import { layoutFor } from './layout-for.ts';

/** Options that every command has. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly output?: string;
  readonly color: boolean;
}

/** Where a command says things: its result on stdout or in a file, all else on stderr. */
export interface Presenter {
  readonly json: boolean;
  /** Whether a person sees what is said. */
  readonly isOnScreen: boolean;
  /** For what is said. */
  readonly layout: Layout;
  /** For what is noted. */
  readonly noteLayout: Layout;
  /** Text of the result; nothing with --json. */
  say(lines: readonly string[]): void;
  /** The result with --json; nothing without it. */
  value(json: unknown): void;
  /** Says something beside the result. */
  note(text: string): void;
  noteLines(lines: readonly string[]): void;
  /** Says what went wrong where there is a result as well. */
  fail(error: RolecallError): void;
  /** Writes the file, if there is one to be written, with what there is so far. */
  close(): Promise<void>;
}

export async function createPresenter(
  environment: Environment,
  { json = false, output, color }: GlobalOptions,
): Promise<Presenter> {
  const { stdout, stderr, env, cwd } = environment;
  // Before anything is done: an apply whose report cannot be kept had better not begin.
  if (output !== undefined) await requireWritable(cwd, output);
  const written: string[] = [];
  const write = (text: string): void => {
    if (output === undefined) stdout.write(text);
    else written.push(text);
  };
  const noteLayout = layoutFor(stderr, { env, color });
  const noteLines = (lines: readonly string[]): void => stderr.write(joined(lines));
  return {
    json,
    isOnScreen: !json && output === undefined && stdout.isTTY,
    layout: output === undefined ? layoutFor(stdout, { env, color }) : plainLayout,
    noteLayout,
    say: (lines) => {
      if (!json) write(joined(lines));
    },
    value: (value) => {
      if (json) write(`${JSON.stringify(value, null, 2)}\n`);
    },
    note: (text) =>
      noteLines(wrapText(text, { width: noteLayout.width, paint: noteLayout.paint.quiet })),
    noteLines,
    fail: (error) =>
      noteLines(renderError(error, { layout: noteLayout, excerpt: excerptFrom(cwd) })),
    close: async () => {
      if (output !== undefined && written.length > 0)
        await writeText(cwd, output, written.join(''));
    },
  };
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
