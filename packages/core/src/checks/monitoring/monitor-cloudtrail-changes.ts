import { defineMonitorCheck } from './monitor-check.ts';
import { aCall } from './sample-events.ts';

const changes = ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'];

export const monitorCloudtrailChanges = defineMonitorCheck({
  id: 'monitor-cloudtrail-changes',
  title: 'Somebody is told when a trail changes',
  rationale: 'Who wants to act unseen stops the trail first.',
  events: changes.map((name) => aCall('cloudtrail', name)),
  pattern: `{ ${changes.map((name) => `$.eventName = ${name}`).join(' || ')} }`,
});
