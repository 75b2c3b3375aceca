import { instantOf } from '../account/account.ts';
import { hexadecimal, letters, uniqueId } from '../account/identifiers.ts';
import { type Organization, organizationRole } from '../account/organization.ts';
import { type Call, requireAllowed } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import type { StsInputs, StsOutputs } from '../wire/sts-api.gen.ts';

/** What root of a member may be assumed for, and the feature that it needs. */
const tasks: Readonly<Record<string, Organization['features'][number]>> = {
  IAMAuditRootUserCredentials: 'RootCredentialsManagement',
  IAMCreateRootUserPassword: 'RootCredentialsManagement',
  IAMDeleteRootUserCredentials: 'RootCredentialsManagement',
  S3UnlockBucketPolicy: 'RootSessions',
  SQSUnlockQueuePolicy: 'RootSessions',
};

/**
 * Credentials of root of a member account for one task, from the management account or the
 * delegated administrator of IAM. Source: IAM User Guide, "Centrally manage root access".
 */
export function assumeRoot(call: Call, input: StsInputs['AssumeRoot']): StsOutputs['AssumeRoot'] {
  const { account } = call;
  const { TargetPrincipal, DurationSeconds = 900 } = input;
  const member = /^(?:arn:[^:]+:iam::)?(\d{12})(?::root)?$/.exec(TargetPrincipal)?.[1] ?? '';
  const arn = `arn:${account.partition}:iam::${member}:root`;
  const TaskPolicyArn = input.TaskPolicyArn.arn ?? '';
  requireAllowed(call, {
    action: 'sts:AssumeRoot',
    resource: arn,
    context: { 'sts:TaskPolicyArn': [TaskPolicyArn] },
  });
  const task = new RegExp(`^arn:${account.partition}:iam::aws:policy/root-task/(\\w+)$`);
  const feature = tasks[task.exec(TaskPolicyArn)?.[1] ?? ''];
  if (feature === undefined) {
    refuse('ValidationError', `${TaskPolicyArn} is no policy of a task for root.`);
  }
  if (!mayAssume(call, member) || account.organization?.features.includes(feature) !== true) {
    refuse(
      'AccessDenied',
      `User: ${call.caller} is not authorized to perform: sts:AssumeRoot on resource: ${arn}`,
    );
  }
  const seed = `${arn}/${account.passing.calls}`;
  const AccessKeyId = uniqueId('ASIA', seed);
  account.passing.sessions.set(AccessKeyId, {
    arn,
    of: { kind: 'root', account: member },
    policyArns: [TaskPolicyArn],
    tags: [],
    mfa: false,
  });
  return {
    Credentials: {
      AccessKeyId,
      SecretAccessKey: letters(`secret/${seed}`, 40),
      SessionToken: `sandbox-${hexadecimal(seed, 64)}`,
      Expiration: instantOf(new Date(account.clock().getTime() + DurationSeconds * 1000)),
    },
  };
}

/** Root of the management account is nobody's to assume. */
function mayAssume({ account }: Call, member: string): boolean {
  const { organization } = account;
  if (organization === undefined || member === organization.managementAccount) return false;
  const isAdministrator =
    organizationRole(account) === 'management' || organization.delegatedForIam;
  return isAdministrator && organization.accounts.get(member)?.status === 'ACTIVE';
}
