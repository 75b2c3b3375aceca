import { ListPolicyGenerationsCommand } from '@aws-sdk/client-accessanalyzer';
import { ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { createAnalyzerClient } from './access-analyzer/analyzer-client.ts';
import { type AwsClients, type ClientOptions, createClients } from './clients.ts';
import { translateError } from './translate-error.ts';

export type ResolvedEndpoints = {
  readonly [C in Exclude<keyof AwsClients, 'options'>]: string;
};

/**
 * Where clients made with these options send their requests, e.g. `https://iam.amazonaws.com`. A
 * stray `AWS_ENDPOINT_URL` redirects everything, so entry points announce what is not AWS's own
 * (`isAwsEndpoint`). Sends nothing and needs no credentials; fails with REGION_MISSING.
 */
export async function resolvedEndpoint(options: ClientOptions = {}): Promise<ResolvedEndpoints> {
  const address = (action: string, send: (clients: AwsClients) => Promise<unknown>) =>
    addressFor(options, action, (held) => send(createClients(held)));
  return {
    iam: await address('iam:ListAccountAliases', ({ iam }) =>
      iam.send(new ListAccountAliasesCommand({})),
    ),
    sts: await address('sts:GetCallerIdentity', ({ sts }) =>
      sts.send(new GetCallerIdentityCommand({})),
    ),
    organizations: await address('organizations:DescribeOrganization', ({ organizations }) =>
      organizations.send(new DescribeOrganizationCommand({})),
    ),
  };
}

/**
 * Where requests to Access Analyzer go. By itself, since few runs use it and nobody needs to hear of
 * it in the others.
 */
export async function resolvedAnalyzerEndpoint(options: ClientOptions = {}): Promise<string> {
  const address = await addressFor(options, 'access-analyzer:ListPolicyGenerations', (held) =>
    createAnalyzerClient(held).send(new ListPolicyGenerationsCommand({})),
  );
  // Its operations have a path of their own behind that of the endpoint.
  return address.replace(/\/policy\/generation$/, '');
}

/** Whether the host of an endpoint belongs to AWS, in any of its partitions. */
export function isAwsEndpoint(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? '';
  return awsDomains.some((domain) => host.endsWith(`.${domain}`));
}

/** Suffixes of AWS's hosts. Source: partitions file of the AWS SDKs, read 2026-11-20. */
const awsDomains = [
  'amazonaws.com',
  'api.aws',
  'amazonaws.com.cn',
  'api.amazonwebservices.com.cn',
  'amazonaws.eu',
  'api.amazonwebservices.eu',
  'c2s.ic.gov',
  'api.aws.ic.gov',
  'sc2s.sgov.gov',
  'api.aws.scloud',
  'cloud.adc-e.uk',
  'api.cloud-aws.adc-e.uk',
  'csp.hci.ic.gov',
  'api.aws.hci.ic.gov',
];

/**
 * The SDK reads the environment and the profile on the first request only, so nothing but a request
 * tells. This one is held back where it would leave the machine.
 */
async function addressFor(
  options: ClientOptions,
  action: string,
  send: (options: ClientOptions) => Promise<unknown>,
): Promise<string> {
  const heldBack = new Error('held back');
  let address = '';
  const requestHandler = {
    handle: (request: Address) => {
      address = formatAddress(request);
      return Promise.reject(heldBack);
    },
  };
  // The SDK wants credentials before it knows the address; none of them is looked up for this.
  const credentials = { accessKeyId: 'none', secretAccessKey: 'none' };
  const held = { ...options, credentials, requestHandler, maxAttempts: 1 };
  await send(held).catch((error: unknown) => {
    if (error !== heldBack) throw translateError(error, action);
  });
  return address;
}

interface Address {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
}

function formatAddress({ protocol, hostname, port, path }: Address): string {
  return `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`.replace(/\/$/, '');
}
