import { CommanderError } from 'commander';
import type { Environment } from './environment.ts';
import { reportFailure } from './errors/report-failure.ts';
import { usageError } from './errors/usage-error.ts';
import { createProgram } from './program.ts';

/** Runs one command line to its end; gives the exit code, and never throws. */
export async function runCli(environment: Environment): Promise<number> {
  let exitCode = 0;
  const finish = (code: number): void => {
    exitCode = code;
  };
  try {
    await createProgram({ environment, finish }).parseAsync(environment.argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, environment);
    if (error.exitCode === 0) return 0;
    // Called without a command; the help is out already.
    if (error.code === 'commander.help') return 1;
    return reportFailure(usageError(error), environment);
  }
}
