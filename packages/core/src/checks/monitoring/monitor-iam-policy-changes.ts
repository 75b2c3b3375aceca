import { defineMonitorCheck } from './monitor-check.ts';
import { aCall } from './sample-events.ts';

const changes = [
  'DeleteGroupPolicy',
  'DeleteRolePolicy',
  'DeleteUserPolicy',
  'PutGroupPolicy',
  'PutRolePolicy',
  'PutUserPolicy',
  'CreatePolicy',
  'DeletePolicy',
  'CreatePolicyVersion',
  'DeletePolicyVersion',
  'AttachRolePolicy',
  'DetachRolePolicy',
  'AttachUserPolicy',
  'DetachUserPolicy',
  'AttachGroupPolicy',
  'DetachGroupPolicy',
];

export const monitorIamPolicyChanges = defineMonitorCheck({
  id: 'monitor-iam-policy-changes',
  title: 'Somebody is told when IAM policies change',
  rationale: 'Who gives himself more permissions does it by a policy.',
  events: changes.map((name) => aCall('iam', name)),
  pattern: `{ $.eventSource = "iam.amazonaws.com" && (${changes.map((name) => `$.eventName = ${name}`).join(' || ')}) }`,
});
