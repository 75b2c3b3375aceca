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
import { tokenPage } from '../page.ts';
import { findInstance, findPermissionSet, instanceHere } from './instance.ts';
import { permissionSetActions } from './permission-sets.ts';

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
  ListAccountAssignments: (call, input) => {
    const permissionSet = findPermissionSet(call, input);
    const assignments = findInstance(call, input.InstanceArn).assignments.filter(
      ({ account, permissionSetArn }) =>
        account === input.AccountId && permissionSetArn === permissionSet.arn,
    );
    const page = { token: input.NextToken, size: input.MaxResults };
    const { items, next } = tokenPage(call, page, assignments);
    return {
      AccountAssignments: items.map(
        ({ account, permissionSetArn, principalType, principalId }) => ({
          AccountId: account,
          PermissionSetArn: permissionSetArn,
          PrincipalType: principalType,
          PrincipalId: principalId,
        }),
      ),
      NextToken: next,
    };
  },
  ...permissionSetActions,
} satisfies Handlers<IdentityCenterInputs, IdentityCenterOutputs>;

/** IAM Identity Center: its instance, permission sets and who is assigned them. */
export const identityCenterService = createService<IdentityCenterInputs, IdentityCenterOutputs>({
  name: 'sso',
  operations: identityCenterOperations,
  shapes: identityCenterShapes,
  handlers,
  before: authorizeRegional({
    name: 'sso',
    resources: ({ account: { partition } }, input) => {
      const accountId = text(input, 'AccountId');
      return [
        text(input, 'InstanceArn'),
        text(input, 'PermissionSetArn'),
        accountId && `arn:${partition}:sso:::account/${accountId}`,
      ].filter((arn) => arn !== undefined);
    },
  }),
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
