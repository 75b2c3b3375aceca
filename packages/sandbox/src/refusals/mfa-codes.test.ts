import { EnableMFADeviceCommand } from '@aws-sdk/client-iam';
import { describeRefusals, own } from './refusals.fixture.ts';

describeRefusals('codes of MFA devices', [
  [
    'same twice',
    (iam) =>
      iam.send(
        new EnableMFADeviceCommand({
          UserName: 'alice',
          SerialNumber: 'GAHT12345678',
          AuthenticationCode1: '123456',
          AuthenticationCode2: '123456',
        }),
      ),
    '403 InvalidAuthenticationCode: Authentication code for device is not valid.',
  ],
  [
    'in use',
    (iam) =>
      iam.send(
        new EnableMFADeviceCommand({
          UserName: 'alice',
          SerialNumber: own('mfa/mfa'),
          AuthenticationCode1: '123456',
          AuthenticationCode2: '654321',
        }),
      ),
    '409 EntityAlreadyExists: MFA Device is already in use.',
  ],
]);
