import { asList } from '@rolecall/policy';
import { alternateContactStatements } from './account-statements.ts';
import { analyzerStatements } from './analyzer-statements.ts';
import type { ReasonedStatement } from './bootstrap.ts';
import { credentialStatements } from './credential-statements.ts';
import { roleStatements, userStatements } from './grantee-statements.ts';
import {
  accountAssignmentStatements,
  directoryStatements,
  permissionSetStatements,
} from './identity-center-statements.ts';
import {
  accountAliasStatements,
  groupStatements,
  instanceProfileStatements,
  linkedRoleStatements,
  oidcProviderStatements,
  passwordPolicyStatements,
  policyStatements,
  samlProviderStatements,
} from './kind-statements.ts';
import { type BootstrapKind, bootstrapKinds } from './kinds.ts';
import { leaseStatements } from './lease-statements.ts';
import { type ApplyNeeds, reaches } from './needs.ts';
import { protonStatements } from './proton-statements.ts';

const statementsOfKind: {
  readonly [K in BootstrapKind]: (needs: ApplyNeeds) => readonly ReasonedStatement[];
} = {
  roles: roleStatements,
  policies: policyStatements,
  groups: groupStatements,
  users: userStatements,
  'instance-profiles': instanceProfileStatements,
  'service-linked-roles': linkedRoleStatements,
  'oidc-providers': oidcProviderStatements,
  'account-alias': accountAliasStatements,
  'password-policy': passwordPolicyStatements,
  'alternate-contacts': alternateContactStatements,
  'saml-providers': samlProviderStatements,
  'proton-settings': protonStatements,
  analyzers: analyzerStatements,
  'identity-center-directory': directoryStatements,
  'permission-sets': permissionSetStatements,
  'account-assignments': accountAssignmentStatements,
  credentials: credentialStatements,
};

/** What the apply role may do beside reading. */
export function applyStatements(needs: ApplyNeeds): readonly ReasonedStatement[] {
  const ofKinds = bootstrapKinds
    .filter((kind) => reaches(needs, kind))
    .flatMap((kind) => statementsOfKind[kind](needs));
  return [...ofKinds, ...leaseStatements(needs)];
}

/** The actions that statements name, sorted. */
export function actionsOf(statements: readonly ReasonedStatement[]): readonly string[] {
  return [...new Set(statements.flatMap(({ statement }) => asList(statement.Action)))].sort();
}
