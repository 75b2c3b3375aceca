import { createService } from '../service.ts';
import { type IamInputs, type IamOutputs, iamOperations, iamShapes } from '../wire/iam-api.gen.ts';
import { accessKeyActions } from './access-keys.ts';
import { accountSettingActions } from './account-settings.ts';
import { attachmentActions } from './attachments.ts';
import { authorizationDetailActions } from './authorization-details.ts';
import { authorizeIam } from './authorize-iam.ts';
import { delegationActions } from './delegation.ts';
import { groupActions } from './groups.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { inlinePolicyActions } from './inline-policies.ts';
import { instanceProfileActions } from './instance-profiles.ts';
import { loginProfileActions } from './login-profiles.ts';
import { mfaDeviceActions } from './mfa-devices.ts';
import { oidcProviderActions } from './oidc-providers.ts';
import { organizationsFeatureActions } from './organizations-features.ts';
import { policyActions } from './policies.ts';
import { policyEntityActions } from './policy-entities.ts';
import { policyVersionActions } from './policy-versions.ts';
import { reportActions } from './reports.ts';
import { roleActions } from './roles.ts';
import { samlProviderActions } from './saml-providers.ts';
import { serverCertificateActions } from './server-certificates.ts';
import { serviceCredentialActions } from './service-credentials.ts';
import { serviceLastAccessedActions } from './service-last-accessed.ts';
import { serviceLinkedRoleActions } from './service-linked-roles.ts';
import { signingCertificateActions } from './signing-certificates.ts';
import { simulateActions } from './simulate.ts';
import { sshKeyActions } from './ssh-keys.ts';
import { userActions } from './users.ts';

/** Every IAM action that the sandbox does, one table per entity. */
const handlers: IamHandlers = {
  ...accountSettingActions,
  ...attachmentActions,
  ...authorizationDetailActions,
  ...delegationActions,
  ...groupActions,
  ...inlinePolicyActions,
  ...policyActions,
  ...policyEntityActions,
  ...policyVersionActions,
  ...reportActions,
  ...roleActions,
  ...accessKeyActions,
  ...instanceProfileActions,
  ...loginProfileActions,
  ...mfaDeviceActions,
  ...oidcProviderActions,
  ...organizationsFeatureActions,
  ...samlProviderActions,
  ...serverCertificateActions,
  ...serviceCredentialActions,
  ...serviceLastAccessedActions,
  ...serviceLinkedRoleActions,
  ...signingCertificateActions,
  ...simulateActions,
  ...sshKeyActions,
  ...userActions,
};

export const iamService = createService<IamInputs, IamOutputs>({
  name: 'iam',
  operations: iamOperations,
  shapes: iamShapes,
  handlers,
  before: authorizeIam,
});
