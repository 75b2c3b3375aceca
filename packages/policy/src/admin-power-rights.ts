import { type PolicyAccount, type Probe, probedActions } from './admin-power-probes.ts';
import { asList, type PolicyDocument, type PolicyStatement, statementsOf } from './document.ts';
import type { Json } from './json.ts';
import { partitions } from './partition.ts';
import { matchesPattern, patternCovers } from './wildcard.ts';

/** Whether something is allowed: `conditional` where only while a condition holds. */
export type Answer = 'never' | 'conditional' | 'always';

/** What of a set of documents bears on IAM. */
export interface Rights {
  readonly allows: readonly Right[];
  /** Without those under a condition: they may not hold when it matters. */
  readonly denies: readonly Right[];
}

interface Right {
  readonly conditional: boolean;
  /** Lower case, and only those that cover every action or one that is asked about. */
  readonly actions: readonly string[];
  /** Lower case. */
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[];
  readonly notResources: readonly string[] | undefined;
}

const weakestFirst: readonly Answer[] = ['never', 'conditional', 'always'];

export function weakerAnswer(a: Answer, b: Answer): Answer {
  return weakestFirst.indexOf(a) < weakestFirst.indexOf(b) ? a : b;
}

export function strongestAnswer(answers: readonly Answer[]): Answer {
  return answers.reduce((a, b) => (weakerAnswer(a, b) === a ? b : a), 'never');
}

export function readRights(documents: readonly PolicyDocument[]): Rights {
  const rights = documents.map(rightsIn);
  return {
    allows: rights.flatMap(({ allows }) => allows),
    denies: rights.flatMap(({ denies }) => denies),
  };
}

const known = new WeakMap<PolicyDocument, Rights>();

/** Kept as long as the document, which many hold. */
function rightsIn(document: PolicyDocument): Rights {
  const kept = known.get(document);
  if (kept !== undefined) return kept;
  const statements = statementsOf(document);
  const named = mayName(document);
  const made = {
    allows: statements
      .filter((statement) => statement.Effect === 'Allow' && !isHemmedIn(statement))
      .map((statement) => readRight(statement, named))
      .filter(bearsOnIam),
    denies: statements
      .filter((statement) => statement.Effect === 'Deny')
      .map((statement) => readRight(statement, named))
      .filter((right) => !right.conditional && bearsOnIam(right)),
  };
  known.set(document, made);
  return made;
}

/**
 * Whether a pattern may be of anything: before version 2012-10-17 a variable is plain text, and no
 * name in IAM holds a `$`.
 */
function mayName({ Version }: PolicyDocument): (pattern: string) => boolean {
  return Version === '2012-10-17' ? () => true : (pattern) => !pattern.includes('${');
}

/** Every action on every resource, by one statement. */
export function allowsEverything(rights: Rights, { partition }: PolicyAccount): Answer {
  return answer(
    rights,
    ({ actions, notActions, resources }, effect) =>
      (notActions === undefined || effect === 'Allow'
        ? actions.some(coversEveryAction)
        : // It leaves what it lists, and no more.
          !notActions.some(coversEveryAction)) &&
      resources.some((pattern) => patternCovers(pattern, `arn:${partition}:*:*:*:*`)),
  );
}

function coversEveryAction(pattern: string): boolean {
  return patternCovers(pattern, '*:*');
}

export function allowsProbe(rights: Rights, { action, resource }: Probe): Answer {
  return answer(
    rights,
    (right, effect) =>
      (right.notActions === undefined
        ? right.actions.some((pattern) => coversAction(pattern, action))
        : !right.notActions.some((pattern) => coversAction(pattern, action))) &&
      (right.notResources === undefined
        ? right.resources.some((pattern) => patternCovers(pattern, resource))
        : // What a Deny leaves out may be what matters: it takes nothing away for certain.
          effect === 'Allow' &&
          !right.notResources.some((pattern) => patternCovers(pattern, resource))),
  );
}

/** `patternCovers`, but most patterns of a policy are seen to be of another action at once. */
function coversAction(pattern: string, action: string): boolean {
  const literal = pattern.search(/[*?]/);
  if (literal < 0) return pattern === action;
  return action.startsWith(pattern.slice(0, literal)) && patternCovers(pattern, action);
}

function answer(
  { allows, denies }: Rights,
  matches: (right: Right, effect: PolicyStatement['Effect']) => boolean,
): Answer {
  const allowing = allows.filter((right) => matches(right, 'Allow'));
  if (allowing.length === 0 || denies.some((right) => matches(right, 'Deny'))) return 'never';
  return allowing.every(({ conditional }) => conditional) ? 'conditional' : 'always';
}

function readRight(statement: PolicyStatement, named: (pattern: string) => boolean): Right {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  return {
    conditional: Object.keys(Condition).length > 0,
    actions: asList(Action).filter(mayBeOfIam).map(lowerCase).filter(isAskedAbout),
    notActions: NotAction === undefined ? undefined : asList(NotAction).map(lowerCase),
    resources: asList(Resource).filter(named),
    notResources: NotResource === undefined ? undefined : asList(NotResource).filter(named),
  };
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}

/** Seen by the first characters, since ReadOnlyAccess alone holds thousands of actions. */
function mayBeOfIam(pattern: string): boolean {
  return /^(?:[*?]|i(?:[*?]|[a?](?:[*?]|[m?][:*?])))/i.test(pattern);
}

function isAskedAbout(pattern: string): boolean {
  return (
    coversEveryAction(pattern) || probedActions.some((action) => coversAction(pattern, action))
  );
}

function bearsOnIam({ actions, notActions }: Right): boolean {
  return actions.length > 0 || notActions !== undefined;
}

/**
 * Whether a condition says which policies may be attached, or that whoever is changed must have a
 * boundary: that is how IAM is delegated without giving it away. An operator that also holds where
 * the key is missing (IfExists, the negated ones) hems nothing in, as most actions lack the key.
 */
function isHemmedIn({ Condition = {} }: PolicyStatement): boolean {
  return Object.entries(Condition).some(
    ([operator, keys]) =>
      /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals(?:IgnoreCase)?|Like)$/i.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          /^iam:(?:PermissionsBoundary|PolicyARN)$/i.test(key) &&
          !asList<Json>(values).some(letsAdministratorIn),
      ),
  );
}

/** A pattern that AdministratorAccess fits hems nothing in, as policy or as boundary. */
function letsAdministratorIn(value: Json): boolean {
  return partitions.some(({ id }) =>
    matchesPattern(String(value), `arn:${id}:iam::aws:policy/AdministratorAccess`),
  );
}
