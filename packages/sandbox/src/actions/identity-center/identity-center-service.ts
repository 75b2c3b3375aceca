import type { IdentityCenter } from '../../account/identity-center.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type IdentityCenterInputs,
  type IdentityCenterOutputs,
  identityCenterOperations,
  identityCenterShapes,
} from '../../wire/identity-center-api.gen.ts';
import { authorizeRegional } from '../authorize-service.ts';
import { epoch } from '../epoch.ts';
import { text } from '../iam-target.ts';
import { assignmentActions } from './account-assignments.ts';
import { findInstance, instanceHere } from './instance.ts';
import { permissionSetWrites } from './permission-set-writes.ts';
import { permissionSetActions } from './permission-sets.ts';
import { settleRequests } from './requests.ts';
import { tagContext } from './tag-context.ts';

const handlers = {
  /** Members see the instance of their organization, and no more of it. */
  ListInstances: (call) => {
    const instance = instanceHere(call);
    return { Instances: instance === undefined ? [] : [showInstance(instance)] };
  },
  DescribeInstance: (call, { InstanceArn }) => {
    const instance = findInstance(call, InstanceArn);
    return {
      ...showInstance(instance),
      EncryptionConfigurationDetails: { KeyType: instance.keyType, EncryptionStatus: 'ENABLED' },
    };
  },
  ...assignmentActions,
  ...permissionSetActions,
  ...permissionSetWrites,
} satisfies Handlers<IdentityCenterInputs, IdentityCenterOutputs>;

const authorize = authorizeRegional({
  name: 'sso',
  resources: ({ account: { partition } }, input) => {
    const accountId = text(input, 'AccountId') ?? text(input, 'TargetId');
    return [
      text(input, 'InstanceArn'),
      text(input, 'PermissionSetArn') ?? text(input, 'ResourceArn'),
      accountId && `arn:${partition}:sso:::account/${accountId}`,
    ].filter((arn) => arn !== undefined);
  },
  context: tagContext,
});

/** IAM Identity Center: its instance, permission sets and who is assigned them. */
export const identityCenterService = createService<IdentityCenterInputs, IdentityCenterOutputs>({
  name: 'sso',
  operations: identityCenterOperations,
  shapes: identityCenterShapes,
  handlers,
  before: (call, action, input) => {
    settleRequests(call);
    authorize(call, action, input);
  },
});

function showInstance(instance: IdentityCenter) {
  const { arn, identityStoreId, ownerAccount, name, status, createdAt } = instance;
  return {
    InstanceArn: arn,
    IdentityStoreId: identityStoreId,
    OwnerAccountId: ownerAccount,
    Name: name,
    Status: status,
    CreatedDate: epoch(createdAt),
  };
}
