import { asList, type PolicyDocument, statementsOf } from '@rolecall/policy';

/** An identity provider that a trust policy names. */
export interface FederatedIssuer {
  /** As the trust writes it: an ARN, or a name such as `accounts.google.com`. */
  readonly principal: string;
  /** Host and path, as condition keys begin. */
  readonly issuer: string;
}

/** The OIDC issuers that an Allow of a trust policy names, each once. */
export function federatedIssuers(trust: PolicyDocument): readonly FederatedIssuer[] {
  const principals = statementsOf(trust).flatMap(({ Effect, Principal }) =>
    Effect === 'Allow' && typeof Principal === 'object' ? asList(Principal['Federated']) : [],
  );
  return [...new Set(principals)].toSorted().flatMap((principal) => {
    if (principal.includes(':saml-provider/')) return [];
    const issuer = /:oidc-provider\/(.+)$/.exec(principal)?.[1] ?? principal;
    return [{ principal, issuer: issuer.toLowerCase() }];
  });
}
