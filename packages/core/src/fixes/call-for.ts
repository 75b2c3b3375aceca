import type { Json } from '@rolecall/policy';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import type { FixCall } from './fix-call.ts';
import { keyStateSchema, passwordPolicyStateSchema } from './fix-states.ts';
import type { FixTarget, FixTargetOf } from './fix-target.ts';

/**
 * The call that brings a target into a state; undefined where no call of a fix does that. `null` is
 * the state of what is not there.
 */
export function callFor(target: FixTarget, after: Json): FixCall | undefined {
  switch (target.kind) {
    case 'access-key':
      return keyCall(target, after);
    case 'login-profile':
      return gone(after, {
        action: 'iam:DeleteLoginProfile',
        input: { UserName: target.user },
      });
    case 'signing-certificate':
      return inactive(after, {
        action: 'iam:UpdateSigningCertificate',
        input: { UserName: target.user, CertificateId: target.id, Status: 'Inactive' },
      });
    case 'ssh-key':
      return inactive(after, {
        action: 'iam:UpdateSSHPublicKey',
        input: { UserName: target.user, SSHPublicKeyId: target.id, Status: 'Inactive' },
      });
    case 'service-credential':
      return inactive(after, {
        action: 'iam:UpdateServiceSpecificCredential',
        input: {
          UserName: target.user,
          ServiceSpecificCredentialId: target.id,
          Status: 'Inactive',
        },
      });
    case 'attachment':
      return gone(after, detach(target));
    case 'inline-policy':
      return gone(after, deleteInline(target));
    case 'group':
      return gone(after, { action: 'iam:DeleteGroup', input: { GroupName: target.name } });
    case 'policy':
      return gone(after, { action: 'iam:DeletePolicy', input: { PolicyArn: target.arn } });
    case 'policy-version':
      return gone(after, {
        action: 'iam:DeletePolicyVersion',
        input: { PolicyArn: target.arn, VersionId: target.version },
      });
    case 'role':
      return gone(after, { action: 'iam:DeleteRole', input: { RoleName: target.name } });
    case 'role-trust':
      return trustCall(target.name, after);
    case 'profile-role':
      return gone(after, {
        action: 'iam:RemoveRoleFromInstanceProfile',
        input: { InstanceProfileName: target.profile, RoleName: target.role },
      });
    case 'server-certificate':
      return gone(after, {
        action: 'iam:DeleteServerCertificate',
        input: { ServerCertificateName: target.name },
      });
    case 'oidc-provider':
      return gone(after, {
        action: 'iam:DeleteOpenIDConnectProvider',
        input: { OpenIDConnectProviderArn: target.arn },
      });
    case 'password-policy':
      return passwordCall(after);
    case 'token-version':
      return after === 2
        ? {
            action: 'iam:SetSecurityTokenServicePreferences',
            input: { GlobalEndpointTokenVersion: 'v2Token' },
          }
        : undefined;
    case 'trusted-access':
      return on(after, {
        action: 'organizations:EnableAWSServiceAccess',
        input: { ServicePrincipal: target.service },
      });
    case 'organization-feature':
      return on(after, { action: featureActions[target.feature], input: {} });
    case 'analyzer':
      return on(after, {
        action: 'access-analyzer:CreateAnalyzer',
        input: {
          region: target.region,
          analyzerName: analyzerNames[target.type],
          type: target.type,
        },
      });
    case 'trail-digests':
      return on(after, {
        action: 'cloudtrail:UpdateTrail',
        input: { region: target.region, Name: target.arn, EnableLogFileValidation: true },
      });
    case 'trail-logging':
      return on(after, {
        action: 'cloudtrail:StartLogging',
        input: { region: target.region, Name: target.arn },
      });
    default:
      return target satisfies never;
  }
}

const featureActions = {
  RootCredentialsManagement: 'iam:EnableOrganizationsRootCredentialsManagement',
  RootSessions: 'iam:EnableOrganizationsRootSessions',
} as const;

const analyzerNames = {
  ACCOUNT: 'rolecall-external-access',
  ACCOUNT_UNUSED_ACCESS: 'rolecall-unused-access',
} as const;

function gone(after: Json, call: FixCall): FixCall | undefined {
  return after === null ? call : undefined;
}

function on(after: Json, call: FixCall): FixCall | undefined {
  return after === true ? call : undefined;
}

function inactive(after: Json, call: FixCall): FixCall | undefined {
  const isInactive =
    after !== null && typeof after === 'object' && 'active' in after && after['active'] === false;
  return isInactive ? call : undefined;
}

function keyCall({ user, id }: FixTargetOf<'access-key'>, after: Json): FixCall | undefined {
  const input = { UserName: user, AccessKeyId: id };
  if (after === null) return { action: 'iam:DeleteAccessKey', input };
  const state = keyStateSchema.safeParse(after);
  return state.success && !state.data.active
    ? { action: 'iam:UpdateAccessKey', input: { ...input, Status: 'Inactive' } }
    : undefined;
}

function detach({ holder, name, policy: PolicyArn }: FixTargetOf<'attachment'>): FixCall {
  switch (holder) {
    case 'user':
      return { action: 'iam:DetachUserPolicy', input: { UserName: name, PolicyArn } };
    case 'group':
      return { action: 'iam:DetachGroupPolicy', input: { GroupName: name, PolicyArn } };
    case 'role':
      return { action: 'iam:DetachRolePolicy', input: { RoleName: name, PolicyArn } };
    default:
      return holder satisfies never;
  }
}

function deleteInline({ holder, name, policy: PolicyName }: FixTargetOf<'inline-policy'>): FixCall {
  switch (holder) {
    case 'user':
      return { action: 'iam:DeleteUserPolicy', input: { UserName: name, PolicyName } };
    case 'group':
      return { action: 'iam:DeleteGroupPolicy', input: { GroupName: name, PolicyName } };
    case 'role':
      return { action: 'iam:DeleteRolePolicy', input: { RoleName: name, PolicyName } };
    default:
      return holder satisfies never;
  }
}

function trustCall(RoleName: string, after: Json): FixCall | undefined {
  if (!policyDocumentSchema.safeParse(after).success) return undefined;
  const input = { RoleName, PolicyDocument: JSON.stringify(after) };
  return { action: 'iam:UpdateAssumeRolePolicy', input };
}

/** UpdateAccountPasswordPolicy replaces the whole policy, so every member is sent. */
function passwordCall(after: Json): FixCall | undefined {
  const state = passwordPolicyStateSchema.safeParse(after);
  if (!state.success) return undefined;
  const { maxAge, reusePrevention, ...policy } = state.data;
  return {
    action: 'iam:UpdateAccountPasswordPolicy',
    input: {
      MinimumPasswordLength: policy.minimumLength,
      RequireSymbols: policy.requireSymbols,
      RequireNumbers: policy.requireNumbers,
      RequireUppercaseCharacters: policy.requireUppercase,
      RequireLowercaseCharacters: policy.requireLowercase,
      AllowUsersToChangePassword: policy.allowUsersToChange,
      HardExpiry: policy.hardExpiry,
      ...(maxAge === null ? {} : { MaxPasswordAge: maxAge }),
      ...(reusePrevention === null ? {} : { PasswordReusePrevention: reusePrevention }),
    },
  };
}
