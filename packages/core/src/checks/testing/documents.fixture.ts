import type {
  PolicyCondition,
  PolicyDocument,
  PolicyPrincipal,
  PolicyStatement,
} from '@rolecall/policy';

export const stranger = '444455556666';
export const vendor = '777788889999';
export const organizationId = 'o-a1b2c3d4e5';

export function aDocument(...Statement: readonly PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement };
}

/** An Allow of the action on everything, unless told otherwise. */
export function allowing(
  Action: string | readonly string[],
  more: Partial<PolicyStatement> = {},
): PolicyDocument {
  return aDocument({ Effect: 'Allow', Action, Resource: '*', ...more });
}

export function denying(Action: string, more: Partial<PolicyStatement> = {}): PolicyStatement {
  return { Effect: 'Deny', Action, Resource: '*', ...more };
}

/** A trust policy that lets `Principal` in, and what else it says. */
export function trusting(
  Principal: PolicyPrincipal,
  Condition?: PolicyCondition,
  ...others: readonly PolicyStatement[]
): PolicyDocument {
  return aDocument(
    {
      Effect: 'Allow',
      Principal,
      Action: actionFor(Principal),
      ...(Condition !== undefined && { Condition }),
    },
    ...others,
  );
}

export function denyingTrust(Condition: PolicyCondition): PolicyStatement {
  return { Effect: 'Deny', Principal: '*', Action: 'sts:*', Condition };
}

function actionFor(principal: PolicyPrincipal): string {
  if (typeof principal === 'string' || principal['Federated'] === undefined)
    return 'sts:AssumeRole';
  return String(principal['Federated']).includes(':saml-provider/')
    ? 'sts:AssumeRoleWithSAML'
    : 'sts:AssumeRoleWithWebIdentity';
}

export function oidcProvider(issuer: string): PolicyPrincipal {
  return { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` };
}
