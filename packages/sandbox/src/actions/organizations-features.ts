import type { Organization } from '../account/organization.ts';
import type { Call } from '../authorization.ts';
import { refuse } from '../aws-error.ts';
import type { IamHandlers } from './iam-handlers.ts';

type Feature = Organization['features'][number];

/** Central management of member accounts' root users; from the management account only. */
export const organizationsFeatureActions = {
  ListOrganizationsFeatures: (call) => show(organizationOf(call)),
  EnableOrganizationsRootCredentialsManagement: (call) => enable(call, 'RootCredentialsManagement'),
  EnableOrganizationsRootSessions: (call) => enable(call, 'RootSessions'),
  DisableOrganizationsRootCredentialsManagement: (call) =>
    disable(call, 'RootCredentialsManagement'),
  DisableOrganizationsRootSessions: (call) => disable(call, 'RootSessions'),
} satisfies IamHandlers;

function organizationOf({ account }: Call): Organization {
  const { organization } = account;
  if (organization === undefined) {
    return refuse('OrganizationNotFoundException', 'The account is not part of an organization.');
  }
  if (organization.managementAccount !== account.id && !organization.delegatedForIam) {
    refuse(
      'AccountNotManagementOrDelegatedAdministratorException',
      'The account is neither the management account nor a delegated administrator for IAM.',
    );
  }
  if (organization.featureSet !== 'ALL') {
    refuse('OrganizationNotInAllFeaturesModeException', 'All features must be enabled.');
  }
  if (!organization.trustedServices.has('iam.amazonaws.com')) {
    refuse('ServiceAccessNotEnabledException', 'Trusted access for IAM is not enabled.');
  }
  return organization;
}

function enable(call: Call, feature: Feature) {
  const organization = organizationOf(call);
  organization.features = [...new Set([...organization.features, feature])];
  return show(organization);
}

function disable(call: Call, feature: Feature) {
  const organization = organizationOf(call);
  organization.features = organization.features.filter((one) => one !== feature);
  return show(organization);
}

function show({ id, features }: Organization) {
  return { OrganizationId: id, EnabledFeatures: features };
}
