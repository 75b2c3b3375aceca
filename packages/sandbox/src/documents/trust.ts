import type { Account } from '../account/account.ts';
import { arnOf } from '../account/arn.ts';
import { checkStatements } from './grammar.ts';
import { isObject, type JsonObject, parseObject, textsOf } from './json.ts';
import { malformed } from './malformed.ts';
import { checkPrincipal } from './principals.ts';
import { checkSharedIssuers } from './shared-issuers.ts';
import { checkTrustActions } from './trust-actions.ts';

/**
 * Checks a trust policy and gives the text to store, in which the account's own users and roles
 * stand as unique ids: that is why a trust does not come back to life when its principal is
 * deleted and created again.
 */
export function storeTrust(account: Account, text: string): string {
  const document = parseObject(text);
  if (document === undefined) return malformed('This policy contains invalid Json');
  for (const statement of checkStatements(document)) checkTrustStatement(statement);
  return JSON.stringify(
    mapPrincipals(document, (type, principal) => checkPrincipal(account, type, principal)),
  );
}

/** The stored text as reads show it: ids of what still exists as ARNs, others as they are. */
export function showTrust(account: Account, stored: string): string {
  const document = parseObject(stored);
  if (document === undefined) return stored;
  const arnOfId = (id: string): string => {
    if (!/^A(IDA|ROA)/.test(id)) return id;
    const entities = [...account.users.values(), ...account.roles.values()];
    const entity = entities.find((one) => one.id === id);
    return entity === undefined ? id : arnOf(account, entity);
  };
  return JSON.stringify(
    mapPrincipals(document, (type, principal) => (type === 'AWS' ? arnOfId(principal) : principal)),
  );
}

function checkTrustStatement(statement: JsonObject): void {
  if ('Resource' in statement || 'NotResource' in statement)
    malformed('Has prohibited field Resource');
  if (!('Principal' in statement) && !('NotPrincipal' in statement)) {
    malformed('AssumeRole policy must specify a principal.');
  }
  checkTrustActions(statement);
  // Other policies take the bare star; a trust wants {"AWS":"*"} (aws/aws-cdk#5732).
  if (statement['Principal'] === '*' || statement['NotPrincipal'] === '*') {
    malformed('AssumeRolepolicy contained an invalid principal: "STAR":"*".');
  }
  checkSharedIssuers(statement);
}

type Change = (type: string, principal: string) => string;

function mapPrincipals(document: JsonObject, change: Change): JsonObject {
  const { Statement } = document;
  const mapOne = (statement: unknown): unknown =>
    isObject(statement)
      ? Object.fromEntries(
          Object.entries(statement).map(([name, value]) => [
            name,
            name === 'Principal' || name === 'NotPrincipal' ? mapPrincipal(value, change) : value,
          ]),
        )
      : statement;
  return {
    ...document,
    Statement: Array.isArray(Statement) ? Statement.map(mapOne) : mapOne(Statement),
  };
}

function mapPrincipal(principal: unknown, change: Change): unknown {
  if (principal === '*') return principal;
  if (!isObject(principal)) return malformed('Syntax errors in policy.');
  return Object.fromEntries(
    Object.entries(principal).map(([type, value]) => {
      const names = textsOf(value);
      if (names === undefined || names.length === 0) return malformed('Syntax errors in policy.');
      const changed = [...new Set(names.map((name) => change(type, name)))];
      return [type, changed.length === 1 ? changed[0] : changed];
    }),
  );
}

/**
 * Stores a trust as it is, checking nothing: for accounts that hold what AWS would not take. `ids`
 * are the unique ids of the account's users and roles by ARN.
 */
export function loadTrust(text: string, ids: ReadonlyMap<string, string>): string {
  const document = parseObject(text);
  if (document === undefined) return text;
  return JSON.stringify(
    mapPrincipals(document, (type, principal) =>
      type === 'AWS' ? (ids.get(principal) ?? principal) : principal,
    ),
  );
}
