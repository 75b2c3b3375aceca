import { defineMonitorCheck } from './monitor-check.ts';
import { aSignIn, identityOf } from './sample-events.ts';

export const monitorNoMfaSignin = defineMonitorCheck({
  id: 'monitor-no-mfa-signin',
  title: 'Somebody is told when a user signs in without MFA',
  rationale: 'A password without a second factor is the easiest way in.',
  events: [
    aSignIn(
      'sign-in without MFA',
      identityOf('IAMUser', 'arn:aws:iam::111122223333:user/someone', 'someone'),
      'No',
    ),
  ],
  bySignIn: true,
  pattern:
    '{ $.eventName = "ConsoleLogin" && $.additionalEventData.MFAUsed != "Yes" && $.userIdentity.type = "IAMUser" && $.responseElements.ConsoleLogin = "Success" }',
});
