import { refuse } from '../../aws-error.ts';
import { createService, type Handlers } from '../../service.ts';
import {
  type OrganizationsInputs,
  type OrganizationsOutputs,
  organizationsOperations,
  organizationsShapes,
} from '../../wire/organizations-api.gen.ts';
import { authorizeService } from '../authorize-service.ts';
import { text } from '../iam-target.ts';
import { tokenPage } from '../page.ts';
import { delegateActions } from './delegates.ts';
import { accountArn, inOrganization, showAccount, visibleOrganization } from './organization.ts';
import { policyArn, showHandshake, showPolicy, showTarget } from './show-organization.ts';
import { trustedServiceActions } from './trusted-services.ts';
import { unitActions } from './units.ts';

const handlers = {
  DescribeOrganization: ({ account }) => {
    const { id, managementAccount, managementEmail, featureSet } = inOrganization(account);
    const arn = `arn:${account.partition}:organizations::${managementAccount}`;
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
  ListAccounts: (call, { NextToken, MaxResults }) => {
    const accounts = [...visibleOrganization(call.account).accounts.values()];
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults ?? 20 }, accounts);
    return { Accounts: items.map((one) => showAccount(call.account, one)), NextToken: next };
  },
  ListPolicies: (call, { Filter, NextToken, MaxResults }) => {
    const policies = [...visibleOrganization(call.account).policies.values()].filter(
      ({ type }) => type === Filter,
    );
    const { items, next } = tokenPage(call, { token: NextToken, size: MaxResults ?? 20 }, policies);
    return { Policies: items.map((one) => showPolicy(call.account, one)), NextToken: next };
  },
  ListTargetsForPolicy: (call, { PolicyId, NextToken, MaxResults }) => {
    const { policies } = visibleOrganization(call.account);
    const policy =
      policies.get(PolicyId) ??
      refuse('PolicyNotFoundException', "You specified a policy that doesn't exist.");
    const page = { token: NextToken, size: MaxResults ?? 20 };
    const { items, next } = tokenPage(call, page, policy.targets);
    return { Targets: items.map((id) => showTarget(call.account, id)), NextToken: next };
  },
  ListHandshakesForAccount: (call, { Filter, NextToken, MaxResults }) => {
    const handshakes = call.account.handshakes.filter(
      ({ action }) => Filter?.ActionType === undefined || Filter.ActionType === action,
    );
    const page = { token: NextToken, size: MaxResults ?? 20 };
    const { items, next } = tokenPage(call, page, handshakes);
    return { Handshakes: items.map((one) => showHandshake(call.account, one)), NextToken: next };
  },
  ...delegateActions,
  ...trustedServiceActions,
  ...unitActions,
} satisfies Handlers<OrganizationsInputs, OrganizationsOutputs>;

/** AWS Organizations, as far as an account may ask about its organization. */
export const organizationsService = createService<OrganizationsInputs, OrganizationsOutputs>({
  name: 'organizations',
  operations: organizationsOperations,
  shapes: organizationsShapes,
  handlers,
  before: authorizeService({
    name: 'organizations',
    resources: ({ account }, input) => {
      const { organization } = account;
      const policy = organization?.policies.get(text(input, 'PolicyId') ?? '');
      if (policy !== undefined) return [policyArn(account, policy)];
      const id = text(input, 'AccountId');
      return organization === undefined || id === undefined
        ? []
        : [accountArn(account, organization, id)];
    },
  }),
});
