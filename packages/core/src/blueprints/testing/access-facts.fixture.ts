import {
  account,
  assumedBy,
  type BlueprintFacts,
  createLinkedRole,
  passRole,
} from './facts.fixture.ts';

/**
 * What the collected facts say of roles that pods, machines, people and other accounts assume, and
 * of linked roles; written down from them and not from the catalogue.
 */
const cluster = `arn:aws:eks:eu-central-1:${account}:cluster/web`;
const anchor = `arn:aws:rolesanywhere:eu-central-1:${account}:trust-anchor/x`;
const issuer = 'oidc.eks.eu-central-1.amazonaws.com/id/ABC';
const pods = { namespace: 'web', serviceAccount: 'app' };
const podTags = {
  'aws:RequestTag/kubernetes-namespace': 'web',
  'aws:RequestTag/kubernetes-service-account': 'app',
};
const podIdentity = { principal: { Service: ['pods.eks.amazonaws.com'] } };
const tagging = ['sts:AssumeRole', 'sts:TagSession'];
const trail = 'arn:aws:s3:::trail';
const key = `arn:aws:kms:eu-central-1:${account}:key/x`;
const alice = `arn:aws:iam::${account}:user/alice`;

export const accessFacts: readonly BlueprintFacts[] = [
  {
    id: 'eks-cluster',
    values: { autoMode: true },
    roles: {
      AmazonEKSClusterRole: {
        ...assumedBy('eks.amazonaws.com'),
        action: tagging,
        managedPolicies: [
          'AmazonEKSClusterPolicy',
          'AmazonEKSComputePolicy',
          'AmazonEKSBlockStoragePolicy',
          'AmazonEKSLoadBalancingPolicy',
          'AmazonEKSNetworkingPolicy',
        ],
      },
    },
    companions: [
      passRole('eks.amazonaws.com', 'AmazonEKSClusterRole'),
      createLinkedRole('eks.amazonaws.com'),
    ],
  },
  ...[
    { values: pods, tags: podTags },
    {
      values: { ...pods, clusterArns: [cluster] },
      tags: { ...podTags, 'aws:RequestTag/eks-cluster-arn': [cluster] },
    },
  ].map(
    ({ values, tags }): BlueprintFacts => ({
      id: 'eks-pod-identity',
      values,
      roles: {
        EksPodRole: {
          ...podIdentity,
          action: tagging,
          condition: { StringEquals: tags },
          managedPolicies: [],
        },
      },
      companions: [
        passRole('pods.eks.amazonaws.com', 'EksPodRole'),
        ['iam:GetRole', '', '{{arn:role/EksPodRole}}'],
      ],
    }),
  ),
  {
    id: 'eks-irsa',
    values: { ...pods, issuer },
    providers: { [issuer]: ['sts.amazonaws.com'] },
    roles: {
      EksServiceAccountRole: {
        principal: { Federated: [`arn:aws:iam::${account}:oidc-provider/${issuer}`] },
        action: ['sts:AssumeRoleWithWebIdentity'],
        condition: {
          StringEquals: {
            [`${issuer}:sub`]: 'system:serviceaccount:web:app',
            [`${issuer}:aud`]: 'sts.amazonaws.com',
          },
        },
        managedPolicies: [],
      },
    },
    companions: [],
  },
  {
    id: 'roles-anywhere',
    values: { trustAnchorArn: anchor, commonNames: ['build-1'] },
    roles: {
      RolesAnywhereRole: {
        principal: { Service: ['rolesanywhere.amazonaws.com'] },
        action: [...tagging, 'sts:SetSourceIdentity'],
        condition: {
          StringEquals: { 'aws:PrincipalTag/x509Subject/CN': ['build-1'] },
          ArnEquals: { 'aws:SourceArn': anchor },
        },
        managedPolicies: [],
      },
    },
    companions: [
      passRole('rolesanywhere.amazonaws.com', 'RolesAnywhereRole'),
      [
        [
          'rolesanywhere:CreateTrustAnchor',
          'rolesanywhere:CreateProfile',
          'rolesanywhere:ListTrustAnchors',
          'rolesanywhere:ListProfiles',
          'rolesanywhere:TagResource',
        ].join(),
        '',
        '*',
      ],
      createLinkedRole('rolesanywhere.amazonaws.com'),
    ],
  },
  ...[false, true].map(
    (strictTrust): BlueprintFacts => ({
      id: 'accessanalyzer-generation',
      values: { bucket: 'trail', kmsKeyArns: [key], strictTrust },
      roles: {
        AccessAnalyzerMonitorServiceRole_Rolecall: {
          ...assumedBy(
            'access-analyzer.amazonaws.com',
            strictTrust ? { StringEquals: { 'aws:SourceAccount': account } } : undefined,
          ),
          managedPolicies: [],
          inline: {
            ReadTrail: [
              [['cloudtrail:GetTrail'], ['*']],
              [
                ['iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails'],
                ['*'],
              ],
              [
                ['s3:GetObject', 's3:ListBucket'],
                [trail, `${trail}/*`],
              ],
              [['kms:Decrypt'], [key]],
            ],
          },
        },
      },
      companions: [
        passRole('access-analyzer.amazonaws.com', 'AccessAnalyzerMonitorServiceRole_Rolecall'),
        ['iam:GetRole', '', '{{arn:role/AccessAnalyzerMonitorServiceRole_Rolecall}}'],
        [
          [
            'access-analyzer:CancelPolicyGeneration',
            'access-analyzer:GetGeneratedPolicy',
            'access-analyzer:ListPolicyGenerations',
            'access-analyzer:StartPolicyGeneration',
            'cloudtrail:ListTrails',
          ].join(),
          '',
          '*',
        ],
      ],
    }),
  ),
  {
    id: 'service-linked-role',
    values: { service: 'config.amazonaws.com' },
    roles: {},
    linkedRoles: ['config.amazonaws.com'],
    companions: [createLinkedRole('config.amazonaws.com')],
  },
  {
    id: 'app-runner-linked-roles',
    roles: {},
    linkedRoles: ['apprunner.amazonaws.com', 'networking.apprunner.amazonaws.com'],
    companions: ['apprunner.amazonaws.com', 'networking.apprunner.amazonaws.com'].map(
      createLinkedRole,
    ),
  },
  {
    id: 'proton-linked-roles',
    roles: {},
    linkedRoles: [
      'sync.proton.amazonaws.com',
      'service-sync.proton.amazonaws.com',
      'codebuild.proton.amazonaws.com',
    ],
    companions: [
      'sync.proton.amazonaws.com',
      'service-sync.proton.amazonaws.com',
      'codebuild.proton.amazonaws.com',
    ].map(createLinkedRole),
  },
  {
    id: 'incident-manager-responders',
    roles: {},
    groups: { IncidentResponders: { managedPolicies: ['AWSIncidentManagerResolverAccess'] } },
    companions: [],
  },
  {
    id: 'aws-login',
    values: { userName: 'alice' },
    roles: {},
    groups: { Developers: { managedPolicies: ['SignInLocalDevelopmentAccess'] } },
    users: { alice: ['Developers', 'IAMUserChangePassword'] },
    companions: [],
  },
  {
    id: 'emergency-administrator',
    values: { principals: [alice], mfaMaxAge: 3600 },
    roles: {
      EmergencyAdministratorRole: {
        principal: { AWS: [alice] },
        action: ['sts:AssumeRole'],
        condition: {
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': 3600 },
        },
        managedPolicies: ['AdministratorAccess'],
      },
    },
    companions: [['sts:AssumeRole', '', '{{arn:role/EmergencyAdministratorRole}}']],
  },
  {
    id: 'third-party-access',
    values: {
      principalArns: ['arn:aws:iam::777788889999:root'],
      externalId: 'x-1',
      managedPolicies: ['SecurityAudit'],
    },
    roles: {
      OutsideServiceRole: {
        principal: { AWS: ['arn:aws:iam::777788889999:root'] },
        action: ['sts:AssumeRole'],
        condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
        managedPolicies: ['SecurityAudit'],
      },
    },
    companions: [],
  },
];
