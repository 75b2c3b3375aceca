import { defineMonitorCheck } from './monitor-check.ts';
import { aCall, aSignIn, identityOf } from './sample-events.ts';

const root = identityOf('Root', 'arn:aws:iam::111122223333:root');

export const monitorRootUsage = defineMonitorCheck({
  id: 'monitor-root-usage',
  title: 'Somebody is told when root is used',
  rationale: 'Root is hardly ever needed: each use is either planned or an intrusion.',
  events: [
    aSignIn('sign-in of root', root),
    {
      label: 'a call by root',
      detail: { ...aCall('iam', 'CreateAccessKey').detail, userIdentity: root },
    },
  ],
  pattern:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
});
