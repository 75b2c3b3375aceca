import type { DelegationRequest } from '../account/workloads.ts';
import { refuse } from '../aws-error.ts';
import type * as api from '../wire/iam-api.gen.ts';
import type { IamHandlers } from './iam-handlers.ts';
import { pageOf } from './page.ts';

/** Requests to act in the account for a while, and tokens that its principals get for others. */
export const delegationActions = {
  ListDelegationRequests: (call, { OwnerId, ...page }) => {
    const requests = OwnerId === undefined ? call.account.delegationRequests : [];
    const { items, rest } = pageOf(call, page, requests);
    return {
      DelegationRequests: items.map((one) => showRequest(one, call.account.id)),
      isTruncated: rest.IsTruncated,
      Marker: rest.Marker,
    };
  },
  GetOutboundWebIdentityFederationInfo: ({ account: { outboundFederation } }) => {
    if (outboundFederation === undefined) {
      return refuse('FeatureDisabled', 'Outbound web identity federation is not enabled.');
    }
    const { enabled, issuer } = outboundFederation;
    return { JwtVendingEnabled: enabled, IssuerIdentifier: issuer };
  },
} satisfies IamHandlers;

function showRequest(
  { id, state, requester, createdAt }: DelegationRequest,
  accountId: string,
): api.DelegationRequest {
  return {
    DelegationRequestId: id,
    OwnerAccountId: accountId,
    State: state,
    RequestorId: requester,
    RequestorName: requester,
    CreateDate: createdAt,
  };
}
