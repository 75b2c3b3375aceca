import type { Account } from '../../account/account.ts';
import {
  type Organization,
  type OrganizationAccount,
  organizationRole,
} from '../../account/organization.ts';
import { refuse } from '../../aws-error.ts';
import type * as api from '../../wire/organizations-api.gen.ts';
import { epoch } from '../epoch.ts';

export function inOrganization({ organization }: Account): Organization {
  return (
    organization ??
    refuse('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.')
  );
}

/** The organization for whoever may look into it: the management account and its delegates. */
export function visibleOrganization(account: Account): Organization {
  const organization = inOrganization(account);
  if (organizationRole(account) === 'member') {
    refuse('AccessDenied', "You don't have permissions to access this resource.");
  }
  return organization;
}

export function accountArn(
  { partition }: Account,
  { id, managementAccount }: Organization,
  accountId: string,
): string {
  return `arn:${partition}:organizations::${managementAccount}:account/${id}/${accountId}`;
}

export function showAccount(account: Account, one: OrganizationAccount): api.Account {
  return {
    Id: one.id,
    Arn: accountArn(account, inOrganization(account), one.id),
    Email: one.email,
    Name: one.name,
    Status: one.status,
    State: one.status,
    Paths: [`${pathOf(inOrganization(account), one.parent)}${one.id}/`],
    JoinedMethod: one.joinedBy,
    JoinedTimestamp: epoch(one.joinedAt),
  };
}

/** `o-…/r-…/ou-…/`, as condition keys write it. */
function pathOf(organization: Organization, id: string): string {
  const unit = organization.units.get(id);
  if (unit === undefined) return `${organization.id}/${organization.rootId}/`;
  return `${pathOf(organization, unit.parent)}${unit.id}/`;
}
