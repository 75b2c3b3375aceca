import type { Call, ServiceCalls, Tag } from '../calls.ts';
import type { DiffContext } from '../diff-context.ts';
import { setupOf } from './setup.ts';

type Input<A extends keyof ServiceCalls> = ServiceCalls[A];
type Settings = Omit<Input<'sso:UpdatePermissionSet'>, 'InstanceArn' | 'PermissionSetName'>;

/** The calls that write one permission set. */
export interface SetCalls {
  readonly create: (settings: Settings & { readonly Tags: Tag[] }) => Call;
  readonly update: (settings: Settings) => Call;
  readonly attach: (arn: string) => Call;
  readonly detach: (arn: string) => Call;
  readonly attachOwn: (policy: string) => Call;
  readonly detachOwn: (policy: string) => Call;
  readonly putInline: (text: string) => Call;
  readonly deleteInline: () => Call;
  readonly putBoundary: (policy: string) => Call;
  readonly deleteBoundary: () => Call;
  readonly provision: () => Call;
  readonly tag: (tags: Tag[]) => Call;
  readonly untag: (keys: string[]) => Call;
}

/** Without an instance nothing is ever called: the declaration is refused before. */
export function setCalls(name: string, { parts }: Pick<DiffContext, 'parts'>): SetCalls {
  const { arn: InstanceArn = '', region = '' } = setupOf(parts)?.instance ?? {};
  const key = { InstanceArn, PermissionSetName: name };
  return {
    create: (settings) => ({
      action: 'sso:CreatePermissionSet',
      region,
      input: { InstanceArn, Name: name, ...settings },
    }),
    update: (settings) => ({
      action: 'sso:UpdatePermissionSet',
      region,
      input: { ...key, ...settings },
    }),
    attach: (ManagedPolicyArn) => ({
      action: 'sso:AttachManagedPolicyToPermissionSet',
      region,
      input: { ...key, ManagedPolicyArn },
    }),
    detach: (ManagedPolicyArn) => ({
      action: 'sso:DetachManagedPolicyFromPermissionSet',
      region,
      input: { ...key, ManagedPolicyArn },
    }),
    attachOwn: (policy) => ({
      action: 'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
      region,
      input: { ...key, CustomerManagedPolicyReference: reference(policy) },
    }),
    detachOwn: (policy) => ({
      action: 'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
      region,
      input: { ...key, CustomerManagedPolicyReference: reference(policy) },
    }),
    putInline: (InlinePolicy) => ({
      action: 'sso:PutInlinePolicyToPermissionSet',
      region,
      input: { ...key, InlinePolicy },
    }),
    deleteInline: () => ({
      action: 'sso:DeleteInlinePolicyFromPermissionSet',
      region,
      input: key,
    }),
    putBoundary: (policy) => ({
      action: 'sso:PutPermissionsBoundaryToPermissionSet',
      region,
      input: {
        ...key,
        PermissionsBoundary: policy.startsWith('arn:')
          ? { ManagedPolicyArn: policy }
          : { CustomerManagedPolicyReference: reference(policy) },
      },
    }),
    deleteBoundary: () => ({
      action: 'sso:DeletePermissionsBoundaryFromPermissionSet',
      region,
      input: key,
    }),
    provision: () => ({
      action: 'sso:ProvisionPermissionSet',
      region,
      input: { ...key, TargetType: 'ALL_PROVISIONED_ACCOUNTS' },
    }),
    tag: (Tags) => ({ action: 'sso:TagResource', region, input: { ...key, Tags } }),
    untag: (TagKeys) => ({ action: 'sso:UntagResource', region, input: { ...key, TagKeys } }),
  };
}

function reference(policy: string): { readonly Name: string; readonly Path: string } {
  const split = policy.lastIndexOf('/') + 1;
  return { Name: policy.slice(split), Path: policy.slice(0, split) };
}
