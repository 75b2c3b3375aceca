import { checkConditions } from './conditions.ts';
import { isObject, type JsonObject, listOf, parseObject, textsOf } from './json.ts';
import { malformed } from './malformed.ts';
import { checkResource } from './resources.ts';

const topElements = ['Version', 'Id', 'Statement'];
const statementElements = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
];

/**
 * Checks an identity policy the way IAM does when it is stored: JSON, the elements' grammar, and
 * no more. Whether actions exist is not looked at, as in AWS.
 */
export function checkIdentityPolicy(text: string, place: { readonly partition: string }): void {
  const document = parseObject(text);
  if (document === undefined) malformed('Syntax errors in policy.');
  for (const statement of checkStatements(document)) {
    if ('Principal' in statement || 'NotPrincipal' in statement) {
      malformed('Policy document should not specify a principal.');
    }
    if (!nonEmpty(statement, 'Resource') && !nonEmpty(statement, 'NotResource')) {
      malformed('Policy statement must contain resources.');
    }
    for (const name of ['Resource', 'NotResource']) {
      for (const resource of textsOf(statement[name]) ?? [])
        checkResource(resource, place.partition);
    }
  }
}

/** Managed policies must carry the current version of the language; inline policies need not. */
export function checkManagedPolicy(text: string, place: { readonly partition: string }): void {
  const document = parseObject(text);
  if (document === undefined) malformed('Syntax errors in policy.');
  checkStatements(document);
  if (document['Version'] !== '2012-10-17') {
    malformed('Policy document must be version 2012-10-17 or greater.');
  }
  checkIdentityPolicy(text, place);
}

/** The statements, once everything that all kinds of policies share is right. */
export function checkStatements(document: JsonObject): readonly JsonObject[] {
  const { Version, Id, Statement } = document;
  const statements = listOf(Statement).filter(isObject);
  const wellFormed =
    Object.keys(document).every((name) => topElements.includes(name)) &&
    (Version === undefined || Version === '2012-10-17' || Version === '2008-10-17') &&
    (Id === undefined || typeof Id === 'string') &&
    statements.length > 0 &&
    statements.length === listOf(Statement).length &&
    statements.every(isStatement);
  if (!wellFormed) malformed('Syntax errors in policy.');
  checkSids(statements);
  for (const statement of statements) {
    if (!nonEmpty(statement, 'Action') && !nonEmpty(statement, 'NotAction')) {
      malformed('Policy statement must contain actions.');
    }
    for (const name of ['Action', 'NotAction']) {
      for (const action of textsOf(statement[name]) ?? []) checkAction(action);
    }
    checkConditions(statement['Condition']);
  }
  return statements;
}

function isStatement(statement: JsonObject): boolean {
  return (
    Object.keys(statement).every((name) => statementElements.includes(name)) &&
    (statement['Effect'] === 'Allow' || statement['Effect'] === 'Deny') &&
    !('Action' in statement && 'NotAction' in statement) &&
    !('Resource' in statement && 'NotResource' in statement) &&
    !('Principal' in statement && 'NotPrincipal' in statement) &&
    ['Action', 'NotAction', 'Resource', 'NotResource'].every(
      (name) => textsOf(statement[name]) !== undefined,
    )
  );
}

function checkSids(statements: readonly JsonObject[]): void {
  const sids = statements.map(({ Sid }) => Sid).filter((sid) => sid !== undefined && sid !== '');
  if (sids.some((sid) => typeof sid !== 'string' || !/^[0-9A-Za-z]*$/.test(sid))) {
    malformed(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*',
    );
  }
  if (new Set(sids).size < sids.length) {
    malformed('Statement IDs (SID) in a single policy must be unique.');
  }
}

function checkAction(action: string): void {
  if (action === '*') return;
  const [vendor = '', ...rest] = action.split(':');
  if (rest.length === 0) {
    malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
  }
  if (rest.length > 1) malformed('Actions/Condition can contain only one colon.');
  if (vendor !== '*' && !/^[a-zA-Z0-9.-]+$/.test(vendor))
    malformed(`Vendor ${vendor} is not valid`);
}

function nonEmpty(statement: JsonObject, name: string): boolean {
  return listOf(statement[name]).length > 0;
}
