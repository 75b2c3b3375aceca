import { Command } from 'commander';
import { applyCommand } from './commands/apply.ts';
import { auditCommand } from './commands/audit.ts';
import { blueprintCommand } from './commands/blueprint.ts';
import { bootstrapCommand } from './commands/bootstrap.ts';
import { checkCommand } from './commands/check.ts';
import type { CommandContext } from './commands/command-context.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { driftCommand } from './commands/drift.ts';
import { guideCommand } from './commands/guide.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { planCommand } from './commands/plan.ts';
import { policyCommand } from './commands/policy.ts';
import { rollbackCommand } from './commands/rollback.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { secretCommand } from './commands/secret.ts';
import { snapshotCommand } from './commands/snapshot.ts';
import { addCompletion } from './completion.ts';
import { layoutFor } from './output/layout-for.ts';
import { version } from './version.ts';

const commands = [
  initCommand,
  importCommand,
  doctorCommand,
  checkCommand,
  guideCommand,
  planCommand,
  applyCommand,
  driftCommand,
  rollbackCommand,
  secretCommand,
  snapshotCommand,
  blueprintCommand,
  bootstrapCommand,
  policyCommand,
  auditCommand,
  sandboxCommand,
  demoCommand,
];

/** The command line: every command with its options and help. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('rolecall')
    .description('Checks, plans and provisions the IAM set-up of AWS accounts.')
    .version(version, '-v, --version', 'print the version')
    .option('--json', 'print one JSON value instead of text')
    .option('--output <file>', 'write the result to a file')
    .option('--no-color', 'no colours (as with NO_COLOR)')
    .configureHelp({ showGlobalOptions: true });
  for (const create of commands) program.addCommand(create(context));
  addCompletion(program);
  for (const command of [program, ...descendants(program)]) settle(command, context);
  return program;
}

/** Help and errors go where the environment says, and never end the process. */
function settle(command: Command, { environment: { stdout, stderr, env } }: CommandContext): void {
  command
    .exitOverride()
    .helpOption('-h, --help', 'show help')
    .configureHelp({ showGlobalOptions: true })
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

function descendants(command: Command): readonly Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}
