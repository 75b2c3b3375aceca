import * as sso from '@aws-sdk/client-sso-admin';
import type { CallOf } from '@rolecall/core';
import { required } from '../ask.ts';
import type { AwsClients } from '../clients.ts';
import { identityCenterClient } from '../collect/service-clients.ts';
import { askCenter } from './ask-center.ts';
import { inTurn } from './in-turn.ts';
import type { Waiting } from './perform-and-read.ts';
import { performAssignment } from './perform-assignment.ts';
import {
  forgetPermissionSet,
  permissionSetArn,
  rememberPermissionSet,
} from './permission-set-arns.ts';

type CenterCall = CallOf<'sso'>;
type ChangeCall = Exclude<
  CenterCall,
  {
    readonly action:
      | 'sso:CreatePermissionSet'
      | 'sso:CreateAccountAssignment'
      | 'sso:DeleteAccountAssignment'
      | 'sso:ProvisionPermissionSet';
  }
>;

/** One at a time for each permission set. */
export function performCenterCall(
  clients: AwsClients,
  call: CenterCall,
  waiting: Waiting,
): Promise<void> {
  const name = call.action === 'sso:CreatePermissionSet' ? call.input.Name : nameIn(call);
  return inTurn(clients, `${call.input.InstanceArn}/${name.toLowerCase()}`, () =>
    perform(clients, call, waiting),
  );
}

function nameIn({ input }: Exclude<CenterCall, { readonly action: 'sso:CreatePermissionSet' }>) {
  return input.PermissionSetName;
}

async function perform(clients: AwsClients, call: CenterCall, waiting: Waiting): Promise<void> {
  const { action, region = '' } = call;
  const client = identityCenterClient(clients, region);
  if (call.action === 'sso:CreatePermissionSet') {
    const answer = await askCenter(action, `permission-set/${call.input.Name.toLowerCase()}`, () =>
      client.send(new sso.CreatePermissionSetCommand(call.input)),
    );
    const set = required(answer.PermissionSet, action, 'PermissionSet');
    const arn = required(set.PermissionSetArn, action, 'PermissionSetArn');
    rememberPermissionSet(clients, call.input.Name, arn);
    return;
  }
  const { InstanceArn, PermissionSetName: name } = call.input;
  const at = { arn: InstanceArn, region };
  const PermissionSetArn = await permissionSetArn(clients, at, { name, action });
  switch (call.action) {
    case 'sso:CreateAccountAssignment':
    case 'sso:DeleteAccountAssignment':
    case 'sso:ProvisionPermissionSet':
      return performAssignment(clients, call, { PermissionSetArn, ...waiting });
    default:
      await askCenter(action, `permission-set/${name.toLowerCase()}`, () =>
        send(client, call, { InstanceArn, PermissionSetArn }),
      ).catch((error: unknown) => {
        // What is kept of a set that somebody deleted and made again leads nowhere.
        forgetPermissionSet(clients, name);
        throw error;
      });
      if (action === 'sso:DeletePermissionSet') forgetPermissionSet(clients, name);
  }
}

interface Key {
  readonly InstanceArn: string;
  readonly PermissionSetArn: string;
}

function send(client: sso.SSOAdminClient, call: ChangeCall, key: Key): Promise<unknown> {
  const { InstanceArn, PermissionSetArn: ResourceArn } = key;
  switch (call.action) {
    case 'sso:UpdatePermissionSet': {
      const { PermissionSetName: _, ...settings } = call.input;
      return client.send(new sso.UpdatePermissionSetCommand({ ...settings, ...key }));
    }
    case 'sso:DeletePermissionSet':
      return client.send(new sso.DeletePermissionSetCommand(key));
    case 'sso:AttachManagedPolicyToPermissionSet': {
      const { ManagedPolicyArn } = call.input;
      return client.send(
        new sso.AttachManagedPolicyToPermissionSetCommand({ ...key, ManagedPolicyArn }),
      );
    }
    case 'sso:DetachManagedPolicyFromPermissionSet': {
      const { ManagedPolicyArn } = call.input;
      return client.send(
        new sso.DetachManagedPolicyFromPermissionSetCommand({ ...key, ManagedPolicyArn }),
      );
    }
    case 'sso:AttachCustomerManagedPolicyReferenceToPermissionSet': {
      const { CustomerManagedPolicyReference } = call.input;
      return client.send(
        new sso.AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
          ...key,
          CustomerManagedPolicyReference,
        }),
      );
    }
    case 'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet': {
      const { CustomerManagedPolicyReference } = call.input;
      return client.send(
        new sso.DetachCustomerManagedPolicyReferenceFromPermissionSetCommand({
          ...key,
          CustomerManagedPolicyReference,
        }),
      );
    }
    case 'sso:PutInlinePolicyToPermissionSet': {
      const { InlinePolicy } = call.input;
      return client.send(new sso.PutInlinePolicyToPermissionSetCommand({ ...key, InlinePolicy }));
    }
    case 'sso:DeleteInlinePolicyFromPermissionSet':
      return client.send(new sso.DeleteInlinePolicyFromPermissionSetCommand(key));
    case 'sso:PutPermissionsBoundaryToPermissionSet': {
      const { PermissionsBoundary } = call.input;
      return client.send(
        new sso.PutPermissionsBoundaryToPermissionSetCommand({ ...key, PermissionsBoundary }),
      );
    }
    case 'sso:DeletePermissionsBoundaryFromPermissionSet':
      return client.send(new sso.DeletePermissionsBoundaryFromPermissionSetCommand(key));
    case 'sso:TagResource': {
      const { Tags } = call.input;
      return client.send(new sso.TagResourceCommand({ InstanceArn, ResourceArn, Tags }));
    }
    case 'sso:UntagResource': {
      const { TagKeys } = call.input;
      return client.send(new sso.UntagResourceCommand({ InstanceArn, ResourceArn, TagKeys }));
    }
    default:
      return call satisfies never;
  }
}
