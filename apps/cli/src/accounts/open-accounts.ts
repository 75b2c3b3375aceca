import type { AwsClients, ClientOptions } from '@rolecall/aws';
import { type ManifestAccount, RolecallError, requireAccount } from '@rolecall/core';
import { parseAccountChoice } from '../account/account-choice.ts';
import type { OpenedAccount } from '../account/open-account.ts';
import type { SeveralOptions } from '../commands/shared-options.ts';
import type { Environment } from '../environment.ts';
import { readText } from '../files/read-text.ts';
import type { Presenter } from '../output/presenter.ts';

export interface OpenAccountsInput {
  readonly environment: Environment;
  readonly presenter: Pick<Presenter, 'note'>;
  readonly options: SeveralOptions & { readonly account?: string };
  readonly scope: string;
}

/** The way to every account of a manifest; nothing is asked yet. */
export interface OpenedAccounts {
  /** With the credentials of whoever runs this. */
  readonly base: AwsClients;
  /** The account behind its role; credentials are asked for when they are needed first. */
  open(account: ManifestAccount): OpenedAccount;
}

export async function openAccounts(input: OpenAccountsInput): Promise<OpenedAccounts> {
  const { environment, options, scope } = input;
  const { now, signal } = environment;
  const external = await readExternalId(environment.cwd, options.externalIdFile);
  const { createAccountPort, createClients, createRoleCredentials } = await import('@rolecall/aws');
  const { isSandbox, ...found } = await baseOptions(input);
  const base = createClients(found.options);
  const sleep = isSandbox ? () => Promise.resolve() : environment.sleep;
  return {
    base,
    open: (account) => {
      const { role, sourceIdentity, region = base.options.region } = account;
      const externalId = account.externalId ?? external;
      const sessionName = `rolecall-${scope}`;
      const request = { sessionName, externalId, sourceIdentity, signal };
      const regional = { ...base.options, region };
      const clients = createClients({
        ...regional,
        ...(role !== undefined && {
          credentials: createRoleCredentials(
            { ...request, roleArn: role },
            { base: regional, now },
          ),
        }),
      });
      const port = createAccountPort(clients, { now, sleep, signal });
      return { clients, port: requireAccount(port, account) };
    },
  };
}

async function baseOptions({
  environment,
  presenter,
  options,
}: OpenAccountsInput): Promise<{ readonly options: ClientOptions; readonly isSandbox: boolean }> {
  const choice = parseAccountChoice(options.account);
  if (choice.kind === 'sandbox') {
    const { sandboxClients } = await import('../account/sandbox-clients.ts');
    const { scenario } = choice;
    return { options: await sandboxClients({ environment, scenario }), isSandbox: true };
  }
  const { announceEndpoints } = await import('../account/announce-endpoints.ts');
  await announceEndpoints(environment.aws, presenter);
  return { options: environment.aws, isSandbox: false };
}

/** From a file of the operator: a manifest that named files or variables could send them anywhere. */
async function readExternalId(cwd: string, file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const text = (await readText(cwd, file)).trim();
  // Source: AWS STS API Reference, AssumeRole.
  if (/^[\w+=,.@:/-]{2,1224}$/.test(text)) return text;
  throw new RolecallError('USAGE', `${file} holds no external id.`, {
    hint: 'One line of 2 to 1224 letters, digits and + = , . @ : / _ -',
  });
}
