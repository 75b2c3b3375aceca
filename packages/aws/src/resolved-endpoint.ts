import { ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AwsClients } from './clients.ts';
import { translateError } from './translate-error.ts';

export type ResolvedEndpoints = { readonly [C in keyof AwsClients]: string };

/**
 * Where each client would send its requests, e.g. `https://iam.amazonaws.com`. A stray
 * `AWS_ENDPOINT_URL` redirects everything, so entry points announce what is not AWS's own
 * (`isAwsEndpoint`). Sends nothing and needs no credentials; fails with REGION_MISSING.
 */
export async function resolvedEndpoint(clients: AwsClients): Promise<ResolvedEndpoints> {
  const iam = await addressFor('iam:ListAccountAliases', (turnBack) => {
    const command = new ListAccountAliasesCommand({});
    command.middlewareStack.add(turnBack, { step: 'build' });
    return clients.iam.send(command);
  });
  const sts = await addressFor('sts:GetCallerIdentity', (turnBack) => {
    const command = new GetCallerIdentityCommand({});
    command.middlewareStack.add(turnBack, { step: 'build' });
    return clients.sts.send(command);
  });
  const organizations = await addressFor('organizations:DescribeOrganization', (turnBack) => {
    const command = new DescribeOrganizationCommand({});
    command.middlewareStack.add(turnBack, { step: 'build' });
    return clients.organizations.send(command);
  });
  return { iam, sts, organizations };
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

type TurnBack = () => (args: { readonly request?: unknown }) => Promise<never>;

/**
 * The SDK reads the environment and the profile on the first request only, so nothing but a request
 * tells. This one turns back once its address is known, before credentials are looked for.
 */
async function addressFor(
  action: string,
  send: (turnBack: TurnBack) => Promise<unknown>,
): Promise<string> {
  const turnedBack = new Error('turned back');
  let address = '';
  const turnBack: TurnBack = () => (args) => {
    address = formatAddress(args.request);
    return Promise.reject(turnedBack);
  };
  await send(turnBack).catch((error: unknown) => {
    if (error !== turnedBack) throw translateError(error, action);
  });
  return address;
}

function formatAddress(request: unknown): string {
  const field = (name: string): string => {
    const value: unknown = request instanceof Object ? Reflect.get(request, name) : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const port = field('port');
  const url = `${field('protocol')}//${field('hostname')}${port && `:${port}`}${field('path')}`;
  return url.replace(/\/$/, '');
}
