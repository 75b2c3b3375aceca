import { type Call, requireAllowed } from '../authorization.ts';
import { AwsError } from '../aws-error.ts';

/** AWS Organizations, as far as an account asks about itself. */
export const organizationsActions = {
  DescribeOrganization: (call: Call) => {
    requireAllowed(call, {
      action: 'organizations:DescribeOrganization',
      resource: '*',
      context: {},
    });
    const { organization, partition } = call.account;
    if (organization === undefined) {
      throw new AwsError(
        'AWSOrganizationsNotInUseException',
        400,
        'Your account is not a member of an organization.',
      );
    }
    const { id, managementAccount, managementEmail, featureSet } = organization;
    const arn = `arn:${partition}:organizations::${managementAccount}`;
    return {
      Organization: {
        Id: id,
        Arn: `${arn}:organization/${id}`,
        FeatureSet: featureSet,
        MasterAccountId: managementAccount,
        MasterAccountArn: `${arn}:account/${id}/${managementAccount}`,
        MasterAccountEmail: managementEmail,
        AvailablePolicyTypes: [],
      },
    };
  },
} as const;
