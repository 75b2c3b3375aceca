import type { PolicyDocument } from '@rolecall/policy';

/**
 * What a session that only plans may do at most, whatever its role may: a mistake in planning cannot
 * become a change. Names are shortened, since AWS takes 2,048 characters.
 */
export const planSessionPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'access-analyzer:Check*',
        'access-analyzer:List*',
        'access-analyzer:ValidatePolicy',
        'account:Get*',
        'account:List*',
        'apprunner:List*',
        'cloudformation:Describe*',
        'cloudtrail:Describe*',
        'cloudtrail:Get*',
        'cloudtrail:ListTrails',
        'cloudwatch:Describe*',
        'ec2:DescribeInstances',
        'events:List*',
        // Makes the reports that are read; no other action begins so.
        'iam:Generate*',
        'iam:Get*',
        'iam:List*',
        'iam:SimulatePrincipalPolicy',
        'identitystore:Describe*',
        'identitystore:List*',
        'logs:Describe*',
        'organizations:Describe*',
        'organizations:List*',
        'proton:Get*',
        'sns:List*',
        'ssm-incidents:Get*',
        'ssm-incidents:List*',
        'sso:Describe*',
        'sso:Get*',
        'sso:List*',
      ],
      Resource: '*',
    },
  ],
};
