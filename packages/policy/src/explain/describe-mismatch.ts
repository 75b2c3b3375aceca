import type { StatementMismatch } from '../evaluate/explain-mismatch.ts';
import type { RequestPrincipal } from '../evaluate/request-principal.ts';
import type { Policy, Statement } from '../language/policy.ts';
import { describeCondition } from './describe-condition.ts';
import { describePrincipals } from './describe-principals.ts';
import { joinWords } from './join-words.ts';

/** Why one element keeps a statement from applying to a request, as a sentence. */
export function describeMismatch(
  mismatch: StatementMismatch,
  {
    effect,
    version,
  }: { readonly effect: Statement['effect']; readonly version: Policy['version'] },
): string {
  switch (mismatch.element) {
    case 'Action':
      return `Its Action, ${joinWords(mismatch.patterns, 'or')}, is not ${mismatch.requested}.`;
    case 'NotAction':
      return `Its NotAction excepts ${mismatch.requested}.`;
    case 'Resource':
      return `Its Resource, ${joinWords(mismatch.patterns, 'or')}, does not match ${mismatch.requested}${unresolvedText(mismatch.unresolved)}.`;
    case 'NotResource':
      return `Its NotResource excepts ${mismatch.requested}${unresolvedText(mismatch.unresolved)}.`;
    case 'Principal':
    case 'NotPrincipal': {
      const negated = mismatch.element === 'NotPrincipal';
      const whom = describePrincipals({ negated, principals: mismatch.principals }, effect);
      return `It is for ${whom}; the caller is ${nameOf(mismatch.requested)}.`;
    }
    case 'Condition': {
      const wanted = describeCondition(mismatch, version);
      return `It asks that ${wanted}; ${presentText(mismatch.key, mismatch.requested)}${unresolvedText(mismatch.unresolved)}.`;
    }
    default:
      return mismatch satisfies never;
  }
}

function presentText(key: string, requested: readonly string[] | undefined): string {
  if (requested === undefined) return `the request does not have ${key}`;
  if (requested.length === 0) return `the request has no value of ${key}`;
  return `the request has ${key} = ${requested.map((value) => value || '""').join(', ')}`;
}

function unresolvedText(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` (no value for ${keys.map((key) => `\${${key}}`).join(', ')})`;
}

function nameOf(principal: RequestPrincipal | undefined): string {
  switch (principal?.kind) {
    case undefined:
      return 'an unknown caller';
    case 'user':
    case 'federated-user':
      return principal.arn;
    case 'role-session':
      return principal.sessionArn ?? principal.roleArn;
    case 'root':
      return `the root user of account ${principal.account}`;
    case 'account':
      return `account ${principal.account}`;
    case 'service':
      return principal.name;
    case 'federated':
      return principal.provider;
    case 'canonical-user':
      return principal.id;
    case 'anonymous':
      return 'an anonymous caller';
    case 'unrecognised':
      return principal.text;
    default:
      return principal satisfies never;
  }
}
