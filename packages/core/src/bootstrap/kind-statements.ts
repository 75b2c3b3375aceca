import { iamArn } from '@rolecall/policy';
import type { ReasonedStatement } from './bootstrap.ts';
import { marked, owned } from './conditions.ts';
import { attaching, chunksOf } from './grantee-statements.ts';
import type { ApplyNeeds } from './needs.ts';

export function policyStatements({ scope, policies }: ApplyNeeds): readonly ReasonedStatement[] {
  return chunksOf(policies).flatMap(({ items, number }): readonly ReasonedStatement[] => [
    {
      statement: {
        Sid: `CreatePolicies${number}`,
        Effect: 'Allow',
        Action: ['iam:CreatePolicy', 'iam:TagPolicy'],
        Resource: items,
        Condition: marked(scope),
      },
      why: 'New policies carry the mark of the scope.',
    },
    {
      statement: {
        Sid: `ChangeOwnedPolicies${number}`,
        Effect: 'Allow',
        Action: [
          'iam:CreatePolicyVersion',
          'iam:SetDefaultPolicyVersion',
          'iam:DeletePolicyVersion',
          'iam:DeletePolicy',
          'iam:TagPolicy',
          'iam:UntagPolicy',
        ],
        Resource: items,
        Condition: owned(scope),
      },
      why: 'New versions, room for them, tags and the end of owned policies.',
    },
  ]);
}

export function groupStatements({ groups }: ApplyNeeds): readonly ReasonedStatement[] {
  return [
    {
      statement: {
        Sid: 'TendGroups',
        Effect: 'Allow',
        Action: [
          'iam:CreateGroup',
          'iam:UpdateGroup',
          'iam:DeleteGroup',
          'iam:PutGroupPolicy',
          'iam:DeleteGroupPolicy',
          'iam:DetachGroupPolicy',
          'iam:AddUserToGroup',
          'iam:RemoveUserFromGroup',
        ],
        Resource: groups.resources,
      },
      why: 'Opted in (groups): groups carry no tags, so their path is the limit. IAM does not look at which user joins.',
    },
    ...chunksOf(groups.attach).map(({ items, number }) => ({
      statement: {
        Sid: `AttachToGroups${number}`,
        Effect: 'Allow' as const,
        Action: 'iam:AttachGroupPolicy',
        Resource: groups.resources,
        Condition: attaching(items),
      },
      why: 'Opted in (groups): only the policies of the scope and those listed here.',
    })),
  ];
}

export function instanceProfileStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { scope, instanceProfiles, bounded, named } = needs;
  return [
    {
      statement: {
        Sid: 'CreateInstanceProfiles',
        Effect: 'Allow',
        Action: ['iam:CreateInstanceProfile', 'iam:TagInstanceProfile'],
        Resource: instanceProfiles,
        Condition: marked(scope),
      },
      why: 'Opted in (instance-profiles): new ones carry the mark of the scope.',
    },
    {
      statement: {
        Sid: 'ChangeOwnedInstanceProfiles',
        Effect: 'Allow',
        Action: [
          'iam:AddRoleToInstanceProfile',
          'iam:RemoveRoleFromInstanceProfile',
          'iam:TagInstanceProfile',
          'iam:UntagInstanceProfile',
          'iam:DeleteInstanceProfile',
        ],
        Resource: instanceProfiles,
        Condition: owned(scope),
      },
      why: 'Opted in (instance-profiles): the role, tags and the end of owned ones.',
    },
    {
      statement: {
        Sid: 'PassOwnedRolesToInstances',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: [...new Set([...bounded.roles.resources, ...named.roles.resources])],
        Condition: {
          StringEquals: {
            'iam:PassedToService': 'ec2.amazonaws.com',
          },
        },
      },
      why: 'Opted in (instance-profiles): a role is put into a profile by passing it to EC2. To no other service, and no role outside the scope.',
    },
  ];
}

export function linkedRoleStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { partition, account, linkedServices } = needs;
  if (linkedServices.length === 0) return [];
  return [
    {
      statement: {
        Sid: 'CreateServiceLinkedRoles',
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: linkedServices.map((service) =>
          iamArn({
            partition,
            account,
            type: 'role',
            path: '/aws-service-role/',
            name: `${service}/*`,
          }),
        ),
        Condition: { StringEquals: { 'iam:AWSServiceName': linkedServices } },
      },
      why: 'Opted in (service-linked-roles): those of the services that the manifest names. AWS fixes what they may do; they are never deleted.',
    },
  ];
}

export function oidcProviderStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { scope, oidcProviders, endingOidcProviders } = needs;
  if (oidcProviders.length === 0) return [];
  return [
    {
      statement: {
        Sid: 'CreateOidcProviders',
        Effect: 'Allow',
        Action: ['iam:CreateOpenIDConnectProvider', 'iam:TagOpenIDConnectProvider'],
        Resource: oidcProviders,
        Condition: marked(scope),
      },
      why: 'Opted in (oidc-providers): the issuers that the manifest names, with the mark of the scope.',
    },
    {
      statement: {
        Sid: 'ChangeOwnedOidcProviders',
        Effect: 'Allow',
        Action: [
          'iam:AddClientIDToOpenIDConnectProvider',
          'iam:RemoveClientIDFromOpenIDConnectProvider',
          'iam:UpdateOpenIDConnectProviderThumbprint',
          'iam:TagOpenIDConnectProvider',
          'iam:UntagOpenIDConnectProvider',
        ],
        Resource: oidcProviders,
        Condition: owned(scope),
      },
      why: 'Opted in (oidc-providers): audiences, thumbprints and tags of owned ones.',
    },
    ...chunksOf(endingOidcProviders).map(({ items, number }) => ({
      statement: {
        Sid: `DeleteEndingOidcProviders${number}`,
        Effect: 'Allow' as const,
        Action: 'iam:DeleteOpenIDConnectProvider',
        Resource: items,
        Condition: owned(scope),
      },
      why: 'Opted in (oidc-providers): owned ones whose declaration says when they end; nothing else deletes one.',
    })),
  ];
}

export function samlProviderStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { scope, samlProviders, endingSamlProviders } = needs;
  if (samlProviders.length === 0) return [];
  return [
    {
      statement: {
        Sid: 'CreateSamlProviders',
        Effect: 'Allow',
        Action: ['iam:CreateSAMLProvider', 'iam:TagSAMLProvider'],
        Resource: samlProviders,
        Condition: marked(scope),
      },
      why: 'Opted in (saml-providers): those that the manifest names, with the mark of the scope.',
    },
    {
      statement: {
        Sid: 'ChangeOwnedSamlProviders',
        Effect: 'Allow',
        Action: ['iam:UpdateSAMLProvider', 'iam:TagSAMLProvider', 'iam:UntagSAMLProvider'],
        Resource: samlProviders,
        Condition: owned(scope),
      },
      why: 'Opted in (saml-providers): metadata and tags of owned ones.',
    },
    ...chunksOf(endingSamlProviders).map(({ items, number }) => ({
      statement: {
        Sid: `DeleteEndingSamlProviders${number}`,
        Effect: 'Allow' as const,
        Action: 'iam:DeleteSAMLProvider',
        Resource: items,
        Condition: owned(scope),
      },
      why: 'Opted in (saml-providers): owned ones whose declaration says when they end; nothing else deletes one.',
    })),
  ];
}

export function accountAliasStatements(): readonly ReasonedStatement[] {
  return [
    {
      statement: {
        Sid: 'SetAccountAlias',
        Effect: 'Allow',
        Action: 'iam:CreateAccountAlias',
        Resource: '*',
      },
      why: 'Opted in (account-alias). IAM knows no resource for it.',
    },
  ];
}

export function passwordPolicyStatements(): readonly ReasonedStatement[] {
  return [
    {
      statement: {
        Sid: 'SetPasswordPolicy',
        Effect: 'Allow',
        Action: 'iam:UpdateAccountPasswordPolicy',
        Resource: '*',
      },
      why: 'Opted in (password-policy). IAM knows no resource for it; reviews see to it that it does not weaken.',
    },
  ];
}
