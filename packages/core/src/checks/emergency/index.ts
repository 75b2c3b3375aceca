import type { CheckGroup } from '../check-group.ts';
import { adminPaths } from './admin-paths.ts';
import { auditRolePresent } from './audit-role-present.ts';
import { emergencyAccessNotRoutine } from './emergency-access-not-routine.ts';
import { emergencyAccessPresent } from './emergency-access-present.ts';
import { emergencyCount } from './emergency-count.ts';
import { emergencyDrilled } from './emergency-drilled.ts';
import { emergencyUserHardened } from './emergency-user-hardened.ts';
import { supportRoleDescribed } from './support-role-described.ts';
import { supportRolePresent } from './support-role-present.ts';
import { supportRoleTrust } from './support-role-trust.ts';

export const emergencyChecks: CheckGroup = {
  title: 'Emergency, support and audit access',
  checks: [
    adminPaths,
    emergencyAccessPresent,
    emergencyCount,
    emergencyUserHardened,
    emergencyAccessNotRoutine,
    emergencyDrilled,
    supportRolePresent,
    supportRoleTrust,
    supportRoleDescribed,
    auditRolePresent,
  ],
};
