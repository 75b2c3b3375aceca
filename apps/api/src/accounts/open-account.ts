import {
  assumeRole,
  type ClientOptions,
  type CollectOptions,
  createAccountPort,
  createClients,
  createCredentialsPort,
  createFixPort,
  createPacers,
  createSecretsStore,
  createSignInPort,
  type PacerTime,
} from '@rolecall/aws';
import {
  type AccountPort,
  type Caller,
  type CredentialsPort,
  type FixPort,
  RolecallError,
  type SecretsStore,
  type SignInPort,
} from '@rolecall/core';
import { findPartition, parseIamArn } from '@rolecall/policy';
import type { AccountRecord } from '../model/records.ts';
import { isRoleAccount, type RoleAccount } from './external-id.ts';
import { planSessionPolicy } from './plan-session-policy.ts';
import type { Sandboxes } from './sandboxes.ts';
import { type AccountVerification, type Doors, verifyAccount } from './verify-account.ts';

export interface AccountsOptions {
  /** With the service's own credentials. */
  readonly baseClientOptions: ClientOptions;
  readonly sandboxes: Sandboxes;
  readonly now: () => Date;
  readonly sleep: CollectOptions['sleep'];
  /** Of what slows calls down that AWS throttled; the world's without it. */
  readonly pacing?: PacerTime;
}

export interface OpenOptions {
  /** A session that plans can only read. */
  readonly purpose: 'plan' | 'apply';
  /** What it is for, e.g. the id of a job or request: stands in the session's name, and so in CloudTrail. */
  readonly reference?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One account, as checks see it; nothing of it writes. */
export interface CheckPorts {
  readonly port: AccountPort;
  readonly credentials: CredentialsPort;
  readonly fixes: Pick<FixPort, 'read'>;
}

/** One account, as plans are carried out in it. */
export interface ApplyPorts {
  readonly port: AccountPort;
  /** Makes passwords and access keys. */
  readonly signIns: SignInPort;
  /** Secrets Manager of the account in a region. */
  readonly storeIn: (region: string) => SecretsStore;
}

export interface Accounts {
  /**
   * The account, with credentials for this one job; that it is the one registered is verified.
   * @throws RolecallError: `ACCOUNT_MISMATCH`, `PARAMETER_INVALID`, or as taking on the role fails
   */
  open(account: AccountRecord, options: OpenOptions): Promise<AccountPort>;
  /** The same in a session that can only read, with what checks ask besides. */
  openForChecks(
    account: AccountRecord,
    options: Omit<OpenOptions, 'purpose'> & { readonly signal: AbortSignal },
  ): Promise<CheckPorts>;
  /** The same as `open`, with what makes passwords and access keys. */
  openToApply(
    account: AccountRecord,
    options: Omit<OpenOptions, 'purpose'> & { readonly signal: AbortSignal },
  ): Promise<ApplyPorts>;
  /** Whether the account can be reached as it has to be; never throws a RolecallError. */
  verify(account: AccountRecord, signal?: AbortSignal): Promise<AccountVerification>;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { baseClientOptions, sandboxes, now, sleep, pacing } = options;
  const pacerOf = createPacers(pacing);

  const connect = async (account: AccountRecord, opening: OpenOptions) => {
    const { signal } = opening;
    const clientOptions = isRoleAccount(account)
      ? await roleClientOptions(account, opening, baseClientOptions)
      : await sandboxClientOptions(account, sandboxes);
    // Nothing in a sandbox takes time.
    const waiting = isRoleAccount(account) ? sleep : () => Promise.resolve();
    const pacer = pacerOf(`${account.partition}:${account.id}`);
    const clients = createClients({ ...clientOptions, pacer });
    const port = createAccountPort(clients, { now, sleep: waiting, signal });
    requireAccount(account, await port.identify());
    return { clients, port };
  };
  const open: Accounts['open'] = async (account, opening) => (await connect(account, opening)).port;
  const openForChecks: Accounts['openForChecks'] = async (account, opening) => {
    const { clients, port } = await connect(account, { ...opening, purpose: 'plan' });
    const credentials = createCredentialsPort(clients, opening.signal);
    return { port, credentials, fixes: createFixPort(clients) };
  };

  const openToApply: Accounts['openToApply'] = async (account, opening) => {
    const { clients, port } = await connect(account, { ...opening, purpose: 'apply' });
    const storeIn = (region: string) => createSecretsStore(clients, region);
    return { port, signIns: createSignInPort(clients), storeIn };
  };

  /** Whether the role can be taken on with another external id, or with none. */
  const opensWith: Doors['opensWith'] = async (account, { externalId, signal }) => {
    const { roleArn } = account.access;
    const request = { roleArn, externalId, sessionName: 'rolecall-probe', durationSeconds: 900 };
    try {
      await assumeRole(baseClientOptions, { ...request, signal });
      return true;
    } catch (error) {
      if (error instanceof RolecallError && error.code === 'ACCESS_DENIED') return false;
      throw error;
    }
  };

  return {
    open,
    openForChecks,
    openToApply,
    verify: (account, signal) => verifyAccount(account, { open, opensWith, signal }),
  };
}

async function roleClientOptions(
  account: RoleAccount,
  { purpose, reference = 'account', signal }: OpenOptions,
  base: ClientOptions,
): Promise<ClientOptions> {
  const { roleArn, externalId } = account.access;
  requireRoleOf(account);
  const credentials = await assumeRole(base, {
    roleArn,
    externalId,
    sessionName: `rolecall-${purpose}-${reference}`.replace(/[^\w=,.@-]/g, '-').slice(0, 64),
    // A role taken on from a role lasts an hour at most.
    durationSeconds: purpose === 'plan' ? 900 : 3600,
    sessionPolicy: purpose === 'plan' ? planSessionPolicy : undefined,
    signal,
  });
  const region = base.region ?? findPartition(account.partition)?.iamRegion;
  return { ...base, region, credentials };
}

async function sandboxClientOptions(
  { id, partition, access }: AccountRecord,
  sandboxes: Sandboxes,
): Promise<ClientOptions> {
  switch (access.kind) {
    case 'sandbox':
      return sandboxes.open({ id, partition, scenario: access.scenario });
    case 'role':
      throw new Error('An account with a role is no sandbox.');
    default:
      return access satisfies never;
  }
}

function requireRoleOf({ id, partition, access }: RoleAccount): void {
  const arn = parseIamArn(access.roleArn);
  if (arn?.type === 'role' && arn.account === id && arn.partition === partition) return;
  throw new RolecallError('PARAMETER_INVALID', `${access.roleArn} is no role of account ${id}.`, {
    subject: access.roleArn,
    hint: `Register arn:${partition}:iam::${id}:role/{name}.`,
  });
}

function requireAccount(account: AccountRecord, caller: Caller): void {
  if (caller.account === account.id && caller.partition === account.partition) return;
  throw new RolecallError(
    'ACCOUNT_MISMATCH',
    `The account registered is ${account.id}, but the credentials are for ${caller.account}.`,
    { subject: caller.arn, hint: 'See where the requests go: AWS_ENDPOINT_URL redirects them.' },
  );
}
