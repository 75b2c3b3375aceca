import type { CheckGroup } from '../check-group.ts';
import { ec2InstanceRole } from './ec2-instance-role.ts';
import { roleAdmin } from './role-admin.ts';
import { roleCognitoUnauth } from './role-cognito-unauth.ts';
import { roleConfusedDeputy } from './role-confused-deputy.ts';
import { roleCrossaccountReadonly } from './role-crossaccount-readonly.ts';
import { roleCrossaccountWrite } from './role-crossaccount-write.ts';
import { roleEc2Unused } from './role-ec2-unused.ts';
import { roleInline } from './role-inline.ts';
import { roleOidcGithubSub } from './role-oidc-github-sub.ts';
import { roleOidcSharedIssuerSub } from './role-oidc-shared-issuer-sub.ts';
import { roleSamlAud } from './role-saml-aud.ts';
import { roleServiceBroad } from './role-service-broad.ts';
import { roleServiceStale } from './role-service-stale.ts';
import { roleSlrInventory } from './role-slr-inventory.ts';
import { roleTagged } from './role-tagged.ts';
import { roleTrustAccountRoot } from './role-trust-account-root.ts';
import { roleTrustNoExternalidMfa } from './role-trust-no-externalid-mfa.ts';
import { roleTrustOrphanedPrincipal } from './role-trust-orphaned-principal.ts';
import { roleTrustUntrustedAccount } from './role-trust-untrusted-account.ts';
import { roleTrustWildcard } from './role-trust-wildcard.ts';
import { roleUnused } from './role-unused.ts';
import { rolesanywhereScoped } from './rolesanywhere-scoped.ts';
import { userServiceStale } from './user-service-stale.ts';

export const roleChecks: CheckGroup = {
  title: 'Roles and whom they trust',
  checks: [
    roleAdmin,
    roleServiceBroad,
    roleTrustWildcard,
    roleTrustUntrustedAccount,
    roleTrustNoExternalidMfa,
    roleTrustAccountRoot,
    roleTrustOrphanedPrincipal,
    roleCrossaccountReadonly,
    roleCrossaccountWrite,
    roleConfusedDeputy,
    roleOidcGithubSub,
    roleOidcSharedIssuerSub,
    roleCognitoUnauth,
    roleSamlAud,
    rolesanywhereScoped,
    roleUnused,
    roleEc2Unused,
    ec2InstanceRole,
    roleServiceStale,
    userServiceStale,
    roleSlrInventory,
    roleInline,
    roleTagged,
  ],
};
