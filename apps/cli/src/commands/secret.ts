import { RolecallError } from '@rolecall/core';
import { Command, Option } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { requireSameAccount } from '../account/require-same-account.ts';
import { loadManifest } from '../files/manifest-files.ts';
import { type ChosenOptions, chosenPassword } from '../secrets/chosen-password.ts';
import { confirmStep } from '../secrets/confirm-step.ts';
import { findSignInUser, requireOwnUser } from '../secrets/find-sign-in-user.ts';
import { openWorld, type SecretsOptions } from '../secrets/open-world.ts';
import { describeStep, nextStep, takeStep } from '../secrets/rotate-key.ts';
import { secretsDirOption, secretsFormatOption } from '../secrets/secrets-options.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import { accountOption, manifestOption } from './shared-options.ts';

interface SecretOptions extends SecretsOptions {
  readonly manifest?: string;
  readonly account?: string;
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
          'how long the old key must not have been used before it is put out of use',
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
    .addOption(accountOption)
    .addOption(secretsDirOption)
    .addOption(secretsFormatOption)
    .option('-y, --yes', 'do not ask');
}

async function open({ environment, presenter, options, args }: Invocation<SecretOptions>) {
  const manifest = await loadManifest(environment.cwd, options.manifest);
  requireSameAccount(manifest, options.account);
  const user = findSignInUser(manifest, args[0] ?? '');
  const { account } = options;
  const { port, clients } = await openAccount({ environment, presenter, account, manifest });
  const world = await openWorld({ environment, presenter, clients, manifest, options });
  if (world === undefined) {
    throw new RolecallError('USAGE', 'Nothing says where what is made would be put.', {
      hint: 'Name a folder of your own with --secrets-dir.',
    });
  }
  await requireOwnUser(port, manifest, user);
  return { user, world };
}

async function rotateKey(invocation: Invocation<RotateOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const hours = Number(options.quietFor);
  if (!(hours >= 0 && hours <= 10_000)) {
    throw new RolecallError('USAGE', '--quiet-for takes a number of hours.');
  }
  const input = { ...(await open(invocation)), quietMs: hours * 3_600_000 };
  const step = await nextStep(input);
  const { does, next } = describeStep(step, input.user.name);
  const idle = step.kind === 'wait' || step.kind === 'nothing';
  presenter.note(does);
  if (!idle && !(await confirmStep(environment, does, options.yes === true))) return 1;
  await takeStep(step, input);
  presenter.note(next);
  presenter.value({ step: step.kind, user: input.user.name });
  return idle ? 1 : 0;
}

async function resetPassword(
  invocation: Invocation<SecretOptions & ChosenOptions>,
): Promise<number> {
  const { environment, options, presenter } = invocation;
  const { user, world } = await open(invocation);
  const { login } = user;
  if (!login || (await world.port.readSignIn(user.name)).password === null) {
    throw new RolecallError('PARAMETER_INVALID', `${user.name} has no console password.`, {
      hint: 'Declare its "login" and apply: that makes the first one.',
    });
  }
  const what = `The password of ${user.name} is replaced: the present one ends at once.`;
  if (!(await confirmStep(environment, what, options.yes === true))) return 1;
  const chosen = await chosenPassword(environment, options);
  const { deliverPassword } = await import('@rolecall/secrets');
  const { passwordReset: mustChange, switchRoles } = login;
  const { name, delivery: to } = user;
  await deliverPassword({ user: name, to, mustChange, switchRoles, replaces: true, chosen }, world);
  presenter.value({ step: 'reset-password', user: name });
  return 0;
}
