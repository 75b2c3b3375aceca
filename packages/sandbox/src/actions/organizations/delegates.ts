import { refuse } from '../../aws-error.ts';
import type { Handlers } from '../../service.ts';
import type {
  OrganizationsInputs,
  OrganizationsOutputs,
} from '../../wire/organizations-api.gen.ts';
import { epoch } from '../epoch.ts';
import { tokenPage } from '../page.ts';
import { showAccount, visibleOrganization } from './organization.ts';

export const delegateActions = {
  ListDelegatedAdministrators: (call, { ServicePrincipal, NextToken, MaxResults }) => {
    const { delegates, accounts } = visibleOrganization(call.account);
    const shown = [...delegates].flatMap(([id, services]) => {
      const one = accounts.get(id);
      const since = [...services].filter(
        ([service]) => ServicePrincipal === undefined || service === ServicePrincipal,
      );
      const [first] = since.map(([, at]) => at).sort();
      if (one === undefined || first === undefined) return [];
      return [{ ...showAccount(call.account, one), DelegationEnabledDate: epoch(first) }];
    });
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults ?? 20 }, shown);
    return { DelegatedAdministrators: items, NextToken: next };
  },
  ListDelegatedServicesForAccount: (call, { AccountId, NextToken, MaxResults }) => {
    const { delegates, accounts } = visibleOrganization(call.account);
    if (!accounts.has(AccountId)) {
      refuse('AccountNotFoundException', "You specified an account that doesn't exist.");
    }
    const services =
      delegates.get(AccountId) ??
      refuse(
        'AccountNotRegisteredException',
        'The provided account is not a registered delegated administrator for your organization.',
      );
    const page = { token: NextToken, size: MaxResults ?? 20 };
    const { items, next } = tokenPage(call, page, [...services]);
    return {
      DelegatedServices: items.map(([ServicePrincipal, at]) => ({
        ServicePrincipal,
        DelegationEnabledDate: epoch(at),
      })),
      NextToken: next,
    };
  },
} satisfies Handlers<OrganizationsInputs, OrganizationsOutputs>;
