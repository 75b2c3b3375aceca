import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListManagedPoliciesInPermissionSetCommand,
} from '@aws-sdk/client-sso-admin';
import type { PermissionSet } from '@rolecall/core';
import { ask, badResponse, nothingOn, required } from '../../ask.ts';
import { decodeDocument } from '../decode-document.ts';
import { readList } from '../read-list.ts';
import type { Reader } from '../reader.ts';
import { identityCenterClient } from '../service-clients.ts';
import type { InstanceIn } from './permission-sets.ts';
import { sessionSeconds } from './session-seconds.ts';

const actions = {
  describe: 'sso:DescribePermissionSet',
  managed: 'sso:ListManagedPoliciesInPermissionSet',
  customer: 'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
  inline: 'sso:GetInlinePolicyForPermissionSet',
  boundary: 'sso:GetPermissionsBoundaryForPermissionSet',
} as const;

/** One permission set without its assignments: five calls. */
export async function readPermissionSet(
  arn: string,
  { arn: InstanceArn, region }: InstanceIn,
  { clients, signal }: Reader,
): Promise<Omit<PermissionSet, 'assignments'>> {
  const client = identityCenterClient(clients, region);
  const key = { InstanceArn, PermissionSetArn: arn };
  const options = { abortSignal: signal };
  const described = await ask(actions.describe, () =>
    client.send(new DescribePermissionSetCommand(key), options),
  );
  const set = required(described.PermissionSet, actions.describe, 'PermissionSet');
  const managed = await readList({
    action: actions.managed,
    send: (NextToken) =>
      client.send(new ListManagedPoliciesInPermissionSetCommand({ ...key, NextToken }), options),
    list: (page) => page.AttachedManagedPolicies,
  });
  const customer = await readList({
    action: actions.customer,
    send: (NextToken) =>
      client.send(
        new ListCustomerManagedPolicyReferencesInPermissionSetCommand({ ...key, NextToken }),
        options,
      ),
    list: (page) => page.CustomerManagedPolicyReferences,
  });
  const inline = await ask(actions.inline, () =>
    client.send(new GetInlinePolicyForPermissionSetCommand(key), options),
  );
  const boundary = await ask(actions.boundary, () =>
    client.send(new GetPermissionsBoundaryForPermissionSetCommand(key), options),
  ).catch(nothingOn('ResourceNotFound'));
  const isInline = required(inline.InlinePolicy, actions.inline, 'InlinePolicy') !== '';
  const source = { action: actions.inline, of: arn };
  const limit = boundary?.PermissionsBoundary;
  return {
    arn,
    name: required(set.Name, actions.describe, 'Name'),
    region,
    sessionSeconds: readDuration(set.SessionDuration),
    managedPolicyArns: managed.map((policy) => required(policy.Arn, actions.managed, 'Arn')),
    customerPolicyNames: customer.map(({ Name }) => required(Name, actions.customer, 'Name')),
    inlinePolicy: isInline ? decodeDocument(inline.InlinePolicy, source) : undefined,
    boundary: limit?.ManagedPolicyArn ?? limit?.CustomerManagedPolicyReference?.Name,
  };
}

function readDuration(text: string | undefined): number {
  const duration = required(text, actions.describe, 'SessionDuration');
  const seconds = sessionSeconds(duration);
  if (seconds !== undefined) return seconds;
  throw badResponse(actions.describe, 'with a SessionDuration that is none');
}
