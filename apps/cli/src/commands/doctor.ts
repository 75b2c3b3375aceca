import { RolecallError } from '@rolecall/core';
import { Command } from 'commander';
import { openAccount } from '../account/open-account.ts';
import { severalMeant } from '../accounts/several-meant.ts';
import { diagnose } from '../doctor/diagnose.ts';
import { presentDiagnosis } from '../doctor/present-diagnosis.ts';
import { type CommandContext, type Invocation, runs, withExamples } from './command-context.ts';
import {
  accountOption,
  accountsOption,
  atOnceOption,
  externalIdOption,
  refuseSeveral,
  type SeveralOptions,
} from './shared-options.ts';

export interface DoctorOptions extends SeveralOptions {
  readonly account?: string;
  readonly manifest?: string;
}

export function doctorCommand(context: CommandContext): Command {
  const command = new Command('doctor')
    .description('See whether credentials, region and permissions are there.')
    .addOption(accountOption)
    .option('-f, --manifest <file>', 'look at the accounts of this manifest for several')
    .addOption(accountsOption)
    .addOption(atOnceOption)
    .addOption(externalIdOption);
  return withExamples(runs<DoctorOptions>(command, context, doctor), [
    'rolecall doctor',
    'AWS_PROFILE=production rolecall doctor',
    'rolecall doctor --accounts tag:live',
  ]);
}

async function doctor(invocation: Invocation<DoctorOptions>): Promise<number> {
  const { environment, presenter, options } = invocation;
  const several = await severalMeant(invocation);
  if (several !== undefined) {
    const { doctorAccounts } = await import('../accounts/doctor-accounts.ts');
    return doctorAccounts(invocation, several);
  }
  refuseSeveral(options);
  const { account, manifest } = options;
  if (manifest !== undefined) {
    throw new RolecallError('USAGE', `${manifest} is for one account.`, {
      hint: 'Leave --manifest out: the credentials at hand are looked at.',
    });
  }
  const open = () => openAccount({ environment, presenter, account });
  return presentDiagnosis(await diagnose({ environment, open }), presenter);
}
