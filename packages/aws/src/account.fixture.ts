import type { CollectRequest, PartName } from '@rolecall/core';
import { partPermissions } from '@rolecall/core';
import { callerAnswer, jsonError, type StubAnswer, xml } from './query-stub.fixture.ts';
import { serviceAnswers } from './services.fixture.ts';

const account = 'arn:aws:iam::111122223333';
const made = '<CreateDate>2024-01-02T03:04:05Z</CreateDate>';

/** As AWS sends documents: percent-encoded. The plus stays a plus. */
const encodedTrust = encodeURIComponent(
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a+b c' } },
      },
    ],
  }),
).replaceAll('%2B', '+');

/** As emulators send them. */
const plainDocument =
  '{&quot;Statement&quot;:{&quot;Effect&quot;:&quot;Allow&quot;,&quot;Action&quot;:&quot;s3:Get%20&quot;,&quot;Resource&quot;:&quot;*&quot;}}';

export const userXml = `<member>
  <UserName>ada</UserName><UserId>AIDAADA</UserId><Path>/rolecall/test/</Path>
  <Arn>${account}:user/rolecall/test/ada</Arn>${made}
  <GroupList><member>admins</member></GroupList>
  <AttachedManagedPolicies><member><PolicyName>ReadOnlyAccess</PolicyName>
    <PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn></member></AttachedManagedPolicies>
  <UserPolicyList><member><PolicyName>own</PolicyName>
    <PolicyDocument>${plainDocument}</PolicyDocument></member></UserPolicyList>
  <PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>
    <PermissionsBoundaryArn>${account}:policy/edge</PermissionsBoundaryArn></PermissionsBoundary>
  <Tags><member><Key>team</Key><Value></Value></member></Tags></member>`;

export const groupXml = `<member><GroupName>admins</GroupName><GroupId>AGPAADM</GroupId><Path>/</Path>
  <Arn>${account}:group/admins</Arn>${made}<GroupPolicyList/><AttachedManagedPolicies/></member>`;

export const roleXml = `<member><RoleName>worker</RoleName><RoleId>AROAWRK</RoleId><Path>/</Path>
  <Arn>${account}:role/worker</Arn>${made}
  <AssumeRolePolicyDocument>${encodedTrust}</AssumeRolePolicyDocument>
  <InstanceProfileList><member><InstanceProfileName>box</InstanceProfileName></member>
  </InstanceProfileList><RolePolicyList/><AttachedManagedPolicies/><Tags/>
  <RoleLastUsed><LastUsedDate>2026-11-01T00:00:00Z</LastUsedDate><Region>eu-central-1</Region>
  </RoleLastUsed></member>`;

export const policyXml = `<member><PolicyName>edge</PolicyName><PolicyId>ANPAEDGE</PolicyId>
  <Path>/rolecall/test/</Path><Arn>${account}:policy/rolecall/test/edge</Arn>${made}
  <DefaultVersionId>v9</DefaultVersionId><AttachmentCount>0</AttachmentCount>
  <PermissionsBoundaryUsageCount>1</PermissionsBoundaryUsageCount><PolicyVersionList>
  <member><VersionId>v9</VersionId><IsDefaultVersion>true</IsDefaultVersion>${made}
    <Document>${plainDocument}</Document></member>
  <member><VersionId>v10</VersionId><IsDefaultVersion>false</IsDefaultVersion>
    <Document>%7B%7D</Document></member></PolicyVersionList></member>`;

export const detailsXml = (lists: {
  readonly users?: string;
  readonly groups?: string;
  readonly roles?: string;
  readonly policies?: string;
}): string => `<IsTruncated>false</IsTruncated>
  <UserDetailList>${lists.users ?? ''}</UserDetailList>
  <GroupDetailList>${lists.groups ?? ''}</GroupDetailList>
  <RoleDetailList>${lists.roles ?? ''}</RoleDetailList>
  <Policies>${lists.policies ?? ''}</Policies>`;

export const reportHeader =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';

export const report = `${reportHeader}
<root_account>,${account}:root,2020-01-01T00:00:00+00:00,not_supported,2026-01-01T00:00:00+00:00,not_supported,not_supported,true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
ada,${account}:user/rolecall/test/ada,2024-01-02T03:04:05+00:00,true,no_information,2024-01-02T03:04:05+00:00,N/A,true,true,2024-01-02T03:04:05+00:00,2026-11-01T01:00:00+01:00,us-east-1,iam,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A
`;

export const reportAnswer = (csv: string): StubAnswer =>
  xml(
    'iam:GetCredentialReport',
    `<Content>${btoa(csv)}</Content><ReportFormat>text/csv</ReportFormat>
     <GeneratedTime>2026-11-20T10:00:00Z</GeneratedTime>`,
  );

const q = (action: string, result: string): readonly [string, StubAnswer] => [
  action,
  xml(action, result),
];

/** One answer per action: an account in which every part holds something. */
export const accountAnswers: Readonly<Record<string, StubAnswer>> = {
  ...serviceAnswers,
  'sts:GetCallerIdentity': callerAnswer,
  'organizations:DescribeOrganization': {
    body: JSON.stringify({
      Organization: { Id: 'o-example', MasterAccountId: '999988887777', FeatureSet: 'ALL' },
    }),
  },
  ...Object.fromEntries([
    q(
      'iam:GetAccountAuthorizationDetails',
      detailsXml({ users: userXml, groups: groupXml, roles: roleXml, policies: policyXml }),
    ),
    q('iam:GenerateCredentialReport', '<State>COMPLETE</State>'),
    ['iam:GetCredentialReport', reportAnswer(report)],
    q(
      'iam:GetAccountSummary',
      '<SummaryMap><entry><key>Users</key><value>1</value></entry></SummaryMap>',
    ),
    q(
      'iam:GetAccountPasswordPolicy',
      `<PasswordPolicy><MinimumPasswordLength>14</MinimumPasswordLength>
       <RequireSymbols>true</RequireSymbols><RequireNumbers>true</RequireNumbers>
       <RequireUppercaseCharacters>true</RequireUppercaseCharacters>
       <RequireLowercaseCharacters>false</RequireLowercaseCharacters>
       <AllowUsersToChangePassword>true</AllowUsersToChangePassword>
       <ExpirePasswords>false</ExpirePasswords><MaxPasswordAge>0</MaxPasswordAge>
       <PasswordReusePrevention>24</PasswordReusePrevention></PasswordPolicy>`,
    ),
    q(
      'iam:ListVirtualMFADevices',
      `<IsTruncated>false</IsTruncated><VirtualMFADevices><member>
       <SerialNumber>${account}:mfa/ada</SerialNumber>
       <User><Arn>${account}:user/rolecall/test/ada</Arn></User></member></VirtualMFADevices>`,
    ),
    q(
      'iam:ListServerCertificates',
      `<ServerCertificateMetadataList><member><ServerCertificateName>web</ServerCertificateName>
       <Arn>${account}:server-certificate/web</Arn><UploadDate>2025-01-01T00:00:00Z</UploadDate>
       <Expiration>2027-01-01T00:00:00Z</Expiration></member></ServerCertificateMetadataList>`,
    ),
    q(
      'iam:ListSAMLProviders',
      `<SAMLProviderList><member><Arn>${account}:saml-provider/idp</Arn>${made}</member></SAMLProviderList>`,
    ),
    q(
      'iam:GetSAMLProvider',
      '<SAMLMetadataDocument>&lt;EntityDescriptor/&gt;</SAMLMetadataDocument><Tags/>',
    ),
    q(
      'iam:ListOpenIDConnectProviders',
      `<OpenIDConnectProviderList><member>
       <Arn>${account}:oidc-provider/token.actions.githubusercontent.com</Arn></member>
       </OpenIDConnectProviderList>`,
    ),
    q(
      'iam:GetOpenIDConnectProvider',
      `<Url>https://token.actions.githubusercontent.com</Url>
       <ClientIDList><member>sts.amazonaws.com</member></ClientIDList><ThumbprintList/>
       <Tags><member><Key>a</Key><Value>b</Value></member></Tags>`,
    ),
    q('iam:ListAccountAliases', '<AccountAliases><member>example</member></AccountAliases>'),
    q(
      'iam:ListOrganizationsFeatures',
      `<OrganizationId>o-example</OrganizationId>
       <EnabledFeatures><member>RootSessions</member></EnabledFeatures>`,
    ),
    q(
      'iam:ListServiceSpecificCredentials',
      `<ServiceSpecificCredentials><member><UserName>ada</UserName><Status>Active</Status>${made}
       <ServiceName>bedrock.amazonaws.com</ServiceName>
       <ServiceSpecificCredentialId>ACCA1</ServiceSpecificCredentialId></member>
       </ServiceSpecificCredentials>`,
    ),
    q(
      'iam:ListMFADevices',
      `<MFADevices><member><UserName>ada</UserName><SerialNumber>${account}:u2f/user/ada/k</SerialNumber>
       </member></MFADevices>`,
    ),
    q(
      'iam:ListSSHPublicKeys',
      `<SSHPublicKeys><member><UserName>ada</UserName><SSHPublicKeyId>APKA1</SSHPublicKeyId>
       <Status>Inactive</Status><UploadDate>2025-01-01T00:00:00Z</UploadDate></member></SSHPublicKeys>`,
    ),
    q('iam:GetLoginProfile', `<LoginProfile><UserName>ada</UserName>${made}</LoginProfile>`),
    q(
      'iam:ListAccessKeys',
      `<AccessKeyMetadata>
       <member><UserName>ada</UserName><AccessKeyId>AKIA1</AccessKeyId><Status>Active</Status>${made}</member>
       <member><UserName>ada</UserName><AccessKeyId>AKIA2</AccessKeyId><Status>Inactive</Status>${made}</member>
     </AccessKeyMetadata>`,
    ),
    q('iam:ListSigningCertificates', '<Certificates/>'),
    q(
      'iam:ListRoles',
      `<Roles><member><RoleName>worker</RoleName><Description>Works.</Description>
       <MaxSessionDuration>7200</MaxSessionDuration></member>
       <member><RoleName>plain</RoleName></member></Roles>`,
    ),
    q(
      'iam:GetPolicy',
      `<Policy><DefaultVersionId>v3</DefaultVersionId><Description>Edge.</Description>
       <Tags><member><Key>rolecall:owner</Key><Value>test</Value></member></Tags></Policy>`,
    ),
    q(
      'iam:GetPolicyVersion',
      `<PolicyVersion><VersionId>v3</VersionId><Document>${plainDocument}</Document></PolicyVersion>`,
    ),
    q(
      'iam:ListInstanceProfiles',
      `<InstanceProfiles><member><InstanceProfileName>box</InstanceProfileName><Path>/</Path>
       <Arn>${account}:instance-profile/box</Arn>
       <Roles><member><RoleName>worker</RoleName></member></Roles></member>
       <member><InstanceProfileName>Other</InstanceProfileName><Path>/x/</Path>
       <Arn>${account}:instance-profile/x/Other</Arn><Roles/></member></InstanceProfiles>`,
    ),
    q(
      'iam:GetInstanceProfile',
      `<InstanceProfile><InstanceProfileName>box</InstanceProfileName>
       <Tags><member><Key>k</Key><Value>v</Value></member></Tags></InstanceProfile>`,
    ),
  ]),
};

export const noOrganization = jsonError('AWSOrganizationsNotInUseException');

export const allParts: readonly PartName[] = partNames();

export const fullRequest: CollectRequest = {
  parts: allParts,
  planning: {
    pathPrefix: '/rolecall/test/',
    policyNames: [],
    instanceProfileNames: ['BOX'],
    userNames: [],
    signInUserNames: ['nobody'],
    managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
    heldPolicyArns: [],
  },
};

function partNames(): readonly PartName[] {
  const isPartName = (name: string): name is PartName => name in partPermissions;
  return Object.keys(partPermissions).filter(isPartName);
}
