import type { NormalisedRequest } from './access-request.ts';
import type { PolicySet } from './policy-set.ts';
import { accountOfArn, accountOfPrincipal } from './request-principal.ts';

/** Who stands on either side of a request. */
export interface RequestParties {
  /**
   * Whether the caller is one to whom identity policies attach: a user, role, session or account,
   * or not known. Services, users of identity providers and anonymous callers have the resource
   * policy only.
   */
  readonly iamPrincipal: boolean;
  /** Both accounts are known and differ; where one is unknown they count as the same. */
  readonly crossAccount: boolean;
}

export function partiesOf(request: NormalisedRequest, policies: PolicySet): RequestParties {
  const { principal, resource } = request;
  const caller = accountOfPrincipal(principal);
  const owner = policies.resourceAccount ?? accountOfArn(resource);
  const outside =
    principal?.kind === 'service' ||
    principal?.kind === 'federated' ||
    principal?.kind === 'anonymous';
  return {
    iamPrincipal: !outside,
    crossAccount: caller !== undefined && owner !== undefined && caller !== owner,
  };
}
