import { asList, type Json, type PolicyDocument, statementsOf } from '@rolecall/policy';

/**
 * A trust policy in which the variables that stand for the role's own account and organization have
 * their values: `aws:PrincipalOrgID` equal to `${aws:ResourceOrgID}` lets in the organization of the
 * role. Before version 2012-10-17 they are plain text.
 */
export function fillResourceVariables(
  trust: PolicyDocument,
  own: { readonly account: string; readonly organizationId: string | undefined },
): PolicyDocument {
  if (trust.Version !== '2012-10-17' || !variable.test(JSON.stringify(trust))) return trust;
  const values: { readonly [name: string]: string | undefined } = {
    account: own.account,
    orgid: own.organizationId,
  };
  const fill = (value: Json): Json =>
    typeof value === 'string'
      ? value.replaceAll(variables, (whole, name: string) => values[name.toLowerCase()] ?? whole)
      : value;
  return {
    ...trust,
    Statement: statementsOf(trust).map(({ Condition, ...statement }) => ({
      ...statement,
      ...(Condition !== undefined && {
        Condition: mapValues(Condition, (tests) =>
          mapValues(tests, (value) => asList<Json>(value).map(fill)),
        ),
      }),
    })),
  };
}

const variable = /\$\{aws:Resource(?:Account|OrgID)\}/i;
const variables = /\$\{aws:Resource(Account|OrgID)\}/gi;

function mapValues<A, B>(
  record: { readonly [key: string]: A },
  change: (value: A) => B,
): { readonly [key: string]: B } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
