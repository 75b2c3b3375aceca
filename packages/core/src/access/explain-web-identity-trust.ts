import {
  evaluateRequest,
  explainDecision,
  type MissedAllow,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';
import type { WebIdentityClaims } from './web-identity-claims.ts';

interface WebIdentityAttempt {
  readonly claims: WebIdentityClaims;
  /** Without `https://`. */
  readonly issuer: string;
  /** ARN of the provider that the role's account has for the issuer. */
  readonly provider: string;
  readonly roleArn: string;
}

/**
 * What in a trust policy keeps a token out, as sentences. Only its issuer, audience and subject are
 * known: conditions on other keys are named and otherwise left out of account.
 * @throws PolicyFormatError
 */
export function explainTrust(
  trust: PolicyDocument,
  { claims, issuer, provider, roleArn }: WebIdentityAttempt,
): readonly string[] {
  const context = { [`${issuer}:aud`]: claims.aud, [`${issuer}:sub`]: claims.sub };
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const read = statementsOf(trust).map((statement, index) => ({
    number: index + 1,
    ...splitConditions(statement, known),
  }));
  // A Deny that tests anything else as well may not apply.
  const counted = read.filter(
    ({ statement, others }) => statement.Effect === 'Allow' || others.length === 0,
  );
  const policies = {
    resource: { ...trust, Statement: counted.map(({ statement }) => statement) },
    resourceKind: 'trust' as const,
  };
  const request = {
    principal: { kind: 'federated' as const, provider },
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: roleArn,
    context,
  };
  const evaluation = evaluateRequest(request, policies);
  const { decision, nearMisses } = explainDecision({ evaluation, request, policies });
  const others = [...new Set(read.flatMap(({ others }) => others))];
  switch (decision) {
    case 'allowed':
      return others.length > 0
        ? [
            `The trust policy lets in this audience and subject, but also tests ${others.join(', ')}.`,
          ]
        : ['The trust policy lets this token in: an organization policy may stand in the way.'];
    case 'explicitDeny':
      return ['A Deny of the trust policy keeps it out.'];
    case 'implicitDeny':
      return nearMisses.length > 0
        ? nearMisses.map((miss) => describeMiss(miss, counted[miss.statement]?.number))
        : ['No statement of the trust policy allows sts:AssumeRoleWithWebIdentity.'];
    default:
      return decision satisfies never;
  }
}

function describeMiss({ sid, reasons }: MissedAllow, number: number | undefined): string {
  return `Statement ${sid ?? number} of the trust policy does not apply. ${reasons.join(' ')}`;
}

/** The statement without the conditions on keys that are not known, and those keys. */
function splitConditions(
  { Condition = {}, ...rest }: PolicyStatement,
  known: ReadonlySet<string>,
): { readonly statement: PolicyStatement; readonly others: readonly string[] } {
  const isKnown = (key: string) => known.has(key.toLowerCase());
  const kept = Object.entries(Condition).flatMap(([operator, keys]) => {
    const tests = Object.entries(keys).filter(([key]) => isKnown(key));
    return tests.length === 0 ? [] : [[operator, Object.fromEntries(tests)] as const];
  });
  return {
    statement: { ...rest, ...(kept.length > 0 && { Condition: Object.fromEntries(kept) }) },
    others: Object.values(Condition).flatMap((keys) =>
      Object.keys(keys).filter((key) => !isKnown(key)),
    ),
  };
}
