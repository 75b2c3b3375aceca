import { RolecallError } from '@rolecall/core';
import { Command } from 'commander';
import { runDemo } from '../demo/run-demo.ts';
import { type CommandContext, runs, withExamples } from './command-context.ts';

export function demoCommand(context: CommandContext): Command {
  const command = new Command('demo').description(
    'Show the whole story on an account in memory: check, plan, apply, check again.',
  );
  return withExamples(
    runs(command, context, async ({ environment, presenter }) => {
      if (presenter.json) throw new RolecallError('USAGE', 'The demo is for people: no --json.');
      await runDemo(environment, presenter);
      return 0;
    }),
    ['rolecall demo'],
  );
}
