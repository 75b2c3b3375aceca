import { now } from '../../account/account.ts';
import { organizationRole } from '../../account/organization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  OrganizationsInputs,
  OrganizationsOutputs,
} from '../../wire/organizations-api.gen.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';
import { inOrganization, visibleOrganization } from './organization.ts';

export const trustedServiceActions = {
  /** From the management account only. */
  EnableAWSServiceAccess: ({ account }, { ServicePrincipal }) => {
    const { trustedServices } = inOrganization(account);
    if (organizationRole(account) !== 'management') {
      refuse('AccessDenied', "You don't have permissions to access this resource.");
    }
    if (!trustedServices.has(ServicePrincipal)) trustedServices.set(ServicePrincipal, now(account));
    return {};
  },
  ListAWSServiceAccessForOrganization: (call, { NextToken, MaxResults }) => {
    const { trustedServices } = visibleOrganization(call.account);
    const page = { token: NextToken, size: MaxResults ?? 20 };
    const { items, next } = tokenPage(call, page, [...trustedServices]);
    return {
      EnabledServicePrincipals: items.map(([ServicePrincipal, at]) => ({
        ServicePrincipal,
        DateEnabled: epoch(at),
      })),
      NextToken: next,
    };
  },
} satisfies Handlers<OrganizationsInputs, OrganizationsOutputs>;
