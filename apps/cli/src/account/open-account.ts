import type { AwsClients, CollectProgress } from '@rolecall/aws';
import { type AccountPort, RolecallError } from '@rolecall/core';
import type { Environment } from '../environment.ts';
import type { Presenter } from '../output/presenter.ts';
import { withProgress } from '../output/progress.ts';
import { notAnAccount, parseAccountChoice } from './account-choice.ts';

export interface OpenAccountInput {
  readonly environment: Environment;
  readonly presenter: Pick<Presenter, 'note'>;
  /** As --account says. */
  readonly account: string | undefined;
  /** Which account a sandbox plays, where a manifest says. */
  readonly manifest?: { readonly account: string; readonly partition: string } | undefined;
}

export interface OpenedAccount {
  readonly port: AccountPort;
  readonly clients: AwsClients;
}

/** The account that a command works on; nothing is asked of it yet. */
export async function openAccount(input: OpenAccountInput): Promise<OpenedAccount> {
  const { environment, presenter, manifest } = input;
  const choice = parseAccountChoice(input.account);
  if (choice.kind === 'named') throw notAnAccount(choice.name);
  const { createAccountPort, createClients } = await import('@rolecall/aws');
  if (choice.kind === 'sandbox') {
    const { sandboxClients } = await import('./sandbox-clients.ts');
    const options = await sandboxClients({ environment, scenario: choice.scenario, manifest });
    const clients = createClients(options);
    // Nothing in a sandbox takes time.
    const sleep = () => Promise.resolve();
    const { now, signal } = environment;
    return { clients, port: createAccountPort(clients, { now, sleep, signal }) };
  }
  const clients = createClients(environment.aws);
  const { announceEndpoints } = await import('./announce-endpoints.ts');
  await announceEndpoints(environment.aws, presenter);
  const port = patientPort(clients, { environment, createAccountPort });
  return { clients, port: choice.kind === 'account' ? onlyAccount(port, choice.id) : port };
}

/** Shows what is being read, since a large account takes a while. */
function patientPort(
  clients: AwsClients,
  {
    environment,
    createAccountPort,
  }: Pick<OpenAccountInput, 'environment'> & {
    readonly createAccountPort: typeof import('@rolecall/aws').createAccountPort;
  },
): AccountPort {
  const { now, sleep, signal } = environment;
  const open = (onProgress?: (progress: CollectProgress) => void) =>
    createAccountPort(clients, { now, sleep, signal, onProgress });
  return {
    ...open(),
    identify: () => withProgress(environment, 'Asking AWS who this is', () => open().identify()),
    collect: (request) =>
      withProgress(environment, 'Reading the account', (update) => {
        const reading = new Set<string>();
        return open(({ part, state }) => {
          if (state === 'reading') reading.add(part);
          else reading.delete(part);
          update(`Reading ${[...reading].join(', ')}`);
        }).collect(request);
      }),
  };
}

function onlyAccount(port: AccountPort, id: string): AccountPort {
  return {
    ...port,
    identify: async () => {
      const caller = await port.identify();
      if (caller.account === id) return caller;
      throw new RolecallError(
        'ACCOUNT_MISMATCH',
        `--account is ${id}, but the credentials are for ${caller.account}.`,
        { subject: caller.arn, hint: 'Sign in to the other account, or correct --account.' },
      );
    },
  };
}
