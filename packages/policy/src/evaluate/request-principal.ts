import { parseArn } from '../arn.ts';

/**
 * Who makes a request.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export type RequestPrincipal =
  | { readonly kind: 'user'; readonly arn: string; readonly uniqueId?: string | undefined }
  | {
      readonly kind: 'role-session';
      /** With the role's path, which the ARN of the session leaves out. */
      readonly roleArn: string;
      /** Missing: a session whose name is not known. */
      readonly sessionArn?: string | undefined;
      /** `AROA…`, that of the role. */
      readonly uniqueId?: string | undefined;
    }
  /** A session made with GetFederationToken. */
  | {
      readonly kind: 'federated-user';
      readonly arn: string;
      /** The user who asked for the session. */
      readonly userArn?: string | undefined;
    }
  | {
      readonly kind: 'root';
      readonly account: string;
      /** Missing: not known; the account's root ARN of any partition names it. */
      readonly partition?: string | undefined;
    }
  /** Some principal of the account about whom nothing more is known. */
  | {
      readonly kind: 'account';
      readonly account: string;
      readonly partition?: string | undefined;
    }
  | { readonly kind: 'service'; readonly name: string }
  /** Someone whom an OIDC or SAML provider vouches for, about to assume a role. */
  | { readonly kind: 'federated'; readonly provider: string }
  | { readonly kind: 'canonical-user'; readonly id: string }
  | { readonly kind: 'anonymous' }
  /** What is none of these (a bare unique ID, for example): matched by the very same text only. */
  | { readonly kind: 'unrecognised'; readonly text: string };

/** Web identity providers that policies name without an ARN; one ends as services do. */
const providers: ReadonlySet<string> = new Set([
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
]);
const account = /^\d{12}$/;
const canonicalId = /^[0-9a-f]{64}$/;
const host = /^[A-Za-z0-9.-]+$/;

/**
 * Reads a principal given as text: an ARN, twelve digits, the name of a service or provider, `*`
 * for anonymous. A role's ARN stands for a session of it whose name is not known; a session's ARN
 * for a role without a path. Never throws: what is none of these is `unrecognised`.
 */
export function parseRequestPrincipal(text: string): RequestPrincipal {
  if (text === '*') return { kind: 'anonymous' };
  if (account.test(text)) return { kind: 'account', account: text };
  if (canonicalId.test(text)) return { kind: 'canonical-user', id: text };
  if (providers.has(text)) return { kind: 'federated', provider: text };
  if (text.includes('.') && host.test(text)) return { kind: 'service', name: text };
  return principalOfArn(text) ?? { kind: 'unrecognised', text };
}

/** The account a principal belongs to; `undefined` for those outside accounts, or where unknown. */
export function accountOfPrincipal(principal: RequestPrincipal | undefined): string | undefined {
  switch (principal?.kind) {
    case 'user':
    case 'federated-user':
      return accountOfArn(principal.arn);
    case 'role-session':
      return accountOfArn(principal.roleArn) ?? accountOfArn(principal.sessionArn ?? '');
    case 'root':
    case 'account':
      return principal.account;
    case 'unrecognised':
      return accountOfArn(principal.text);
    case 'service':
    case 'federated':
    case 'canonical-user':
    case 'anonymous':
    case undefined:
      return undefined;
    default:
      return principal satisfies never;
  }
}

/** The partition a principal's account is in; `undefined` where that is not known. */
export function partitionOfPrincipal(principal: RequestPrincipal): string | undefined {
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
      return parseArn(principal.arn)?.partition;
    case 'role-session':
      return parseArn(principal.roleArn)?.partition;
    case 'root':
    case 'account':
      return principal.partition;
    case 'unrecognised':
      return parseArn(principal.text)?.partition;
    case 'service':
    case 'federated':
    case 'canonical-user':
    case 'anonymous':
      return undefined;
    default:
      return principal satisfies never;
  }
}

/** The account field of an ARN, where it holds an account ID. */
export function accountOfArn(arn: string): string | undefined {
  const field = parseArn(arn)?.account ?? '';
  return account.test(field) ? field : undefined;
}

function principalOfArn(text: string): RequestPrincipal | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return undefined;
  const [type = '', ...names] = arn.resource.split('/');
  switch (`${arn.service}:${type}`) {
    case 'iam:root':
      return names.length === 0
        ? { kind: 'root', account: arn.account, partition: arn.partition }
        : undefined;
    case 'iam:user':
      return { kind: 'user', arn: text };
    case 'iam:role':
      return { kind: 'role-session', roleArn: text };
    case 'sts:assumed-role': {
      const role = `arn:${arn.partition}:iam::${arn.account}:role/${names[0] ?? ''}`;
      return { kind: 'role-session', roleArn: role, sessionArn: text };
    }
    case 'sts:federated-user':
      return { kind: 'federated-user', arn: text };
    case 'iam:saml-provider':
    case 'iam:oidc-provider':
      return { kind: 'federated', provider: text };
    default:
      return undefined;
  }
}
