import { analyzerChecks } from './access-analyzer/index.ts';
import { accountChecks } from './account/index.ts';
import type { Check } from './check.ts';
import type { CheckGroup } from './check-group.ts';
import { trailChecks } from './cloudtrail/index.ts';
import { emergencyChecks } from './emergency/index.ts';
import { escalationChecks } from './escalation/index.ts';
import { federationChecks } from './federation/index.ts';
import { identityCenterChecks } from './identity-center/index.ts';
import { inventoryChecks } from './inventory/index.ts';
import { monitoringChecks } from './monitoring/index.ts';
import { organizationChecks } from './organization/index.ts';
import { passwordChecks } from './passwords/index.ts';
import { policyChecks } from './policies/index.ts';
import { roleChecks } from './roles/index.ts';
import { rootChecks } from './root/index.ts';
import { userChecks } from './users/index.ts';

export type { CheckGroup } from './check-group.ts';

/** Every check there is, in the order of reports. */
export const checkGroups: readonly CheckGroup[] = [
  rootChecks,
  accountChecks,
  organizationChecks,
  identityCenterChecks,
  emergencyChecks,
  passwordChecks,
  userChecks,
  policyChecks,
  escalationChecks,
  roleChecks,
  federationChecks,
  analyzerChecks,
  trailChecks,
  monitoringChecks,
  inventoryChecks,
].filter((group) => group.checks.length > 0);

export const checks: readonly Check[] = checkGroups.flatMap((group) => group.checks);

export function findCheck(id: string): Check | undefined {
  return checks.find((check) => check.id === id);
}
