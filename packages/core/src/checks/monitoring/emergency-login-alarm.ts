import type { PartValues } from '../check.ts';
import { defineCheck } from '../check.ts';
import { isEmergencyGroup, isEmergencyPrincipal } from '../emergency-principal.ts';
import { judgeEvents } from './monitor-check.ts';
import { aCall, aSignIn, identityOf, inSignInRegions, type SampleEvent } from './sample-events.ts';
import { monitoringNeeds, readWatching } from './watchers.ts';

export const emergencyLoginAlarm = defineCheck({
  id: 'emergency-login-alarm',
  title: 'Somebody is told when an emergency user or role is used',
  severity: 'medium',
  subject: 'account',
  rationale: 'Nobody expects emergency access to be used: whoever uses it should be asked why.',
  remedy:
    'Make an EventBridge rule on "AWS Console Sign In via CloudTrail" with the ARN of the user in ' +
    'detail.userIdentity.arn, in us-east-1, us-east-2, eu-north-1 and ap-southeast-2, or one in ' +
    'us-east-1 on AssumeRole of the role, and tell people by its target.',
  documentation:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  controls: ['EMG-1'],
  optIn: true,
  settings: ['emergencyPrincipals'],
  needs: ['users', 'groups', 'roles', ...monitoringNeeds],
  run: (parts, context) => {
    const events = emergencyEvents(parts, context.settings);
    if (events.length === 0) {
      const message = 'No emergency user or role is named in the settings, or none of them exists.';
      return [{ outcome: 'not-applicable', subject: context.accountArn, message }];
    }
    return [judgeEvents(events, readWatching(parts, context.partition), context)];
  },
});

function emergencyEvents(
  {
    users,
    groups,
    roles,
    eventRules,
  }: Pick<PartValues, 'users' | 'groups' | 'roles' | 'eventRules'>,
  settings: Parameters<typeof isEmergencyPrincipal>[1],
): readonly SampleEvent[] {
  const kept = new Set(
    groups.filter((group) => isEmergencyGroup(group, users, settings)).map(({ name }) => name),
  );
  return [
    ...users
      .filter(
        (user) =>
          isEmergencyPrincipal(user, settings) || user.groups.some((group) => kept.has(group)),
      )
      .flatMap(({ name, arn }) =>
        inSignInRegions(
          aSignIn(`sign-in of ${name}`, identityOf('IAMUser', arn, name)),
          eventRules,
        ),
      ),
    ...roles
      .filter((role) => isEmergencyPrincipal(role, settings))
      .map(({ name, arn }) => ({
        label: `use of role ${name}`,
        detail: {
          ...aCall('sts', 'AssumeRole').detail,
          requestParameters: { roleArn: arn, roleSessionName: 'someone' },
          resources: [{ ARN: arn, type: 'AWS::IAM::Role' }],
        },
      })),
  ];
}
