import {
  corePath,
  type OptIn,
  optInMeanings,
  renderBootstrap,
  scopePath,
  serviceOptIns,
} from '@rolecall/core';
import { iamArn, type PolicyDocument, type PolicyStatement } from '@rolecall/policy';
import type { RoleAccount } from '../../accounts/external-id.ts';

export interface ServicePolicy {
  readonly name: string;
  readonly description: string;
  readonly document: PolicyDocument;
}

/** Those of role requests. Only a request has one, and no two have the same. */
const requestScopes = 'rq-*';

/**
 * What the role that the service takes on may do in an account: read what checks and plans read, as
 * `rolecall bootstrap` renders it, and change what carries the mark of a request or of the account's
 * scope, below their paths. What the roles made there may be, guardrails and approvals limit: no
 * boundary does, since blueprints come without one.
 */
export function servicePolicies(account: RoleAccount): readonly ServicePolicy[] {
  return [
    ...readPolicies,
    {
      name: 'rolecall-service',
      description: 'What Rolecall makes, changes and takes away for requests and manifests.',
      document: { Version: '2012-10-17', Statement: changeStatements(account) },
    },
  ];
}

export interface ServiceOptIn {
  readonly optIn: OptIn;
  /** For the person who decides. */
  readonly meaning: string;
  readonly policy: ServicePolicy;
}

/** What the role may do beside, where somebody opts in to it: a policy each. */
export function serviceOptInPolicies({
  partition,
  id,
  scope,
}: RoleAccount): readonly ServiceOptIn[] {
  return serviceOptIns({ partition, account: id, scope }).map(({ optIn, statements }) => ({
    optIn,
    meaning: optInMeanings[optIn],
    policy: {
      name: `rolecall-service-${optIn}`,
      description: `What Rolecall may do beside: ${optIn}.`,
      document: {
        Version: '2012-10-17',
        Statement: statements.map(({ statement }) => statement),
      },
    },
  }));
}

const readPolicies: readonly ServicePolicy[] = reads();

/** What is read is the same everywhere; the rest of a bootstrap is for GitHub Actions. */
function reads(): readonly ServicePolicy[] {
  const { policies } = renderBootstrap({
    ...{ partition: 'aws', account: '000000000000', scope: 'rolecall', desired: undefined },
    ...{ kinds: [], allowed: [], attach: [], boundaries: [], repositories: [] },
    ...{ defaultBranch: 'main', environment: undefined, workflow: undefined },
    workload: { allow: [], assume: [] },
  });
  return policies
    .filter(({ name }) => /^rolecall-read(-\d+)?$/.test(name))
    .map(({ name, description, document }) => ({ name, description, document }));
}

function changeStatements(account: RoleAccount): readonly PolicyStatement[] {
  const scopes = [requestScopes, account.scope];
  const below = (type: string) => scopes.map((scope) => arnOf(account, type, scopePath(scope)));
  const [roles, policies, profiles] = [below('role'), below('policy'), below('instance-profile')];
  const owner = 'rolecall:owner';
  const owned = { StringLike: { [`aws:ResourceTag/${owner}`]: scopes } };
  return [
    {
      Sid: 'MakeMarked',
      Effect: 'Allow',
      Action: [
        ...['iam:CreateRole', 'iam:TagRole', 'iam:CreatePolicy', 'iam:TagPolicy'],
        ...['iam:CreateInstanceProfile', 'iam:TagInstanceProfile'],
      ],
      Resource: [...roles, ...policies, ...profiles],
      Condition: {
        StringLike: { [`aws:RequestTag/${owner}`]: scopes },
        StringLikeIfExists: { [`aws:ResourceTag/${owner}`]: scopes },
      },
    },
    {
      Sid: 'ChangeOwned',
      Effect: 'Allow',
      Action: [
        ...['iam:UpdateRole', 'iam:UpdateAssumeRolePolicy', 'iam:DeleteRole'],
        ...['iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
        ...['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
        ...['iam:PutRolePermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'],
        ...[
          'iam:CreatePolicyVersion',
          'iam:SetDefaultPolicyVersion',
          'iam:DeletePolicyVersion',
          'iam:DeletePolicy',
        ],
        ...['iam:AddRoleToInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
        'iam:DeleteInstanceProfile',
        ...['iam:TagRole', 'iam:TagPolicy', 'iam:TagInstanceProfile'],
        ...['iam:UntagRole', 'iam:UntagPolicy', 'iam:UntagInstanceProfile'],
      ],
      Resource: [...roles, ...policies, ...profiles],
      Condition: owned,
    },
    {
      Sid: 'PassToInstances',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: roles,
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    },
    {
      Sid: 'NotTheControlPlane',
      Effect: 'Deny',
      NotAction: ['iam:Get*', 'iam:List*', 'iam:Simulate*'],
      Resource: [
        account.access.roleArn,
        ...['role', 'policy'].map((type) => arnOf(account, type, corePath)),
      ],
    },
  ];
}

function arnOf({ partition, id }: RoleAccount, type: string, path: string): string {
  return iamArn({ partition, account: id, type, path, name: '*' });
}
