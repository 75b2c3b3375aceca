import { IAMClient, type IAMClientConfig } from '@aws-sdk/client-iam';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { STSClient } from '@aws-sdk/client-sts';
import { createPacer, type Pacer, realTime } from './pacing/pacer.ts';
import { throttledFor } from './pacing/throttled-for.ts';

export interface AwsClients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly organizations: OrganizationsClient;
  /** What clients of other services are made with; sockets and credentials are shared with IAM's. */
  readonly options: ClientOptions;
}

export interface ClientOptions {
  /**
   * IAM and Organizations have one endpoint per partition, STS and Access Analyzer one per region;
   * without a region the SDK looks in its own places (`AWS_REGION`, the profile).
   */
  readonly region?: string | undefined;
  /** Without them the SDK's default chain: environment, profile, SSO, container, instance. */
  readonly credentials?: NonNullable<IAMClientConfig['credentials']> | undefined;
  /** Answers instead of the network: the sandbox, or a stub in tests. */
  readonly requestHandler?: NonNullable<IAMClientConfig['requestHandler']> | undefined;
  /** Without it AWS's endpoints, or what `AWS_ENDPOINT_URL` and its kin say. */
  readonly endpoint?: string | undefined;
  /** The first attempt included. */
  readonly maxAttempts?: number | undefined;
  /** Shared by all clients of one account, where there are several; else each has its own. */
  readonly pacer?: Pacer | undefined;
  readonly logger?: NonNullable<IAMClientConfig['logger']> | undefined;
  /** Stands in the place of each client that is made; for tests that know the answers already. */
  readonly wrap?: (<C extends object>(client: C) => C) | undefined;
}

/** Makes the clients that everything here talks through. Nothing is sent yet. */
export function createClients(options: ClientOptions = {}): AwsClients {
  const config = clientConfig(options);
  const { wrap = itself } = options;
  const iam = wrap(new IAMClient(config));
  const { requestHandler, credentials } = iam.config;
  const { pacer = createPacer({ ...realTime, throttledFor }) } = options;
  // Within the SDK's retries and before it signs, so that every attempt waits its turn.
  const paced =
    <A, R>(next: (args: A) => Promise<R>) =>
    (args: A): Promise<R> =>
      pacer.pace(() => next(args));
  iam.middlewareStack.addRelativeTo(paced, {
    relation: 'after',
    toMiddleware: 'retryMiddleware',
    name: 'pace',
    override: true,
  });
  return {
    iam,
    sts: wrap(new STSClient(config)),
    organizations: wrap(new OrganizationsClient(config)),
    // A client looks credentials up by itself, and a profile may ask a person for a code each time.
    options: { ...options, requestHandler, credentials, pacer },
  };
}

/**
 * The same clients, but what they ask is asked once: for calls of which nobody may know whether they
 * were carried out, and whose repetition is decided by looking. They share everything else.
 */
export function askingOnce(clients: AwsClients): AwsClients {
  return createClients({ ...clients.options, maxAttempts: 1 });
}

/** Of clients that nothing stands in the place of. */
export function itself<C>(client: C): C {
  return client;
}

/** What every client of ours is made with. */
export function clientConfig(options: ClientOptions) {
  return {
    ...(options.region !== undefined && { region: options.region }),
    ...(options.credentials !== undefined && { credentials: options.credentials }),
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(options.logger !== undefined && { logger: options.logger }),
    requestHandler: options.requestHandler ?? timeouts,
    maxAttempts: options.maxAttempts ?? 3,
    retryMode: 'standard',
    userAgentAppId: 'rolecall',
  };
}

/** A full page of GetAccountAuthorizationDetails takes IAM tens of seconds in large accounts. */
const timeouts = {
  connectionTimeout: 5_000,
  requestTimeout: 60_000,
  // Without this the SDK prints a warning at the time limit and goes on waiting.
  throwOnRequestTimeout: true,
};
