import * as core from '@actions/core';
import { visibleText } from '@rolecall/core';
import type { InputName } from './input-table.ts';
import type { OutputName } from './output-table.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What the machine that runs the action offers: a log, outputs, annotations, a summary. */
export interface Runner {
  input(name: InputName): string;
  output(name: OutputName, value: string): void;
  /** Lines for the log; none of them is taken for a command. */
  say(...lines: readonly string[]): void;
  annotate(annotation: Annotation): void;
  warn(message: string): void;
  fail(message: string): void;
  /** Markdown below the run; nothing where the runner has no place for it. */
  summarise(markdown: string): Promise<void>;
  /** Never to be shown in the log. */
  conceal(secret: string): void;
  /** A token of GitHub's, already concealed. */
  idToken(audience: string): Promise<string>;
}

export function createRunner(env: { readonly [name: string]: string | undefined }): Runner {
  return {
    input: (name) => core.getInput(name),
    output: (name, value) => core.setOutput(name, value),
    say: (...lines) => {
      for (const line of lines.flatMap((text) => text.split('\n'))) core.info(inert(line));
    },
    annotate: ({ level, message, title, file, line, column }) => {
      const properties = {
        title: visibleText(title),
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column }),
      };
      const annotate = { error: core.error, warning: core.warning, notice: core.notice }[level];
      annotate(visibleText(message), properties);
    },
    warn: (message) => core.warning(visibleText(message)),
    fail: (message) => core.setFailed(visibleText(message)),
    summarise: async (markdown) => {
      if (env.GITHUB_STEP_SUMMARY === undefined || env.GITHUB_STEP_SUMMARY === '') return;
      await core.summary.addRaw(markdown).write();
    },
    conceal: (secret) => core.setSecret(secret),
    idToken: (audience) => core.getIDToken(audience),
  };
}

/** The runner takes `::name::` at the start of a line, and `##[name]` anywhere, for a command. */
export function inert(line: string): string {
  return visibleText(line)
    .replace(/^(\s*):(?=:)/, '$1: ')
    .replaceAll('##[', '# #[');
}
