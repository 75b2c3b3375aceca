import { parseArn } from '../arn.ts';
import type { PrincipalElement, PrincipalEntry, Statement } from '../language/policy.ts';
import { joinWords } from './join-words.ts';

/**
 * Whom a statement names, in words.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal" and "... NotPrincipal".
 */
export function describePrincipals(
  { negated, principals }: PrincipalElement,
  effect: Statement['effect'],
): string {
  // Naming an account in an Allow leaves it to that account to pass the access on.
  const delegates = effect === 'Allow' && !negated;
  const names = joinWords(principals.map((entry) => describePrincipal(entry, delegates)));
  if (principals.length === 0) return negated ? 'everyone' : 'nobody';
  return negated ? `everyone (signed in or not) except ${names}` : names;
}

function describePrincipal(entry: PrincipalEntry, delegates: boolean): string {
  if (entry.everyone) return 'everyone (signed in or not)';
  const { kind, value } = entry;
  switch (kind) {
    case 'AWS':
      return describeAws(value, delegates);
    case 'Service':
      return `the AWS service ${value}`;
    case 'Federated':
      return describeFederated(value);
    case 'CanonicalUser':
      return `the account with the canonical user ID ${value}`;
    default:
      return kind satisfies never;
  }
}

function describeAws(value: string, delegates: boolean): string {
  if (/^\d{12}$/.test(value)) return describeAccount(value, delegates);
  const gone = describeUniqueId(value);
  if (gone !== undefined) return gone;
  const arn = parseArn(value);
  if (arn === undefined || !/^\d{12}$/.test(arn.account)) return value;
  const [type = '', ...rest] = arn.resource.split('/');
  const name = rest.join('/');
  switch (`${arn.service}:${type}`) {
    case 'iam:root':
      return rest.length === 0 ? describeAccount(arn.account, delegates) : value;
    case 'iam:role':
      return `role ${name} of account ${arn.account}`;
    case 'iam:user':
      return `user ${name} of account ${arn.account}`;
    case 'sts:assumed-role':
      return `session ${rest.slice(1).join('/')} of role ${rest[0] ?? ''} of account ${arn.account}`;
    case 'sts:federated-user':
      return `federated user ${name} of account ${arn.account}`;
    default:
      return value;
  }
}

function describeAccount(account: string, delegates: boolean): string {
  return delegates
    ? `account ${account} (its root user, and whom its own policies allow it)`
    : `account ${account} (everyone in it)`;
}

/** The ARN in a stored policy turns into the ID when its user or role is deleted. */
function describeUniqueId(value: string): string | undefined {
  if (/^AIDA[A-Z0-9]{12,}$/.test(value))
    return `the user with the ID ${value} (most likely deleted)`;
  if (/^AROA[A-Z0-9]{12,}$/.test(value))
    return `the role with the ID ${value} (most likely deleted)`;
  return undefined;
}

function describeFederated(value: string): string {
  const [, type, name] = /^(saml|oidc)-provider\/(.+)$/.exec(parseArn(value)?.resource ?? '') ?? [];
  if (type === 'saml') return `users of the SAML provider ${name ?? value}`;
  return `holders of a token of ${name ?? value}`;
}
