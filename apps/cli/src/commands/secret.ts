import { RolecallError } from '@rolecall/core';
import type { SignInWorld } from '@rolecall/secrets';
import { Command, Option } from 'commander';
import { waitOption } from '../applying/apply-options.ts';
import { type ChosenOptions, chosenPassword } from '../secrets/chosen-password.ts';
import { confirmStep } from '../secrets/confirm-step.ts';
import { describeStep } from '../secrets/describe-step.ts';
import { requireKeys, requireLogin } from '../secrets/find-sign-in-user.ts';
import { type ExchangeOptions, openSignInUser } from '../secrets/open-sign-in-user.ts';
import { callsOf, nextStep, requireSameStep, takeStep } from '../secrets/rotate-key.ts';
import { secretsDirOption, secretsFormatOption } from '../secrets/secrets-options.ts';
import { type LeaseOptions, whileAlone } from '../secrets/while-alone.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountsOption,
  externalIdOption,
  guardrailsOption,
  manifestOption,
} from './shared-options.ts';

interface SecretOptions extends ExchangeOptions, LeaseOptions {
  readonly yes?: boolean;
}

interface RotateOptions extends SecretOptions {
  readonly quietFor: string;
}

export function secretCommand(context: CommandContext): Command {
  const command = new Command('secret').description(
    'Exchange passwords and access keys of declared users, encrypted to their custodians.',
  );
  const rotate = withSecrets(
    new Command('rotate')
      .description('Take the next step in exchanging an access key: make, put out of use, delete.')
      .addOption(
        new Option(
          '--quiet-for <hours>',
          'how long the old key must not have been used before it is put out of use, or deleted',
        ).default('24'),
      ),
  );
  const reset = withSecrets(
    new Command('reset-password')
      .description('Give a user another console password, and deliver it.')
      .option('--choose', 'ask for the password, showing nothing')
      .option('--password-fd <n>', 'read the password from this file descriptor'),
  );
  command.addCommand(
    withExamples(runs<RotateOptions>(rotate, context, rotateKey), [
      'rolecall secret rotate robot --secrets-dir secrets',
    ]),
  );
  command.addCommand(
    withExamples(runs<SecretOptions & ChosenOptions>(reset, context, resetPassword), [
      'rolecall secret reset-password ada --secrets-dir secrets',
      'rolecall secret reset-password ada --secrets-dir secrets --password-fd 3 3<file',
    ]),
  );
  return command;
}

function withSecrets(command: Command): Command {
  return command
    .argument('<user>', 'a user that the manifest declares')
    .addOption(manifestOption)
    .option(
      '--account <account>',
      'only this account: 12 digits, its name in a manifest for several, or sandbox:<scenario>',
    )
    .addOption(accountsOption)
    .addOption(externalIdOption)
    .addOption(guardrailsOption)
    .addOption(secretsDirOption)
    .addOption(secretsFormatOption)
    .addOption(waitOption)
    .option('--no-lease', 'do not keep other runs out while this one writes')
    .option('-y, --yes', 'do not ask');
}

async function rotateKey(invocation: Invocation<RotateOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const quietMs = parseHours(options.quietFor);
  const opened = await openSignInUser(invocation, requireKeys);
  const { user, judge } = opened;
  const step = await nextStep({ ...opened, quietMs });
  const { does, next } = describeStep(step, user.name);
  const idle = step.kind === 'wait' || step.kind === 'nothing';
  presenter.note(does);
  if (!idle) {
    for (const call of callsOf(step, user)) await judge(call);
    if (!(await confirmStep(environment, does, options.yes === true))) return 1;
    await whileAlone(invocation, opened, async (world) => {
      const input = { user, quietMs, world };
      requireSameStep(step, await nextStep(input));
      await takeStep(step, input);
    });
  }
  presenter.note(next);
  const deleted = step.kind === 'settle' ? { deleted: step.found.undelivered } : {};
  presenter.value({ step: step.kind, user: user.name, ...deleted });
  return idle ? 1 : 0;
}

/** Milliseconds. */
function parseHours(text: string): number {
  const hours = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && hours <= 10_000) return hours * 3_600_000;
  throw new RolecallError('USAGE', '--quiet-for takes a number of hours.', {
    hint: 'From 0 to 10000, such as 24 or 0.5.',
  });
}

async function resetPassword(
  invocation: Invocation<SecretOptions & ChosenOptions>,
): Promise<number> {
  const { environment, options, presenter } = invocation;
  const opened = await openSignInUser(invocation, requireLogin);
  const { user, world, judge } = opened;
  const { name, delivery: to } = user;
  const { passwordReset: mustChange, switchRoles } = opened.declared;
  await requirePassword(name, world);
  await judge({
    action: 'iam:CreateLoginProfile',
    input: {
      UserName: name,
      PasswordResetRequired: mustChange,
      SwitchRoles: switchRoles,
      Delivery: to,
    },
  });
  const what = `The password of ${name} is replaced: the present one ends at once.`;
  if (!(await confirmStep(environment, what, options.yes === true))) return 1;
  const chosen = await chosenPassword(environment, options);
  const { deliverPassword } = await import('@rolecall/secrets');
  await whileAlone(invocation, opened, async (alone) => {
    await requirePassword(name, alone);
    const request = { user: name, to, mustChange, switchRoles, replaces: true, chosen };
    await deliverPassword(request, alone);
  });
  presenter.value({ step: 'reset-password', user: name });
  return 0;
}

async function requirePassword(name: string, { port }: SignInWorld): Promise<void> {
  if ((await port.readSignIn(name)).password !== null) return;
  throw new RolecallError('PARAMETER_INVALID', `${name} has no console password.`, {
    hint: 'Apply the manifest: that makes the first one.',
  });
}
