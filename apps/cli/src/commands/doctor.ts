import { renderDoctor } from '@rolecall/core';
import { Command } from 'commander';
import { diagnose } from '../doctor/diagnose.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { accountOption } from './shared-options.ts';

interface DoctorOptions {
  readonly account?: string;
}

export function doctorCommand(context: CommandContext): Command {
  const command = new Command('doctor')
    .description('See whether credentials, region and permissions are there.')
    .addOption(accountOption);
  return withExamples(runs<DoctorOptions>(command, context, doctor), [
    'rolecall doctor',
    'AWS_PROFILE=production rolecall doctor',
  ]);
}

async function doctor(invocation: Invocation<DoctorOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const report = await diagnose({ environment, presenter, account: options.account });
  presenter.value(report);
  presenter.say(renderDoctor(report, presenter.layout));
  return report.ok ? 0 : 1;
}
