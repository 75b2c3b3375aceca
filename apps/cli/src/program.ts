import { Command } from 'commander';
import { applyCommand } from './commands/apply.ts';
import { checkCommand } from './commands/check.ts';
import type { CommandContext } from './commands/command-context.ts';
import { demoCommand } from './commands/demo.ts';
import { planCommand } from './commands/plan.ts';
import { layoutFor } from './output/layout-for.ts';
import { version } from './version.ts';

/** The command line: every command with its options and help. */
export function createProgram(context: CommandContext): Command {
  const { stdout, stderr, env } = context.environment;
  const program = new Command('rolecall')
    .description('Checks, plans and provisions the IAM set-up of AWS accounts.')
    .version(version, '-v, --version', 'print the version')
    .option('--json', 'print one JSON value instead of text')
    .option('--output <file>', 'write the result to a file')
    .option('--no-color', 'no colours (as with NO_COLOR)')
    .helpOption('-h, --help', 'show help')
    .configureHelp({ showGlobalOptions: true });
  const commands = [checkCommand, planCommand, applyCommand, demoCommand];
  for (const create of commands) program.addCommand(create(context));
  for (const command of [program, ...descendants(program)]) {
    command
      .copyInheritedSettings(program)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => stdout.write(text),
        writeErr: (text) => stderr.write(text),
        // The error is said once, when it is caught.
        outputError: () => {},
        getOutHelpWidth: () => layoutFor(stdout, { env, color: false }).width,
        getErrHelpWidth: () => layoutFor(stderr, { env, color: false }).width,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  }
  return program;
}

function descendants(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}
