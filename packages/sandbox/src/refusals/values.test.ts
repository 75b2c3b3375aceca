import {
  CreateAccountAliasCommand,
  CreateOpenIDConnectProviderCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  CreateUserCommand,
  EnableMFADeviceCommand,
  ListAccessKeysCommand,
  ListUsersCommand,
  UpdateAccountPasswordPolicyCommand,
  UpdateRoleCommand,
  UploadServerCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { policyOf } from '../clients.fixture.ts';
import { describeRefusals, trust } from './refusals.fixture.ts';

describeRefusals('values have a shape', [
  [
    'characters of a name',
    (iam) => iam.send(new CreateUserCommand({ UserName: 'al ice' })),
    '400 ValidationError: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
  ],
  [
    'length of a user name',
    (iam) => iam.send(new CreateUserCommand({ UserName: 'u'.repeat(65) })),
    `400 ValidationError: 1 validation error detected: Value '${'u'.repeat(65)}' at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    'length of a role name',
    (iam) =>
      iam.send(
        new CreateRoleCommand({ RoleName: 'r'.repeat(65), AssumeRolePolicyDocument: trust }),
      ),
    `400 ValidationError: 1 validation error detected: Value '${'r'.repeat(65)}' at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  [
    'length of a policy name',
    (iam) =>
      iam.send(
        new CreatePolicyCommand({ PolicyName: 'p'.repeat(129), PolicyDocument: policyOf() }),
      ),
    `400 ValidationError: 1 validation error detected: Value '${'p'.repeat(129)}' at 'policyName' failed to satisfy constraint: Member must have length less than or equal to 128`,
  ],
  [
    'path',
    (iam) => iam.send(new CreateUserCommand({ UserName: 'u', Path: 'nowhere' })),
    '400 ValidationError: The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ],
  [
    'path of a policy',
    (iam) =>
      iam.send(
        new CreatePolicyCommand({ PolicyName: 'p', Path: '/a b/', PolicyDocument: policyOf() }),
      ),
    '400 ValidationError: The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  ],
  [
    'reserved path',
    (iam) =>
      iam.send(
        new CreateRoleCommand({
          RoleName: 'r',
          Path: '/aws-reserved/x/',
          AssumeRolePolicyDocument: trust,
        }),
      ),
    '400 InvalidInput: The path /aws-reserved/x/ is reserved for AWS.',
  ],
  [
    'description of a role',
    (iam) =>
      iam.send(
        new CreateRoleCommand({
          RoleName: 'r',
          AssumeRolePolicyDocument: trust,
          Description: 'a — b',
        }),
      ),
    "400 ValidationError: 1 validation error detected: Value 'a — b' at 'description' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*",
  ],
  [
    'session too short',
    (iam) =>
      iam.send(
        new CreateRoleCommand({
          RoleName: 'r',
          AssumeRolePolicyDocument: trust,
          MaxSessionDuration: 3599,
        }),
      ),
    "400 ValidationError: 1 validation error detected: Value '3599' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
  ],
  [
    'session too long',
    (iam) => iam.send(new UpdateRoleCommand({ RoleName: 'app', MaxSessionDuration: 43201 })),
    "400 ValidationError: 1 validation error detected: Value '43201' at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200",
  ],
  [
    'characters of a document',
    (iam) =>
      iam.send(
        new CreatePolicyCommand({
          PolicyName: 'p',
          PolicyDocument: `${policyOf()}€`,
        }),
      ),
    '400 ValidationError: The specified value for policyDocument is invalid. It must contain only printable ASCII characters.',
  ],
  [
    'alias',
    (iam) => iam.send(new CreateAccountAliasCommand({ AccountAlias: 'Acme--Corp' })),
    "400 ValidationError: 1 validation error detected: Value 'Acme--Corp' at 'accountAlias' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$",
  ],
  [
    'alias of twelve digits',
    (iam) => iam.send(new CreateAccountAliasCommand({ AccountAlias: '123456789012' })),
    '400 InvalidInput: The account alias must not be a 12-digit number.',
  ],
  [
    'minimum password length',
    (iam) => iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 5 })),
    "400 ValidationError: 1 validation error detected: Value '5' at 'minimumPasswordLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
  ],
  [
    'page size',
    (iam) => iam.send(new ListUsersCommand({ MaxItems: 1001 })),
    "400 ValidationError: 1 validation error detected: Value '1001' at 'maxItems' failed to satisfy constraint: Member must have value less than or equal to 1000",
  ],
  [
    'marker',
    (iam) => iam.send(new ListUsersCommand({ Marker: 'nonsense' })),
    '400 ValidationError: Invalid Marker.',
  ],
  [
    'missing member',
    (iam) => iam.send(new CreateUserCommand({ UserName: undefined })),
    "400 ValidationError: 1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null",
  ],
  [
    'two at once',
    (iam) =>
      iam.send(
        new EnableMFADeviceCommand({
          UserName: 'alice',
          SerialNumber: 'GAHT12345678',
          AuthenticationCode1: '1',
          AuthenticationCode2: '22',
        }),
      ),
    "400 ValidationError: 2 validation errors detected: Value '1' at 'authenticationCode1' failed to satisfy constraint: Member must have length greater than or equal to 6; Value '22' at 'authenticationCode2' failed to satisfy constraint: Member must have length greater than or equal to 6",
  ],
  [
    'OIDC url',
    (iam) => iam.send(new CreateOpenIDConnectProviderCommand({ Url: 'http://example.com' })),
    '400 ValidationError: Invalid Open ID Connect Provider URL',
  ],
  [
    'thumbprints',
    (iam) =>
      iam.send(
        new CreateOpenIDConnectProviderCommand({
          Url: 'https://example.com',
          ThumbprintList: Array(6).fill('a'.repeat(40)),
        }),
      ),
    '400 InvalidInput: Thumbprint list must contain fewer than 5 entries.',
  ],
  [
    'SAML metadata',
    (iam) =>
      iam.send(
        new CreateSAMLProviderCommand({ Name: 's', SAMLMetadataDocument: 'x'.repeat(1000) }),
      ),
    '400 InvalidInput: Could not parse metadata',
  ],
  [
    'server certificate',
    (iam) =>
      iam.send(
        new UploadServerCertificateCommand({
          ServerCertificateName: 'c',
          CertificateBody: 'x',
          PrivateKey: 'y',
        }),
      ),
    '400 MalformedCertificate: The certificate body is malformed.',
  ],
  [
    'SSH key',
    (iam) => iam.send(new UploadSSHPublicKeyCommand({ UserName: 'alice', SSHPublicKeyBody: 'x' })),
    '400 InvalidPublicKey: The public key is not valid.',
  ],
  [
    'user left out by a role',
    (iam) => iam.send(new ListAccessKeysCommand({})),
    '400 ValidationError: Must specify userName when calling with non-User credentials',
  ],
]);
