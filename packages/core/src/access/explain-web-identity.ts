import {
  asList,
  iamArn,
  type PolicyCondition,
  type PolicyDocument,
  parseArn,
} from '@rolecall/policy';
import { explainTrust } from './explain-web-identity-trust.ts';
import type { WebIdentityClaims } from './web-identity-claims.ts';

/** Why a role cannot be assumed with a token, and what to change. */
export interface WebIdentityExplanation {
  /**
   * What a statement of the trust policy has to test to let in this subject and audience, and no
   * other. It has to stand in a document of the Version 2012-10-17.
   */
  readonly condition: PolicyCondition;
  /** What in the trust policy keeps the token out, as sentences; none where no trust was given. */
  readonly reasons: readonly string[];
  /** All of it for a person; ends with the condition as JSON. */
  readonly hint: string;
}

/**
 * Explains a refusal of `sts:AssumeRoleWithWebIdentity`, for which AWS gives no reason. Most often
 * the trust policy cannot be read at that point; where it can, `trust` tells what does not match.
 * @throws PolicyFormatError
 */
export function explainWebIdentityRefusal(
  claims: WebIdentityClaims,
  roleArn: string,
  trust?: PolicyDocument,
): WebIdentityExplanation {
  const issuer = issuerOf(claims);
  const provider = providerArn(issuer, roleArn);
  const condition = conditionFor(claims);
  const reasons =
    trust === undefined ? [] : explainTrust(trust, { claims, issuer, provider, roleArn });
  const hint = [
    `The token is of ${claims.iss} for ${asList(claims.aud).join(' or ')}, its subject is ${claims.sub}.`,
    ...reasons,
    ...githubNotes(issuer, claims.sub),
    `If this subject is to assume ${roleArn}, the role's trust policy needs a statement that allows sts:AssumeRoleWithWebIdentity to the Federated principal ${provider} with the Condition`,
    JSON.stringify(condition),
  ].join(' ');
  return { condition, reasons, hint };
}

/** Exactly this subject: a pattern would let in runs, or others, that nobody has thought of. */
function conditionFor(claims: WebIdentityClaims): PolicyCondition {
  const issuer = issuerOf(claims);
  const [first = '', ...more] = asList(claims.aud).map(literal);
  return {
    StringEquals: {
      [`${issuer}:aud`]: more.length === 0 ? first : [first, ...more],
      [`${issuer}:sub`]: literal(claims.sub),
    },
  };
}

/** As condition keys and the ARNs of providers name the issuer. */
function issuerOf({ iss }: WebIdentityClaims): string {
  return iss.replace(/^https:\/\//, '');
}

/** `${` begins a policy variable, in StringEquals too. */
function literal(text: string): string {
  return text.replaceAll('${', '${$}{');
}

function providerArn(issuer: string, roleArn: string): string {
  const role = parseArn(roleArn);
  return role === undefined ? issuer : iamArn({ ...role, type: 'oidc-provider', name: issuer });
}

/**
 * What to know of GitHub's subjects before one is put into a trust.
 * Source: GitHub documentation, "OpenID Connect reference"; changelog of 2026-04-23.
 */
function githubNotes(issuer: string, sub: string): readonly string[] {
  if (issuer !== 'token.actions.githubusercontent.com') return [];
  const [, owner, name, rest = ''] = /^repo:([^/:]+)\/([^/:]+):(.*)$/s.exec(sub) ?? [];
  if (owner === undefined || name === undefined) return [];
  const plain = (text: string) => text.replace(/@\d+$/, '');
  const isImmutable = plain(owner) !== owner && plain(name) !== name;
  return [
    isImmutable
      ? `Repositories made, renamed or transferred since 15 July 2026 have GitHub's numbers in the subject, and do not match a condition written for repo:${plain(owner)}/${plain(name)}:${rest}.`
      : `This subject holds names only, which somebody else may take over: test ${issuer}:repository_id as well. Once the repository is renamed, transferred or opted in, the subject is repo:${owner}@ID/${name}@ID:${rest} and has to be listed beside this one.`,
    ...(rest === 'pull_request'
      ? ['Every pull request of the repository has this subject: let it read only.']
      : []),
  ];
}
