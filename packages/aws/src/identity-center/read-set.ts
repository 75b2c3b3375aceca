import {
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListAccountsForProvisionedPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListManagedPoliciesInPermissionSetCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-sso-admin';
import type { PartValue } from '@rolecall/core';
import { ask, badResponse, nothingOn, required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { decodeDocument } from '../collect/decode-document.ts';
import { sessionSeconds } from '../collect/identity-center/session-seconds.ts';
import { readList } from '../collect/read-list.ts';
import { identityCenterClient } from '../collect/service-clients.ts';
import type { Instance } from './instance.ts';
import { describePermissionSet, rememberPermissionSet } from './permission-set-arns.ts';

export type Setup = NonNullable<PartValue<'identityCenterSetup'>>;
export type SetupPermissionSet = Setup['permissionSets'][number];

const actions = {
  tags: 'sso:ListTagsForResource',
  managed: 'sso:ListManagedPoliciesInPermissionSet',
  customer: 'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
  inline: 'sso:GetInlinePolicyForPermissionSet',
  boundary: 'sso:GetPermissionsBoundaryForPermissionSet',
  accounts: 'sso:ListAccountsForProvisionedPermissionSet',
} as const;

/** What planning has to know of every permission set: three calls. */
export async function readSet(
  clients: AwsClients,
  instance: Instance,
  arn: string,
): Promise<Omit<SetupPermissionSet, 'details'>> {
  const described = await describePermissionSet(clients, instance, arn);
  const client = identityCenterClient(clients, instance.region);
  const key = { InstanceArn: instance.arn, PermissionSetArn: arn };
  const tags = await readList({
    action: actions.tags,
    send: (NextToken) =>
      client.send(
        new ListTagsForResourceCommand({
          InstanceArn: instance.arn,
          ResourceArn: arn,
          NextToken,
        }),
      ),
    list: (page) => page.Tags,
  });
  const managed = await readList({
    action: actions.managed,
    send: (NextToken) =>
      client.send(new ListManagedPoliciesInPermissionSetCommand({ ...key, NextToken })),
    list: (page) => page.AttachedManagedPolicies,
  });
  const describe = 'sso:DescribePermissionSet';
  const name = required(described.Name, describe, 'Name');
  rememberPermissionSet(clients, name, arn);
  const seconds = sessionSeconds(required(described.SessionDuration, describe, 'SessionDuration'));
  if (seconds === undefined) throw badResponse(describe, 'with a SessionDuration that is none');
  return {
    arn,
    name,
    description: described.Description,
    sessionSeconds: seconds,
    relayState: described.RelayState,
    tags: Object.fromEntries(
      tags.map(({ Key, Value }) => [
        required(Key, actions.tags, 'Key'),
        required(Value, actions.tags, 'Value'),
      ]),
    ),
    managedPolicies: managed.map(({ Arn }) => required(Arn, actions.managed, 'Arn')),
  };
}

/** What planning has to know of those that it may change: five more. */
export async function readSetDetails(
  clients: AwsClients,
  instance: Instance,
  arn: string,
): Promise<NonNullable<SetupPermissionSet['details']>> {
  const client = identityCenterClient(clients, instance.region);
  const key = { InstanceArn: instance.arn, PermissionSetArn: arn };
  const customer = await readList({
    action: actions.customer,
    send: (NextToken) =>
      client.send(
        new ListCustomerManagedPolicyReferencesInPermissionSetCommand({ ...key, NextToken }),
      ),
    list: (page) => page.CustomerManagedPolicyReferences,
  });
  const inline = await ask(actions.inline, () =>
    client.send(new GetInlinePolicyForPermissionSetCommand(key)),
  );
  const boundary = await ask(actions.boundary, () =>
    client.send(new GetPermissionsBoundaryForPermissionSetCommand(key)),
  ).catch(nothingOn('ResourceNotFound'));
  const { ManagedPolicyArn, CustomerManagedPolicyReference: own } =
    boundary?.PermissionsBoundary ?? {};
  const isInline = required(inline.InlinePolicy, actions.inline, 'InlinePolicy') !== '';
  return {
    customerPolicies: customer.map(pathAndName),
    inlinePolicy: isInline
      ? decodeDocument(inline.InlinePolicy, { action: actions.inline, of: arn })
      : undefined,
    permissionsBoundary: ManagedPolicyArn ?? (own && pathAndName(own)),
    accounts: await readAccounts(clients, instance, { arn, outdated: false }),
    outdated: await readAccounts(clients, instance, { arn, outdated: true }),
  };
}

function pathAndName({
  Name,
  Path = '/',
}: {
  readonly Name: string | undefined;
  readonly Path?: string | undefined;
}): string {
  return `${Path}${required(Name, actions.customer, 'Name')}`;
}

/** Accounts that have the role of the set; of those, where asked, that have an old one. */
function readAccounts(
  clients: AwsClients,
  { arn: InstanceArn, region }: Instance,
  { arn, outdated }: { readonly arn: string; readonly outdated: boolean },
): Promise<readonly string[]> {
  return readList({
    action: actions.accounts,
    send: (NextToken) =>
      identityCenterClient(clients, region).send(
        new ListAccountsForProvisionedPermissionSetCommand({
          InstanceArn,
          PermissionSetArn: arn,
          MaxResults: 100,
          NextToken,
          ...(outdated ? { ProvisioningStatus: 'LATEST_PERMISSION_SET_NOT_PROVISIONED' } : {}),
        }),
      ),
    list: (page) => page.AccountIds,
  });
}
