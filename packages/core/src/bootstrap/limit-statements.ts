import { iamArn } from '@rolecall/policy';
import { ownerTag, resourceTag } from '../model/ownership.ts';
import type { ReasonedStatement } from './bootstrap.ts';
import { corePath, githubIssuer } from './core-names.ts';
import { type ApplyNeeds, reaches } from './needs.ts';
import { pipelineServices } from './proton-statements.ts';
import { identityAction, readActions } from './read-actions.ts';

/**
 * What the apply role is denied, whatever else is ever attached to it. `writes` are the actions that
 * its other statements name.
 */
export function limitStatements(
  needs: ApplyNeeds,
  writes: readonly string[],
): readonly ReasonedStatement[] {
  return [
    onlyTheseActions(writes),
    controlPlane(needs),
    otherBoundaries(needs),
    ...ownershipStatements(needs),
    quarantine(needs),
    ...passingStatements(needs),
  ];
}

function onlyTheseActions(writes: readonly string[]): ReasonedStatement {
  return {
    statement: {
      Sid: 'OnlyTheseActions',
      Effect: 'Deny',
      NotAction: [...new Set([...readActions, ...writes, identityAction])].sort(),
      Resource: '*',
    },
    why: 'All other actions are denied: other services, sts:AssumeRole, taking boundaries off, MFA devices, certificates and other credentials, SAML providers, delegation, and each kind that was not opted in to (keys and passwords too).',
  };
}

/** Reads stay: the run looks at its own role to see what it may do. */
function controlPlane(needs: ApplyNeeds): ReasonedStatement {
  const { partition, account } = needs;
  const arn = (type: string, path: string, name = '*') =>
    iamArn({ partition, account, type, path, name });
  const linked = reaches(needs, 'service-linked-roles') || reaches(needs, 'analyzers');
  const issuers = reaches(needs, 'oidc-providers') ? githubIssuer : '*';
  return {
    statement: {
      Sid: 'NotTheControlPlane',
      Effect: 'Deny',
      NotAction: ['iam:Get*', 'iam:List*', 'iam:Simulate*'],
      Resource: [
        arn('role', corePath),
        arn('policy', corePath),
        arn('role', '/aws-reserved/'),
        ...(linked ? [] : [arn('role', '/aws-service-role/')]),
        arn('oidc-provider', '/', issuers),
        ...(reaches(needs, 'saml-providers') ? [] : [arn('saml-provider', '/')]),
      ],
    },
    why: 'The roles, policies and boundary of Rolecall itself, what AWS keeps for itself, and who vouches for identities: no run may change what it is held by.',
  };
}

function otherBoundaries(needs: ApplyNeeds): ReasonedStatement {
  const { bounded, named } = needs;
  const users = reaches(needs, 'users');
  const excepted = [...named.roles.resources, ...named.users.resources];
  const boundaries = [...new Set([...bounded.roles.boundaries, ...bounded.users.boundaries])];
  return {
    statement: {
      Sid: 'NoOtherBoundaries',
      Effect: 'Deny',
      Action: [
        'iam:CreateRole',
        'iam:PutRolePermissionsBoundary',
        ...(users ? ['iam:CreateUser', 'iam:PutUserPermissionsBoundary'] : []),
      ],
      ...(excepted.length > 0 ? { NotResource: excepted } : { Resource: '*' }),
      // Also true where there is none at all.
      Condition: { StringNotEquals: { 'iam:PermissionsBoundary': boundaries } },
    },
    why: 'Nothing begins without an approved boundary, and no boundary gives way to another.',
  };
}

function ownershipStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const { scope } = needs;
  const sets = reaches(needs, 'permission-sets');
  return [
    {
      statement: {
        Sid: 'NoOtherOwner',
        Effect: 'Deny',
        Action: [
          'iam:Create*',
          'iam:Tag*',
          ...(sets ? ['sso:CreatePermissionSet', 'sso:TagResource'] : []),
        ],
        Resource: '*',
        Condition: {
          StringNotEquals: { [`aws:RequestTag/${ownerTag}`]: scope },
          Null: { [`aws:RequestTag/${ownerTag}`]: 'false' },
        },
      },
      why: 'Nothing is given the mark of another scope.',
    },
    {
      statement: {
        Sid: 'NotWhatOthersOwn',
        Effect: 'Deny',
        NotAction: [
          'access-analyzer:Get*',
          'access-analyzer:List*',
          'iam:Get*',
          'iam:List*',
          'iam:Simulate*',
          'sso:Describe*',
          'sso:Get*',
          'sso:List*',
        ],
        Resource: '*',
        Condition: {
          StringNotEquals: { [`aws:ResourceTag/${ownerTag}`]: scope },
          Null: { [`aws:ResourceTag/${ownerTag}`]: 'false' },
        },
      },
      why: 'What carries the mark of another scope is not touched.',
    },
    {
      statement: {
        Sid: 'NoUnmarking',
        Effect: 'Deny',
        Action: [
          'iam:Untag*',
          'access-analyzer:UntagResource',
          ...(sets ? ['sso:UntagResource'] : []),
        ],
        Resource: '*',
        Condition: {
          'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': [ownerTag, resourceTag] },
        },
      },
      why: 'The mark stays on what has it. IAM takes tag keys without regard to case.',
    },
  ];
}

function quarantine(needs: ApplyNeeds): ReasonedStatement {
  const { partition } = needs;
  const name = (policy: string) => `arn:${partition}:iam::aws:policy/${policy}`;
  return {
    statement: {
      Sid: 'NoEndOfQuarantine',
      Effect: 'Deny',
      Action: 'iam:Detach*',
      Resource: '*',
      Condition: {
        ArnLike: { 'iam:PolicyARN': [name('AWSCompromisedKeyQuarantine*'), name('AWSDenyAll')] },
      },
    },
    why: 'What AWS or a person puts on in an incident, a person takes off.',
  };
}

function passingStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const profiles = reaches(needs, 'instance-profiles');
  const pipelines = reaches(needs, 'proton-settings') ? needs.protonSettings.roles : [];
  if (!profiles && pipelines.length === 0) return [];
  const { bounded, named } = needs;
  const own = profiles ? [...bounded.roles.resources, ...named.roles.resources] : [];
  return [
    {
      statement: {
        Sid: 'PassOnlyOwnRoles',
        Effect: 'Deny',
        Action: 'iam:PassRole',
        NotResource: [...new Set([...own, ...pipelines])],
      },
      why: 'No role is passed but those of the scope and those that the manifest names for it.',
    },
    {
      statement: {
        Sid: 'PassOnlyToTheirServices',
        Effect: 'Deny',
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: {
          StringNotEquals: {
            'iam:PassedToService': [
              ...(profiles ? ['ec2.amazonaws.com'] : []),
              ...(pipelines.length > 0 ? pipelineServices : []),
            ],
          },
        },
      },
      why: 'And to no other service than those that take them.',
    },
  ];
}
