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
        'access-analyzer:ValidatePolicy',
        // Makes the report that is read; no other action begins so.
        'iam:GenerateCredentialReport',
        'iam:Get*',
        'iam:List*',
        'iam:SimulatePrincipalPolicy',
        'organizations:Describe*',
      ],
      Resource: '*',
    },
  ],
};
