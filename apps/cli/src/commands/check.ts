import { type Severity, severities } from '@rolecall/core';
import { Command, Option } from 'commander';
import { findsFault, nothingReadable } from '../checking/check-outcome.ts';
import { checkMetadata, renderChecks } from '../checking/list-checks.ts';
import { presentFindings } from '../checking/present-findings.ts';
import { runCheck } from '../checking/run-check.ts';
import { selectChecks } from '../checking/select-checks.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { accountOption, manifestOption } from './shared-options.ts';

export interface CheckOptions {
  readonly account?: string;
  readonly snapshot?: string;
  readonly manifest?: string;
  readonly check?: readonly string[];
  readonly emergency?: readonly string[];
  readonly failOn: Severity;
  readonly allowUnknown?: boolean;
  readonly all?: boolean;
  readonly list?: boolean;
}

export function checkCommand(context: CommandContext): Command {
  const command = new Command('check')
    .description('Check how an account is set up, and say what to mend.')
    .addOption(accountOption)
    .addOption(new Option('--snapshot <file>', 'check this snapshot, offline'))
    .option('--check <id...>', 'only these checks')
    .option('--emergency <principal...>', 'kept for emergencies: user/NAME, role/NAME or ARN')
    .addOption(
      new Option('--fail-on <severity>', 'exit 2 for failed or unknown findings from here up')
        .choices(severities)
        .default('medium'),
    )
    .option('--allow-unknown', 'let what could not be read pass')
    .option('--all', 'also show what passed')
    .option('--list', 'list the checks and run none')
    .addOption(manifestOption);
  return withExamples(runs<CheckOptions>(command, context, check), [
    'rolecall check',
    'rolecall check --account sandbox:neglected --fail-on high',
    'rolecall check --check root-mfa-enabled user-console-mfa',
    'rolecall check --snapshot account.json --json',
    'rolecall check --account sandbox:good --emergency role/Administrator',
    'rolecall check --list',
  ]);
}

async function check(invocation: Invocation<CheckOptions>): Promise<number> {
  const { options, presenter } = invocation;
  const selected = selectChecks(options.check);
  if (options.list === true) {
    const listed = selectChecks(options.check ?? 'all');
    presenter.value(listed.map(checkMetadata));
    presenter.say(renderChecks(listed, presenter.layout));
    return 0;
  }
  const report = await runCheck(invocation, selected);
  const blind = nothingReadable(report.findings);
  presentFindings(report, { presenter, all: options.all === true, error: blind });
  if (blind) return 1;
  const failOn = { severity: options.failOn, allowUnknown: options.allowUnknown === true };
  return findsFault(report.findings, failOn) ? 2 : 0;
}
