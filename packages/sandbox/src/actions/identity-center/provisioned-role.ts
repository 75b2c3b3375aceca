import { type Account, newId, now } from '../../account/account.ts';
import { iamArn } from '../../account/arn.ts';
import { customerPolicy } from '../../account/find.ts';
import { hexadecimal } from '../../account/identifiers.ts';
import type {
  IdentityCenter,
  PermissionSet,
  PolicyReference,
} from '../../account/identity-center.ts';
import type { Call } from '../../authorization.ts';

/**
 * Makes the role of a permission set in an account, or makes it what the set is now; a text is why
 * it could not. Of accounts beside this one nothing is known, so there it always works.
 */
export function provisionRole(
  { account }: Call,
  center: IdentityCenter,
  arn: string,
  target: string,
): string | undefined {
  const set = center.permissionSets.get(arn);
  if (set === undefined) return `Permission set ${arn} does not exist.`;
  if (target === account.id) {
    const failure = writeRole(account, center, set);
    if (failure !== undefined) return failure;
  }
  set.outdated = set.outdated.filter((one) => one !== target);
  return undefined;
}

/** Takes the role away with the last assignment. */
export function withdrawRole(
  { account }: Call,
  center: IdentityCenter,
  arn: string,
  target: string,
): void {
  const set = center.permissionSets.get(arn);
  if (set === undefined) return;
  set.outdated = set.outdated.filter((one) => one !== target);
  if (target === account.id) account.roles.delete(roleName(set).toLowerCase());
}

function writeRole(
  account: Account,
  center: IdentityCenter,
  set: PermissionSet,
): string | undefined {
  const name = roleName(set);
  const key = name.toLowerCase();
  const present = account.roles.get(key);
  const quota = account.quotas.RolesQuota;
  if (present === undefined && account.roles.size >= quota) {
    return `Received a 409 status error: Cannot exceed quota for RolesPerAccount: ${quota}`;
  }
  const { boundary } = set;
  const references = [
    ...set.customer,
    ...(boundary === undefined || typeof boundary === 'string' ? [] : [boundary]),
  ];
  const missing = references.find((one) => !customerPolicy(account, policyArn(account, one)));
  if (missing !== undefined) {
    return `Received a 404 status error: Policy ${policyArn(account, missing)} does not exist or is not attachable.`;
  }
  account.roles.set(key, {
    kind: 'role',
    name,
    path: rolePath(center),
    id: present?.id ?? newId(account, 'AROA', name),
    createdAt: present?.createdAt ?? now(account),
    tags: [],
    inline: new Map(set.inline === undefined ? [] : [[`AwsSSOInlinePolicy`, set.inline]]),
    attached: [...set.managed, ...set.customer.map((one) => policyArn(account, one))],
    trust: trustOf(account, center),
    description: set.description,
    maxSession: 43_200,
    boundary:
      boundary === undefined || typeof boundary === 'string'
        ? boundary
        : policyArn(account, boundary),
  });
  return undefined;
}

/** Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies". */
function roleName({ name, arn }: PermissionSet): string {
  return `AWSReservedSSO_${name}_${hexadecimal(`${arn}/role`, 16)}`;
}

/** Roles of an instance in us-east-1 have no Region in their path. */
function rolePath({ region }: IdentityCenter): string {
  const start = '/aws-reserved/sso.amazonaws.com/';
  return region === 'us-east-1' ? start : `${start}${region}/`;
}

function trustOf(account: Account, { arn }: IdentityCenter): string {
  const provider = iamArn(
    account,
    `saml-provider/AWSSSO_${hexadecimal(`${arn}/saml`, 16)}_DO_NOT_DELETE`,
  );
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ],
  });
}

function policyArn(account: Account, { path, name }: PolicyReference): string {
  return iamArn(account, `policy${path}${name}`);
}
