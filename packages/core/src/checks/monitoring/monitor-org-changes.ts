import { defineMonitorCheck } from './monitor-check.ts';
import { aCall } from './sample-events.ts';

const changes = [
  'AcceptHandshake',
  'AttachPolicy',
  'CreateAccount',
  'CreateOrganizationalUnit',
  'CreatePolicy',
  'DeclineHandshake',
  'DeleteOrganization',
  'DeleteOrganizationalUnit',
  'DeletePolicy',
  'DetachPolicy',
  'DisablePolicyType',
  'EnablePolicyType',
  'InviteAccountToOrganization',
  'LeaveOrganization',
  'MoveAccount',
  'RemoveAccountFromOrganization',
  'UpdatePolicy',
  'UpdateOrganizationalUnit',
];

export const monitorOrgChanges = defineMonitorCheck({
  id: 'monitor-org-changes',
  title: 'Somebody is told when the organization changes',
  rationale: 'A guardrail that is taken off, or an account that leaves, changes what all may do.',
  events: changes.map((name) => aCall('organizations', name)),
  pattern: `{ $.eventSource = "organizations.amazonaws.com" && (${changes.map((name) => `$.eventName = ${name}`).join(' || ')}) }`,
});
