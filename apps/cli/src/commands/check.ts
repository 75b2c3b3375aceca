import { profiles, RolecallError, type Severity, severities } from '@rolecall/core';
import { Command, Option } from 'commander';
import { checkOne } from '../checking/check-one.ts';
import { type ChosenChecks, chooseChecks } from '../checking/choose-checks.ts';
import { checkMetadata, renderChecks } from '../checking/list-checks.ts';
import { profileMetadata, renderProfiles } from '../checking/list-profiles.ts';
import { selectChecks } from '../checking/select-checks.ts';
import { findSeveral } from '../files/manifest-files.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  atOnceOption,
  externalIdOption,
  manifestOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

export interface CheckOptions extends SeveralOptions {
  readonly account?: string;
  readonly snapshot?: string;
  readonly manifest?: string;
  readonly check?: readonly string[];
  readonly profile?: string;
  readonly emergency?: readonly string[];
  readonly regions?: readonly string[];
  readonly exceptions?: string;
  readonly fresh?: boolean;
  readonly report?: readonly string[];
  readonly compare?: string;
  readonly fixPlan?: string;
  readonly finding?: readonly string[];
  readonly failOn: Severity;
  readonly failOnNew?: boolean;
  readonly allowUnknown?: boolean;
  readonly all?: boolean;
  readonly list?: boolean;
  readonly listProfiles?: boolean;
}

export function checkCommand(context: CommandContext): Command {
  const command = new Command('check')
    .description('Check how an account is set up, and say what to mend.')
    .addOption(accountOption)
    .addOption(accountsOption)
    .addOption(atOnceOption)
    .addOption(externalIdOption)
    .addOption(new Option('--snapshot <file>', 'check this snapshot, offline'))
    .option('--check <id...>', 'only these checks')
    .option('--profile <name>', 'the checks of a benchmark or standard, as cis-7.0')
    .option('--emergency <principal...>', 'kept for emergencies: user/NAME, role/NAME or ARN')
    .option('--regions <region...>', 'look in these regions only')
    .option('--exceptions <file>', 'what is excepted (default: .rolecall/exceptions.yaml)')
    .option('--fresh', 'read live what failed by the credential report')
    .option('--report <format=file...>', 'json, csv, html …: to a file, or instead of the table')
    .option('--compare <file>', 'say what is new since this report of --json')
    .option('--fix-plan <file>', 'plan what mends the findings, for `rolecall apply <file>`')
    .option('--finding <id...>', 'with --fix-plan: only these findings')
    .addOption(
      new Option('--fail-on <severity>', 'exit 2 for failed or unknown findings from here up')
        .choices(severities)
        .default('medium'),
    )
    .option('--fail-on-new', 'exit 2 only for what is worse than in --compare')
    .option('--allow-unknown', 'let what could not be read pass')
    .option('--all', 'also show what passed')
    .option('--list', 'list the checks and run none')
    .option('--list-profiles', 'list the profiles and run none')
    .addOption(manifestOption);
  return withExamples(runs<CheckOptions>(command, context, check), [
    'rolecall check',
    'rolecall check --account sandbox:neglected --fail-on high',
    'rolecall check --check root-mfa-enabled user-console-mfa',
    'rolecall check --profile cis-7.0 --report html=report.html',
    'rolecall check --snapshot account.json --json --output before.json',
    'rolecall check --compare before.json --fail-on-new',
    'rolecall check --account sandbox:good --emergency role/Administrator',
    'rolecall check --check key-unused --fix-plan fixes.json',
    'rolecall check --accounts tag:live --report csv={account}.csv',
    'rolecall check --list',
  ]);
}

async function check(invocation: Invocation<CheckOptions>): Promise<number> {
  const { environment, options } = invocation;
  const chosen = chooseChecks(options);
  if (options.list === true || options.listProfiles === true) {
    list(invocation, chosen);
    return 0;
  }
  requireFitting(options);
  const several = await findSeveral(environment.cwd, options.manifest);
  if (several !== undefined) {
    const { checkSeveral, checkSnapshotOf } = await import('../accounts/check-accounts.ts');
    const check = options.snapshot === undefined ? checkSeveral : checkSnapshotOf;
    return check(invocation, { set: several, chosen });
  }
  refuseSeveral(options);
  return checkOne(invocation, chosen);
}

function list({ presenter, options }: Invocation<CheckOptions>, chosen: ChosenChecks): void {
  if (options.listProfiles === true) {
    presenter.value(profiles.map(profileMetadata));
    presenter.say(renderProfiles(profiles, presenter.layout));
    return;
  }
  const isNarrowed = options.check !== undefined || chosen.profile !== undefined;
  const listed = isNarrowed ? chosen.checks : selectChecks('all');
  presenter.value(listed.map(checkMetadata));
  presenter.say(renderChecks(listed, presenter.layout));
}

/** Options that mean nothing together would pass for something that was done. */
function requireFitting(options: CheckOptions): void {
  const { snapshot, fresh, regions, compare, failOnNew, finding, fixPlan } = options;
  if (finding !== undefined && fixPlan === undefined)
    throw wrong('--finding says what to mend.', 'Name a file for the plan with --fix-plan.');
  if (failOnNew === true && compare === undefined)
    throw wrong('--fail-on-new needs a run to compare with.', 'Name it with --compare.');
  if (snapshot === undefined) return;
  const hint = 'Leave it out, or --snapshot.';
  if (fresh === true) throw wrong('--fresh reads the account, and a snapshot is none.', hint);
  if (regions !== undefined)
    throw wrong('--regions says where to look; a snapshot has been taken.', hint);
}

function wrong(message: string, hint: string): RolecallError {
  return new RolecallError('USAGE', message, { hint });
}
