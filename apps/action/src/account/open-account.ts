import {
  type AwsClients,
  assumeWebIdentity,
  createAccountPort,
  createClients,
  createRoleCredentials,
  isAwsEndpoint,
  resolvedEndpoint,
} from '@rolecall/aws';
import {
  type AccountPort,
  type ManifestAccount,
  RolecallError,
  requireAccount as requireAccountOf,
} from '@rolecall/core';
import type { Base } from '../run/member.ts';
import type { Run } from '../run/run.ts';

/** The account, or why it cannot be asked, as a sentence. */
export type OpenedAccount =
  | { readonly kind: 'open'; readonly port: AccountPort }
  | { readonly kind: 'offline'; readonly why: string };

/**
 * The account as the credentials of the run reach it, verified to be the one that is meant before
 * anything of it is read. A pull request from a fork never gets so far.
 */
export async function openAccount(run: Run, wanted: string | undefined): Promise<OpenedAccount> {
  const { inputs, member } = run;
  const base = member?.base ?? (await openBase(run));
  if (base.kind === 'offline') return base;
  const port =
    member === undefined
      ? createAccountPort(base.clients, run)
      : memberPort(run, member.account, base.clients);
  try {
    const caller = await port.identify();
    for (const id of [inputs.account, wanted]) requireAccount(id, caller);
    return { kind: 'open', port };
  } catch (error) {
    const isMissing = error instanceof RolecallError && error.code === 'CREDENTIALS_MISSING';
    if (!isMissing || inputs.roleToAssume !== undefined) throw error;
    return { kind: 'offline', why: 'The run has no AWS credentials.' };
  }
}

/** The credentials of the run; nothing is asked with them yet. */
export async function openBase(run: Run): Promise<Base> {
  const { event } = run;
  if (event.kind === 'pull_request' && event.isFork) {
    return { kind: 'offline', why: 'A pull request from a fork has no credentials.' };
  }
  return { kind: 'open', clients: await openClients(run) };
}

function memberPort(run: Run, account: ManifestAccount, { options }: AwsClients): AccountPort {
  const { role, externalId, sourceIdentity, region = options.region } = account;
  const regional = { ...options, region };
  if (role === undefined) {
    return requireAccountOf(createAccountPort(createClients(regional), run), account);
  }
  const { signal, now, runner } = run;
  const sessionName = `rolecall-${run.runId}`;
  const request = { roleArn: role, sessionName, externalId, sourceIdentity, signal };
  const provide = createRoleCredentials(request, { base: regional, now });
  const credentials = async () => {
    const given = await provide();
    runner.conceal(given.secretAccessKey);
    runner.conceal(given.sessionToken);
    return given;
  };
  return requireAccountOf(
    createAccountPort(createClients({ ...regional, credentials }), run),
    account,
  );
}

function requireAccount(
  id: string | undefined,
  caller: { readonly account: string; readonly arn: string },
): void {
  if (id === undefined || id === caller.account) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `The run is meant for account ${id}, the credentials are for ${caller.account}.`,
    { subject: caller.arn, hint: 'Take on a role of the account that is meant.' },
  );
}

async function openClients(run: Run): Promise<AwsClients> {
  const { inputs, runner } = run;
  const region = run.region ?? defaultRegion(inputs.roleToAssume);
  await announceEndpoints(region, runner);
  if (inputs.roleToAssume === undefined) return createClients({ region });
  const token = await readToken(run);
  const credentials = await assumeWebIdentity(
    { region },
    {
      roleArn: inputs.roleToAssume,
      sessionName: `rolecall-${run.runId}`,
      token,
      signal: run.signal,
    },
  );
  runner.conceal(credentials.secretAccessKey);
  runner.conceal(credentials.sessionToken);
  return createClients({ region, credentials });
}

/** Where IAM of the partition answers. */
function defaultRegion(roleArn: string | undefined): string {
  switch (roleArn?.split(':')[1]) {
    case 'aws-cn':
      return 'cn-north-1';
    case 'aws-us-gov':
      return 'us-gov-west-1';
    default:
      return 'us-east-1';
  }
}

async function readToken({ runner }: Run): Promise<string> {
  try {
    return await runner.idToken('sts.amazonaws.com');
  } catch (cause) {
    throw noToken(cause);
  }
}

function noToken(cause: unknown): RolecallError {
  return new RolecallError('CREDENTIALS_MISSING', 'GitHub gives this run no OIDC token.', {
    hint: 'Give the job "permissions: id-token: write"; pull requests from forks never get one.',
    cause,
  });
}

/** A stray AWS_ENDPOINT_URL redirects everything. */
async function announceEndpoints(region: string, runner: Run['runner']): Promise<void> {
  const endpoints = await resolvedEndpoint({ region });
  for (const [service, url] of Object.entries(endpoints)) {
    if (!isAwsEndpoint(url)) runner.say(`Not AWS: ${service} requests go to ${url}.`);
  }
}
