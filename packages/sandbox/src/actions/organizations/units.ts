import type { Organization } from '../../account/organization.ts';
import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  OrganizationsInputs,
  OrganizationsOutputs,
} from '../../wire/organizations-api.gen.ts';
import { tokenPage } from '../page.ts';
import { showAccount, visibleOrganization } from './organization.ts';
import { showTarget } from './show-organization.ts';

/** What lies directly in a unit or in the root. */
export const unitActions = {
  ListAccountsForParent: (call, { ParentId, NextToken, MaxResults }) => {
    const organization = visibleOrganization(call.account);
    requireParent(organization, ParentId);
    const inside = [...organization.accounts.values()].filter(({ parent }) => parent === ParentId);
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults ?? 20 }, inside);
    return { Accounts: items.map((one) => showAccount(call.account, one)), NextToken: next };
  },
  ListOrganizationalUnitsForParent: (call, { ParentId, NextToken, MaxResults }) => {
    const organization = visibleOrganization(call.account);
    requireParent(organization, ParentId);
    const inside = [...organization.units.values()].filter(({ parent }) => parent === ParentId);
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults ?? 20 }, inside);
    return {
      OrganizationalUnits: items.map(({ id, name }) => ({
        Id: id,
        Arn: showTarget(call.account, id).Arn,
        Name: name,
      })),
      NextToken: next,
    };
  },
} satisfies Partial<Handlers<OrganizationsInputs, OrganizationsOutputs>>;

function requireParent({ rootId, units }: Organization, id: string): void {
  if (id === rootId || units.has(id)) return;
  const message = "You specified a root or organizational unit (OU) that doesn't exist.";
  refuse('ParentNotFoundException', message);
}
