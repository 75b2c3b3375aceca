import type { CheckGroup } from '../check-group.ts';
import { identityCenterAdminAssignments } from './identity-center-admin-assignments.ts';
import { identityCenterHygiene } from './identity-center-hygiene.ts';
import { identityCenterInUse } from './identity-center-in-use.ts';
import { identityCenterKms } from './identity-center-kms.ts';
import { identityCenterLesserAccess } from './identity-center-lesser-access.ts';
import { identityCenterPortalUrl } from './identity-center-portal-url.ts';

export const identityCenterChecks: CheckGroup = {
  title: 'IAM Identity Center',
  checks: [
    identityCenterInUse,
    identityCenterAdminAssignments,
    identityCenterLesserAccess,
    identityCenterHygiene,
    identityCenterPortalUrl,
    identityCenterKms,
  ],
};
