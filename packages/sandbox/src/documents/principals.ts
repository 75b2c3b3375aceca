import type { Account } from '../account/account.ts';
import { arnOf, iamArn } from '../account/arn.ts';
import { isVisible } from '../account/propagation.ts';
import { malformed } from './malformed.ts';
import { isServicePrincipal } from './service-principals.ts';

const publicIssuers = new Set([
  'accounts.google.com',
  'cognito-identity.amazonaws.com',
  'graph.facebook.com',
  'www.amazon.com',
]);

/** Checks one principal of a trust and gives the form in which it is stored. */
export function checkPrincipal(account: Account, type: string, principal: string): string {
  switch (type) {
    case 'AWS':
      return checkAwsPrincipal(account, principal);
    case 'Service':
      return isServicePrincipal(account, principal) ? principal : invalid('SERVICE', principal);
    case 'Federated':
      return isFederated(account, principal)
        ? principal
        : malformed('Federated principals must be valid domain names or SAML metadata ARNs');
    default:
      return invalid(type, principal);
  }
}

function checkAwsPrincipal(account: Account, principal: string): string {
  if (principal === '*') return principal;
  if (/^\d{12}$/.test(principal)) return `arn:${account.partition}:iam::${principal}:root`;
  const own = [...account.users.values(), ...account.roles.values()].find(
    (entity) => entity.id === principal || arnOf(account, entity) === principal,
  );
  if (own !== undefined) {
    return isVisible(account, own.id) ? own.id : invalid('AWS', principal);
  }
  if (principal.startsWith(iamArn(account, '')) && principal !== iamArn(account, 'root')) {
    return invalid('AWS', principal);
  }
  return isForeign(account, principal) ? principal : invalid('AWS', principal);
}

/** Another account's principals are taken at their word when they are well formed. */
function isForeign(account: Account, principal: string): boolean {
  const match = /^arn:([^:]+):(iam|sts)::(\d{12}):(.+)$/.exec(principal);
  if (match === null || match[1] !== account.partition) return false;
  const [, , service, accountId, resource = ''] = match;
  if (/[*?\s]/.test(resource)) return false;
  if (service === 'iam') return /^(root$|user\/.|role\/.)/.test(resource);
  const session = /^assumed-role\/([^/]+)\/[^/]+$/.exec(resource);
  if (session !== null && accountId === account.id) {
    return account.roles.has((session[1] ?? '').toLowerCase());
  }
  return session !== null || /^federated-user\/[^/]+$/.test(resource);
}

function isFederated(account: Account, principal: string): boolean {
  if (publicIssuers.has(principal)) return true;
  const match = /^arn:([^:]+):iam::\d{12}:(saml-provider|oidc-provider)\/\S+$/.exec(principal);
  return match !== null && match[1] === account.partition && !/[*?]/.test(principal);
}

function invalid(type: string, principal: string): never {
  malformed(`Invalid principal in policy: "${type}":"${principal}"`);
}
