import { asList, type PolicyDocument, type PolicyStatement, statementsOf } from './document.ts';
import { patternCovers } from './wildcard.ts';

/**
 * How far a set of documents makes whoever has them administrator of the account.
 * - `full`: every action on every resource
 * - `not-action`: NotAction or NotResource that leaves actions which lead to everything
 * - `conditional`: as `full`, but only while a condition holds
 * - `none`
 */
export type AdminPower = 'full' | 'not-action' | 'conditional' | 'none';

const strength: readonly AdminPower[] = ['none', 'conditional', 'not-action', 'full'];

/** The weaker of two powers, as a permissions boundary leaves it. */
export function weakerPower(a: AdminPower, b: AdminPower): AdminPower {
  return strength.indexOf(a) < strength.indexOf(b) ? a : b;
}

/** Power of the union of `documents`: an unconditional Deny of everything in any one cancels all. */
export function adminPower(documents: readonly PolicyDocument[]): AdminPower {
  const statements = documents.flatMap(statementsOf);
  if (statements.some(deniesEverything)) return 'none';
  const powers = statements.filter(isAllow).map(powerOfAllow);
  return powers.reduce((a, b) => (strength.indexOf(a) > strength.indexOf(b) ? a : b), 'none');
}

function isAllow(statement: PolicyStatement): boolean {
  return statement.Effect === 'Allow';
}

function deniesEverything(statement: PolicyStatement): boolean {
  return (
    statement.Effect === 'Deny' &&
    !isConditional(statement) &&
    asList(statement.Action).some(coversAllActions) &&
    asList(statement.Resource).some(coversAllResources)
  );
}

function powerOfAllow(statement: PolicyStatement): AdminPower {
  const everyAction = asList(statement.Action).some(coversAllActions);
  const everyResource = asList(statement.Resource).some(coversAllResources);
  if (everyAction && everyResource) return isConditional(statement) ? 'conditional' : 'full';
  const actions = everyAction || (statement.NotAction !== undefined && leavesIam(statement));
  const resources =
    everyResource || (statement.NotResource !== undefined && leavesIamResources(statement));
  return actions && resources && !isConditional(statement) ? 'not-action' : 'none';
}

function isConditional(statement: PolicyStatement): boolean {
  return Object.keys(statement.Condition ?? {}).length > 0;
}

/**
 * `*`, `**`, `*:*`: patterns that match every `service:Action`. One with a letter never does; that is
 * seen first, since ReadOnlyAccess alone holds thousands.
 */
function coversAllActions(pattern: string): boolean {
  return /^[*?:]+$/.test(pattern) && patternCovers(pattern, '*:*');
}

function coversAllResources(pattern: string): boolean {
  return patternCovers(pattern, 'arn:*:*:*:*:*');
}

/** Any one of these on every resource is a way to every other permission. */
const escalatingActions = [
  'iam:attachgrouppolicy',
  'iam:attachrolepolicy',
  'iam:attachuserpolicy',
  'iam:createpolicyversion',
  'iam:putgrouppolicy',
  'iam:putrolepolicy',
  'iam:putuserpolicy',
  'iam:setdefaultpolicyversion',
];

function leavesIam(statement: PolicyStatement): boolean {
  const excluded = asList(statement.NotAction).map((action) => action.toLowerCase());
  return escalatingActions.some(
    (action) => !excluded.some((pattern) => patternCovers(pattern, action)),
  );
}

function leavesIamResources(statement: PolicyStatement): boolean {
  return !asList(statement.NotResource).some((pattern) =>
    patternCovers(pattern, 'arn:aws:iam::000000000000:role/any'),
  );
}
