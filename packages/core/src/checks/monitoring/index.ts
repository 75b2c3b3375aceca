import type { CheckGroup } from '../check-group.ts';
import { emergencyLoginAlarm } from './emergency-login-alarm.ts';
import { monitorCloudtrailChanges } from './monitor-cloudtrail-changes.ts';
import { monitorIamPolicyChanges } from './monitor-iam-policy-changes.ts';
import { monitorNoMfaSignin } from './monitor-no-mfa-signin.ts';
import { monitorOrgChanges } from './monitor-org-changes.ts';
import { monitorRootUsage } from './monitor-root-usage.ts';

export const monitoringChecks: CheckGroup = {
  title: 'Alarms',
  checks: [
    monitorRootUsage,
    monitorIamPolicyChanges,
    monitorNoMfaSignin,
    monitorCloudtrailChanges,
    monitorOrgChanges,
    emergencyLoginAlarm,
  ],
};
