import { iamArn } from '@rolecall/policy';
import type { ReasonedStatement } from './bootstrap.ts';
import { type BootstrapAccount, corePath } from './core-names.ts';

export interface BoundaryOptions {
  /** Actions that roles may have at most; everything where left out. */
  readonly allow: readonly string[];
  /** Roles that may be assumed beside those under /rolecall/: ARNs, wildcards in them. */
  readonly assume: readonly string[];
}

/** The most that roles and users made by Rolecall can have. */
export function boundaryStatements(
  { partition, account }: BootstrapAccount,
  { allow, assume }: BoundaryOptions,
): readonly ReasonedStatement[] {
  const own = iamArn({ partition, account, type: 'role', path: '/rolecall/', name: '*' });
  return [
    {
      statement: {
        Sid: 'AtMost',
        Effect: 'Allow',
        ...(allow.length > 0
          ? { Action: allow }
          : { NotAction: ['iam:CreateServiceLinkedRole', 'iam:PassRole'] }),
        Resource: '*',
      },
      why: 'A boundary grants nothing: a role has what its own policies and this both allow. Where no actions were listed it is the denials below that bound.',
    },
    {
      statement: { Sid: 'PassRoles', Effect: 'Allow', Action: 'iam:PassRole', Resource: own },
      why: 'Services are started with roles that Rolecall made.',
    },
    {
      statement: {
        Sid: 'LinkServices',
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: iamArn({
          partition,
          account,
          type: 'role',
          path: '/aws-service-role/',
          name: '*',
        }),
      },
      why: 'Services such as ECS make their service-linked roles as they go; AWS fixes what those may do.',
    },
    {
      statement: {
        Sid: 'NoIdentityChanges',
        Effect: 'Deny',
        Action: identityWrites,
        Resource: '*',
      },
      why: 'No workload makes or changes principals, policies, providers or credentials, its own boundary included. Left are reads, changing the own password, passing roles (below), and service-linked roles, which services make as they go.',
    },
    {
      statement: {
        Sid: 'PassOnlyRolecallRoles',
        Effect: 'Deny',
        Action: 'iam:PassRole',
        NotResource: own,
      },
      why: 'A service that is passed a role acts with it: one without a boundary would lead out of this one.',
    },
    {
      statement: {
        Sid: 'AssumeOnlyKnownRoles',
        Effect: 'Deny',
        Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        NotResource: [own, ...assume],
      },
      why: 'The same holds of a role that is assumed. Roles elsewhere, other accounts included, are named one by one.',
    },
    {
      statement: {
        Sid: 'NoOtherIdentities',
        Effect: 'Deny',
        Action: ['sts:AssumeRoot', 'sts:GetDelegatedAccessToken', 'sts:SetContext'],
        Resource: '*',
      },
      why: 'No root sessions of member accounts, and no delegated ones.',
    },
    {
      statement: {
        Sid: 'NoOrganization',
        Effect: 'Deny',
        Action: [
          'account:*',
          'controltower:*',
          'identitystore:*',
          'organizations:*',
          'sso-directory:*',
          'sso:*',
        ],
        Resource: '*',
      },
      why: 'The organization, its guardrails and its directory of people decide about access from above.',
    },
    {
      statement: {
        Sid: 'NotTheControlPlane',
        Effect: 'Deny',
        Action: ['iam:*', 'sts:*'],
        Resource: ['role', 'policy'].map((type) =>
          iamArn({ partition, account, type, path: corePath, name: '*' }),
        ),
      },
      why: 'The roles, policies and boundary of Rolecall itself.',
    },
  ];
}

/**
 * Every IAM action that writes but for ChangePassword, CreateServiceLinkedRole and PassRole. By verbs,
 * so that new ones are denied too; Create is spelt out because of the service-linked roles.
 */
const identityWrites: readonly string[] = [
  ...['Accept', 'Add', 'Associate', 'Attach', 'Deactivate', 'Delete', 'Detach', 'Disable'],
  ...['Enable', 'Put', 'Reject', 'Remove', 'Reset', 'Resync', 'Send', 'Set', 'Tag', 'Untag'],
  ...['Update', 'Upload'],
  ...['CreateAc', 'CreateD', 'CreateG', 'CreateI', 'CreateL', 'CreateO', 'CreateP', 'CreateR'],
  ...['CreateSAML', 'CreateServiceS', 'CreateU', 'CreateV'],
].map((verb) => `iam:${verb}*`);
