import type { Command } from 'commander';
import type { Environment } from '../environment.ts';
import { createPresenter, type GlobalOptions, type Presenter } from '../output/presenter.ts';

/** What a command is given when it is declared. */
export interface CommandContext {
  readonly environment: Environment;
  readonly finish: (exitCode: number) => void;
}

export interface Invocation<O> {
  readonly environment: Environment;
  readonly presenter: Presenter;
  readonly options: O;
  readonly args: readonly string[];
}

/** Lets the command run `handler`, which gives the exit code. */
export function runs<O extends object>(
  command: Command,
  { environment, finish }: CommandContext,
  handler: (invocation: Invocation<O>) => Promise<number>,
): Command {
  return command.action(async () => {
    const options = command.optsWithGlobals<O & GlobalOptions>();
    const presenter = await createPresenter(environment, options);
    try {
      finish(await handler({ environment, presenter, options, args: command.args }));
    } finally {
      await presenter.close();
    }
  });
}

/** Examples at the end of --help, to be copied. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  return command.addHelpText(
    'after',
    `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`,
  );
}
