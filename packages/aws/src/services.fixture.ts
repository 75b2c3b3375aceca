import { json, type StubAnswer, xml } from './query-stub.fixture.ts';

const time = Date.parse('2026-11-01T00:00:00Z') / 1000;
const here = '111122223333';
const management = '999988887777';
const member = (id: string, State: string) => ({
  Id: id,
  Name: `account ${id}`,
  Arn: `arn:aws:organizations::${management}:account/o-example/${id}`,
  State,
});

export const trailArn = `arn:aws:cloudtrail:us-east-1:${here}:trail/all`;
export const analyzerArn = `arn:aws:access-analyzer:eu-central-1:${here}:analyzer/outside`;
const topicArn = `arn:aws:sns:eu-central-1:${here}:security`;
const instanceArn = 'arn:aws:sso:::instance/ssoins-1';
export const permissionSetArn = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1';
const replicationSetArn = `arn:aws:ssm-incidents::${here}:replication-set/r-1`;

export const trail = {
  Name: 'all',
  TrailARN: trailArn,
  HomeRegion: 'us-east-1',
  IsMultiRegionTrail: true,
  IsOrganizationTrail: false,
  LogFileValidationEnabled: true,
  S3BucketName: 'logs',
  CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${here}:log-group:trail:*`,
};

export const centerInstance = {
  InstanceArn: instanceArn,
  IdentityStoreId: 'd-1',
  OwnerAccountId: here,
  Status: 'ACTIVE',
  CreatedDate: time,
  PrimaryRegion: 'eu-central-1',
};

export const analyzer = {
  arn: analyzerArn,
  name: 'outside',
  type: 'ACCOUNT',
  status: 'ACTIVE',
  createdAt: '2026-01-01T00:00:00Z',
  tags: { team: 'security' },
};

export const lastAccessedXml = `<JobStatus>COMPLETED</JobStatus>
  <JobCreationDate>2026-11-20T00:00:00Z</JobCreationDate>
  <JobCompletionDate>2026-11-20T00:00:01Z</JobCompletionDate><IsTruncated>false</IsTruncated>
  <ServicesLastAccessed><member><ServiceName>Amazon S3</ServiceName>
  <ServiceNamespace>s3</ServiceNamespace>
  <LastAuthenticated>2026-11-01T00:00:00Z</LastAuthenticated></member>
  <member><ServiceName>AWS IAM</ServiceName><ServiceNamespace>iam</ServiceNamespace></member>
  </ServicesLastAccessed>`;

const reservationsXml = `<reservationSet><item><ownerId>${here}</ownerId><instancesSet>
  <item><instanceId>i-1</instanceId><instanceState><name>running</name></instanceState>
  <iamInstanceProfile><arn>arn:aws:iam::${here}:instance-profile/box</arn></iamInstanceProfile></item>
  <item><instanceId>i-2</instanceId><instanceState><name>stopped</name></instanceState></item>
  </instancesSet></item></reservationSet>`;

/** Answers of the services beside IAM: what is regional is the same in both regions. */
export const serviceAnswers: Readonly<Record<string, StubAnswer>> = {
  'account:ListRegions': json({
    Regions: [
      { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
      { RegionName: 'eu-central-1', RegionOptStatus: 'ENABLED' },
    ],
  }),
  'account:GetContactInformation': json({
    ContactInformation: {
      FullName: 'Example Corp',
      CompanyName: '',
      PhoneNumber: '+1 555 0100',
      AddressLine1: 'Any Street 1',
      City: 'Any Town',
      PostalCode: '12345',
      CountryCode: 'US',
    },
  }),
  'account:GetAlternateContact': json({
    AlternateContact: {
      Name: 'Desk',
      EmailAddress: 'desk@example.com',
      PhoneNumber: '+1 555 0101',
      Title: 'Desk',
    },
  }),
  'organizations:ListAccounts': json({
    Accounts: [
      member(management, 'ACTIVE'),
      member('444455556666', 'ACTIVE'),
      member('777788889999', 'SUSPENDED'),
    ],
  }),
  'organizations:ListPolicies': json({
    Policies: [{ Id: 'p-1', Name: 'Fence', Type: 'SERVICE_CONTROL_POLICY', AwsManaged: false }],
  }),
  'organizations:ListTargetsForPolicy': json({ Targets: [{ TargetId: 'r-1', Type: 'ROOT' }] }),
  'organizations:ListDelegatedAdministrators': json({
    DelegatedAdministrators: [{ Id: '444455556666' }],
  }),
  'organizations:ListDelegatedServicesForAccount': json({
    DelegatedServices: [{ ServicePrincipal: 'iam.amazonaws.com' }],
  }),
  'organizations:ListHandshakesForAccount': json({
    Handshakes: [
      { Id: 'h-1', Action: 'INVITE', State: 'OPEN', ExpirationTimestamp: time },
      { Id: 'h-2', Action: 'INVITE', State: 'DECLINED', ExpirationTimestamp: time },
    ],
  }),
  'sts:AssumeRoot': xml(
    'sts:AssumeRoot',
    `<Credentials><AccessKeyId>ASIAMEMBER</AccessKeyId><SecretAccessKey>example</SecretAccessKey>
     <SessionToken>example</SessionToken><Expiration>2026-11-20T13:00:00Z</Expiration></Credentials>`,
  ),
  'sso:ListInstances': json({ Instances: [centerInstance] }),
  'sso:DescribeInstance': json({
    ...centerInstance,
    EncryptionConfigurationDetails: { KeyType: 'AWS_OWNED_KMS_KEY' },
  }),
  'sso:ListPermissionSetsProvisionedToAccount': json({ PermissionSets: [permissionSetArn] }),
  'sso:DescribePermissionSet': json({
    PermissionSet: { Name: 'Admin', PermissionSetArn: permissionSetArn, SessionDuration: 'PT8H' },
  }),
  'sso:ListManagedPoliciesInPermissionSet': json({
    AttachedManagedPolicies: [
      { Name: 'Admin', Arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    ],
  }),
  'sso:ListCustomerManagedPolicyReferencesInPermissionSet': json({
    CustomerManagedPolicyReferences: [{ Name: 'own', Path: '/' }],
  }),
  'sso:GetInlinePolicyForPermissionSet': json({
    InlinePolicy:
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}',
  }),
  'sso:GetPermissionsBoundaryForPermissionSet': json({
    PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
  }),
  'sso:ListAccountAssignments': json({
    AccountAssignments: [
      { PrincipalType: 'USER', PrincipalId: 'u-1' },
      { PrincipalType: 'GROUP', PrincipalId: 'g-1' },
    ],
  }),
  'identitystore:DescribeUser': json({
    UserId: 'u-1',
    IdentityStoreId: 'd-1',
    UserName: 'ada',
    UserStatus: 'ENABLED',
  }),
  'identitystore:DescribeGroup': json({
    GroupId: 'g-1',
    IdentityStoreId: 'd-1',
    DisplayName: 'Admins',
  }),
  'identitystore:ListGroupMemberships': json({
    GroupMemberships: [
      { IdentityStoreId: 'd-1', MembershipId: 'm-1', MemberId: { UserId: 'u-1' } },
    ],
  }),
  'sso:ListPermissionSets': json({ PermissionSets: [permissionSetArn] }),
  'sso:ListTagsForResource': json({ Tags: [{ Key: 'team', Value: 'platform' }] }),
  'sso:ListAccountsForProvisionedPermissionSet': json({ AccountIds: [here] }),
  'identitystore:ListUsers': json({
    Users: [{ UserId: 'u-1', IdentityStoreId: 'd-1', UserName: 'ada', UserStatus: 'ENABLED' }],
  }),
  'identitystore:ListGroups': json({
    Groups: [{ GroupId: 'g-1', IdentityStoreId: 'd-1', DisplayName: 'Admins' }],
  }),
  'access-analyzer:ListAnalyzers': json({ analyzers: [analyzer] }),
  'access-analyzer:ListArchiveRules': json({
    archiveRules: [
      {
        ruleName: 'own',
        filter: { isPublic: { eq: ['false'], neq: [] } },
        createdAt: '2026-01-01T00:00:00Z',
        updatedAt: '2026-01-01T00:00:00Z',
      },
    ],
  }),
  'access-analyzer:ListFindings': json({
    findings: [
      { id: 'f-1', findingType: 'ExternalAccess', resource: 'arn:aws:s3:::open', status: 'ACTIVE' },
    ],
  }),
  'access-analyzer:ListPolicyGenerations': json({
    policyGenerations: [
      { jobId: 'j-1', status: 'SUCCEEDED', startedOn: '2026-10-01T00:00:00Z' },
      { jobId: 'j-2', status: 'FAILED', startedOn: '2026-11-01T00:00:00Z' },
    ],
  }),
  'cloudtrail:DescribeTrails': json({ trailList: [trail] }),
  'cloudtrail:ListTrails': json({ Trails: [{ TrailARN: trailArn, Name: 'all' }] }),
  'cloudtrail:GetTrailStatus': json({ IsLogging: true, LatestDeliveryError: '' }),
  'cloudtrail:GetEventSelectors': json({
    TrailARN: trailArn,
    EventSelectors: [
      { ReadWriteType: 'All', IncludeManagementEvents: true, ExcludeManagementEventSources: [] },
    ],
  }),
  'logs:DescribeMetricFilters': json({
    metricFilters: [
      {
        filterName: 'root',
        filterPattern: '{ $.userIdentity.type = "Root" }',
        metricTransformations: [{ metricName: 'Root', metricNamespace: 'Trail', metricValue: '1' }],
      },
    ],
  }),
  'cloudwatch:DescribeAlarms': json({
    MetricAlarms: [
      {
        AlarmName: 'root',
        MetricName: 'Root',
        Namespace: 'Trail',
        AlarmActions: [topicArn, 'arn:aws:automate:eu-central-1:ec2:stop'],
        ActionsEnabled: true,
      },
    ],
    CompositeAlarms: [{ AlarmName: 'any', AlarmActions: [topicArn], ActionsEnabled: false }],
  }),
  'events:ListRules': json({
    Rules: [
      {
        Name: 'signin',
        Arn: `arn:aws:events:eu-central-1:${here}:rule/signin`,
        State: 'ENABLED',
        EventPattern: '{"source":["aws.signin"]}',
      },
      {
        Name: 'nightly',
        Arn: `arn:aws:events:eu-central-1:${here}:rule/nightly`,
        State: 'ENABLED',
        ScheduleExpression: 'rate(1 day)',
      },
    ],
  }),
  'events:ListTargetsByRule': json({ Targets: [{ Id: '1', Arn: topicArn }] }),
  'sns:ListSubscriptionsByTopic': xml(
    'sns:ListSubscriptionsByTopic',
    `<Subscriptions><member><SubscriptionArn>${topicArn}:s-1</SubscriptionArn></member>
     <member><SubscriptionArn>PendingConfirmation</SubscriptionArn></member></Subscriptions>`,
  ),
  'ec2:DescribeInstances': {
    body: `<DescribeInstancesResponse>${reservationsXml}</DescribeInstancesResponse>`,
  },
  'iam:GenerateServiceLastAccessedDetails': xml(
    'iam:GenerateServiceLastAccessedDetails',
    '<JobId>j-1</JobId>',
  ),
  'iam:GetServiceLastAccessedDetails': xml('iam:GetServiceLastAccessedDetails', lastAccessedXml),
  'apprunner:ListServices': json({
    ServiceSummaryList: [
      {
        ServiceName: 'web',
        ServiceArn: `arn:aws:apprunner:eu-central-1:${here}:service/web/1`,
        Status: 'RUNNING',
      },
    ],
  }),
  'ssm-incidents:ListReplicationSets': json({ replicationSetArns: [replicationSetArn] }),
  'ssm-incidents:GetReplicationSet': json({
    replicationSet: {
      arn: replicationSetArn,
      status: 'ACTIVE',
      deletionProtected: true,
      regionMap: { 'eu-central-1': { status: 'ACTIVE', statusUpdateDateTime: time } },
    },
  }),
  'cloudformation:DescribeStacks': xml(
    'cloudformation:DescribeStacks',
    `<Stacks><member><StackName>AWSProton-env</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
     <CreationTime>2025-01-01T00:00:00Z</CreationTime>
     <RoleARN>arn:aws:iam::${here}:role/proton</RoleARN></member>
     <member><StackName>shop</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
     <CreationTime>2025-01-01T00:00:00Z</CreationTime></member></Stacks>`,
  ),
  'proton:GetAccountSettings': json({
    accountSettings: {
      pipelineServiceRoleArn: `arn:aws:iam::${here}:role/proton`,
      pipelineCodebuildRoleArn: '',
      pipelineProvisioningRepository: {
        arn: `arn:aws:proton:eu-central-1:${here}:repository/GITHUB:acme/pipelines`,
        name: 'acme/pipelines',
        branch: 'main',
        provider: 'GITHUB',
      },
    },
  }),
  'iam:ListDelegationRequests': xml(
    'iam:ListDelegationRequests',
    `<DelegationRequests><member><DelegationRequestId>r-1</DelegationRequestId>
     <State>ASSIGNED</State><RequestorName>Partner</RequestorName>
     <CreateDate>2026-11-01T00:00:00Z</CreateDate></member>
     <member><DelegationRequestId>r-2</DelegationRequestId><State>REJECTED</State></member>
     </DelegationRequests><isTruncated>false</isTruncated>`,
  ),
  'iam:GetOutboundWebIdentityFederationInfo': xml(
    'iam:GetOutboundWebIdentityFederationInfo',
    '<IssuerIdentifier>https://tokens.example</IssuerIdentifier><JwtVendingEnabled>true</JwtVendingEnabled>',
  ),
};
