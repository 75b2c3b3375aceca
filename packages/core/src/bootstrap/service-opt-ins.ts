import { iamArn } from '@rolecall/policy';
import { contactNames } from '../model/kinds/alternate-contact.ts';
import { scopePath } from '../model/ownership.ts';
import { alternateContactStatements } from './account-statements.ts';
import { analyzerStatements } from './analyzer-statements.ts';
import type { ReasonedStatement } from './bootstrap.ts';
import { marked, owned } from './conditions.ts';
import { credentialStatements } from './credential-statements.ts';
import {
  accountAssignmentStatements,
  directoryStatements,
  permissionSetStatements,
} from './identity-center-statements.ts';
import {
  accountAliasStatements,
  groupStatements,
  oidcProviderStatements,
  passwordPolicyStatements,
  samlProviderStatements,
} from './kind-statements.ts';
import { bootstrapKinds, type OptIn, optIns } from './kinds.ts';
import type { ApplyNeeds, Grantees } from './needs.ts';

/** Proton has ended: whoever still unsets its roles does it from a terminal. */
const withoutService = ['unbounded', 'instance-profiles', 'proton-settings'] as const;

type ServiceOptIn = Exclude<OptIn, (typeof withoutService)[number]>;

function isForService(optIn: OptIn): optIn is ServiceOptIn {
  return !withoutService.some((one) => one === optIn);
}

const statementsOf: {
  readonly [O in ServiceOptIn]: (needs: ApplyNeeds) => readonly ReasonedStatement[];
} = {
  groups: groupStatements,
  users: userStatements,
  'service-linked-roles': linkedRoleStatements,
  'oidc-providers': oidcProviderStatements,
  'account-alias': accountAliasStatements,
  'password-policy': passwordPolicyStatements,
  'alternate-contacts': alternateContactStatements,
  'saml-providers': samlProviderStatements,
  analyzers: analyzerStatements,
  'identity-center-directory': directoryStatements,
  'permission-sets': permissionSetStatements,
  'account-assignments': accountAssignmentStatements,
  credentials: credentialStatements,
};

/**
 * What widens the role that a service takes on in an account, opt-in by opt-in. No manifest says
 * which names there will be, so that the scope, its mark and its path are the limit.
 */
export function serviceOptIns(account: {
  readonly partition: string;
  readonly account: string;
  readonly scope: string;
}): readonly { readonly optIn: OptIn; readonly statements: readonly ReasonedStatement[] }[] {
  const needs = anyNeeds(account);
  return optIns.flatMap((optIn) =>
    isForService(optIn) ? [{ optIn, statements: statementsOf[optIn](needs) }] : [],
  );
}

function anyNeeds({ partition, account, scope }: Parameters<typeof serviceOptIns>[0]): ApplyNeeds {
  const none: Grantees = { resources: [], attach: [], boundaries: [] };
  const every = (type: string, path = scopePath(scope)) =>
    iamArn({ partition, account, type, path, name: '*' });
  return {
    ...{ partition, account, scope },
    kinds: new Set(bootstrapKinds),
    allowed: new Set(optIns),
    bounded: { roles: none, users: { ...none, resources: [every('user')] } },
    named: { roles: none, users: none },
    groups: { resources: [every('group')], attach: [`arn:${partition}:iam::*:policy/*`] },
    policies: [],
    instanceProfiles: [],
    oidcProviders: [every('oidc-provider', '/')],
    endingOidcProviders: [every('oidc-provider', '/')],
    linkedServices: [],
    alternateContacts: contactNames,
    protonSettings: { regions: [], roles: [] },
    samlProviders: [every('saml-provider', '/')],
    endingSamlProviders: [every('saml-provider', '/')],
    analyzers: [`arn:${partition}:access-analyzer:*:${account}:analyzer/*`],
    assignedAccounts: ['*'],
    secretPlaces: [],
    gaps: [],
  };
}

/** Without a boundary: what users may do, guardrails and approvals limit. */
function userStatements({ scope, bounded }: ApplyNeeds): readonly ReasonedStatement[] {
  const { resources: Resource } = bounded.users;
  return [
    {
      statement: {
        Sid: 'MakeUsers',
        Effect: 'Allow',
        Action: ['iam:CreateUser', 'iam:TagUser'],
        Resource,
        Condition: marked(scope),
      },
      why: 'Opted in (users): new ones carry the mark of the scope.',
    },
    {
      statement: {
        Sid: 'ChangeOwnedUsers',
        Effect: 'Allow',
        Action: [
          ...['iam:UpdateUser', 'iam:DeleteUser', 'iam:TagUser', 'iam:UntagUser'],
          ...['iam:AttachUserPolicy', 'iam:DetachUserPolicy'],
          ...['iam:PutUserPolicy', 'iam:DeleteUserPolicy'],
          ...['iam:PutUserPermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
        ],
        Resource,
        Condition: owned(scope),
      },
      why: 'Opted in (users): what owned ones may do, and their end.',
    },
  ];
}

function linkedRoleStatements({ partition, account }: ApplyNeeds): readonly ReasonedStatement[] {
  const path = '/aws-service-role/';
  return [
    {
      statement: {
        Sid: 'CreateServiceLinkedRoles',
        Effect: 'Allow',
        Action: 'iam:CreateServiceLinkedRole',
        Resource: iamArn({ partition, account, type: 'role', path, name: '*' }),
      },
      why: 'Opted in (service-linked-roles): AWS fixes what they may do; they are never deleted.',
    },
  ];
}
