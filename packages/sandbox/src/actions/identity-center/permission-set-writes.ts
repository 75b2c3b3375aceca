import { now } from '../../account/account.ts';
import { publishedPolicy } from '../../account/find.ts';
import {
  type PermissionSet,
  type PolicyReference,
  permissionSetArn,
} from '../../account/identity-center.ts';
import { addTags, newTags, removeTags } from '../../account/tags.ts';
import type { Call } from '../../authorization.ts';
import { AwsError, refuse } from '../../aws-error.ts';
import { checkIdentityPolicy } from '../../documents/grammar.ts';
import type { Handlers } from '../../service.ts';
import type {
  CustomerManagedPolicyReference,
  IdentityCenterInputs,
  IdentityCenterOutputs,
} from '../../wire/identity-center-api.gen.ts';
import { tokenPage } from '../page.ts';
import { provisionedAccounts } from './carry-out.ts';
import { findInstance, findPermissionSet, findTagged } from './instance.ts';
import { showPermissionSet } from './permission-sets.ts';
import { refuseBusy } from './requests.ts';
import { checkDuration } from './session-duration.ts';

/** Source: IAM Identity Center User Guide, "Quotas"; an inline policy may have 10,240 bytes. */
const quotas = { permissionSets: 2000, policies: 20, inlineBytes: 10_240 } as const;

export const permissionSetWrites = {
  CreatePermissionSet: (call, input) => {
    const center = findInstance(call, input.InstanceArn);
    const { account } = call;
    if ([...center.permissionSets.values()].some(({ name }) => name === input.Name)) {
      refuse('ConflictException', `PermissionSet with name ${input.Name} already exists.`);
    }
    if (center.permissionSets.size >= quotas.permissionSets) {
      refuse('ServiceQuotaExceededException', 'You have reached the limit of permission sets.');
    }
    const { SessionDuration = 'PT1H' } = input;
    checkDuration(SessionDuration);
    const instanceId = center.arn.slice(center.arn.lastIndexOf('/') + 1);
    const arn = permissionSetArn(input.Name, { partition: account.partition, instanceId });
    const set: PermissionSet = {
      arn,
      name: input.Name,
      description: input.Description,
      createdAt: now(account),
      sessionDuration: SessionDuration,
      relayState: input.RelayState,
      managed: [],
      customer: [],
      tags: newTags(input.Tags),
      outdated: [],
    };
    center.permissionSets.set(arn, set);
    return { PermissionSet: showPermissionSet(set) };
  },
  /** What is left out stays as it is. */
  UpdatePermissionSet: (call, input) => {
    const { SessionDuration, Description, RelayState } = input;
    if (SessionDuration !== undefined) checkDuration(SessionDuration);
    change(call, input, (set) => {
      set.sessionDuration = SessionDuration ?? set.sessionDuration;
      set.description = Description ?? set.description;
      set.relayState = RelayState ?? set.relayState;
    });
    return {};
  },
  DeletePermissionSet: (call, input) => {
    const center = findInstance(call, input.InstanceArn);
    const { arn } = findPermissionSet(call, input);
    refuseBusy(call, arn);
    if (provisionedAccounts(center, arn).length > 0) {
      refuse('ConflictException', 'The permission set is still assigned in an account.');
    }
    center.permissionSets.delete(arn);
    return {};
  },
  AttachManagedPolicyToPermissionSet: (call, input) => {
    const policy = publishedPolicy(call.account, input.ManagedPolicyArn);
    if (policy === undefined || policy.path === '/aws-service-role/') {
      refuse('ResourceNotFoundException', `Policy ${input.ManagedPolicyArn} does not exist.`);
    }
    change(call, input, (set) => {
      if (set.managed.includes(input.ManagedPolicyArn)) refuseAttached(input.ManagedPolicyArn);
      refuseCrowded(set);
      set.managed = [...set.managed, input.ManagedPolicyArn];
    });
    return {};
  },
  DetachManagedPolicyFromPermissionSet: (call, input) => {
    change(call, input, (set) => {
      if (!set.managed.includes(input.ManagedPolicyArn)) refuseDetached(input.ManagedPolicyArn);
      set.managed = set.managed.filter((arn) => arn !== input.ManagedPolicyArn);
    });
    return {};
  },
  /** Whether the accounts have the policy shows when the set is provisioned. */
  AttachCustomerManagedPolicyReferenceToPermissionSet: (call, input) => {
    const reference = readReference(input.CustomerManagedPolicyReference);
    change(call, input, (set) => {
      if (set.customer.some(same(reference))) refuseAttached(reference.name);
      refuseCrowded(set);
      set.customer = [...set.customer, reference];
    });
    return {};
  },
  DetachCustomerManagedPolicyReferenceFromPermissionSet: (call, input) => {
    const reference = readReference(input.CustomerManagedPolicyReference);
    change(call, input, (set) => {
      if (!set.customer.some(same(reference))) refuseDetached(reference.name);
      set.customer = set.customer.filter((one) => !same(reference)(one));
    });
    return {};
  },
  PutInlinePolicyToPermissionSet: (call, input) => {
    checkInline(call, input.InlinePolicy);
    change(call, input, (set) => {
      set.inline = input.InlinePolicy;
    });
    return {};
  },
  DeleteInlinePolicyFromPermissionSet: (call, input) => {
    change(call, input, (set) => {
      set.inline = undefined;
    });
    return {};
  },
  PutPermissionsBoundaryToPermissionSet: (call, input) => {
    const { ManagedPolicyArn, CustomerManagedPolicyReference: own } = input.PermissionsBoundary;
    if ((ManagedPolicyArn === undefined) === (own === undefined)) {
      refuse('ValidationError', 'Give either a managed policy or a reference to a customer one.');
    }
    change(call, input, (set) => {
      set.boundary = own === undefined ? ManagedPolicyArn : readReference(own);
    });
    return {};
  },
  DeletePermissionsBoundaryFromPermissionSet: (call, input) => {
    change(call, input, (set) => {
      if (set.boundary === undefined) refuseDetached('PermissionsBoundary');
      set.boundary = undefined;
    });
    return {};
  },
  ListTagsForResource: (call, { ResourceArn, NextToken }) => {
    const { tags } = findTagged(call, ResourceArn);
    const { items, next } = tokenPage(call, { token: NextToken }, tags);
    return { Tags: items, NextToken: next };
  },
  TagResource: (call, { ResourceArn, Tags }) => {
    const set = findTagged(call, ResourceArn);
    set.tags = addTags(set.tags, Tags);
    return {};
  },
  UntagResource: (call, { ResourceArn, TagKeys }) => {
    const set = findTagged(call, ResourceArn);
    set.tags = removeTags(set.tags, TagKeys);
    return {};
  },
} satisfies Handlers<IdentityCenterInputs, IdentityCenterOutputs>;

type Named = Parameters<typeof findPermissionSet>[1];

/** Changes the set; the accounts that have it keep the old one until it is provisioned. */
function change(call: Call, named: Named, write: (set: PermissionSet) => void): void {
  const set = findPermissionSet(call, named);
  refuseBusy(call, set.arn);
  write(set);
  set.outdated = provisionedAccounts(findInstance(call, named.InstanceArn), set.arn);
}

function checkInline({ account }: Call, text: string): void {
  if (Buffer.byteLength(text.replace(/\s/g, '')) > quotas.inlineBytes) {
    refuse('ServiceQuotaExceededException', `The inline policy exceeds ${quotas.inlineBytes}.`);
  }
  try {
    checkIdentityPolicy(text, account);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    refuse('ValidationError', error.message);
  }
}

function readReference({ Name, Path = '/' }: CustomerManagedPolicyReference): PolicyReference {
  return { name: Name, path: Path };
}

function same({ name, path }: PolicyReference): (one: PolicyReference) => boolean {
  return (one) => one.name === name && one.path === path;
}

function refuseCrowded({ managed, customer }: PermissionSet): void {
  if (managed.length + customer.length < quotas.policies) return;
  refuse('ServiceQuotaExceededException', 'You have reached the limit of policies attached.');
}

function refuseAttached(policy: string): never {
  refuse('ConflictException', `Policy ${policy} is already attached.`);
}

function refuseDetached(policy: string): never {
  refuse('ResourceNotFoundException', `${policy} is not attached.`);
}
