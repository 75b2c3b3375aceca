import fc from 'fast-check';
import {
  actionPatterns,
  arnTexts,
  conditionKeys,
  type Family,
  keyTypeOf,
  operators,
  principalEntries,
  principalFamilies,
  resourcePatterns,
  shortResourcePatterns,
  textKeys,
  values,
  variableResourcePatterns,
  variableValues,
  wildPrincipalEntries,
} from './vocabulary.fixture.ts';

export interface TestStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly [element: string]: unknown;
}

export interface TestDocument {
  readonly Version?: string;
  readonly Statement: readonly TestStatement[];
}

export interface DocumentShape {
  /** Leaves out what may be undecided: variables, mixed families, undocumented corners. */
  readonly plain: boolean;
  /** What statements differ in; the narrower, the more often they nearly cover each other. */
  readonly focus?: Focus | undefined;
}

export type Focus =
  | { readonly on: 'everything' | 'texts' | 'variables' }
  /** These entries of Principal and NotPrincipal, and nothing else. */
  | { readonly on: 'principals'; readonly entries: readonly (readonly [string, string])[] }
  /** Conditions on these keys, and nothing else. */
  | { readonly on: 'conditions'; readonly keys: readonly string[] };

/** Everything, or one part of what statements say. */
export function arbitraryFocus({ plain }: Pick<DocumentShape, 'plain'>): fc.Arbitrary<Focus> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant({ on: 'everything' as const }) },
    { weight: 1, arbitrary: fc.constant({ on: 'texts' as const }) },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom(...principalFamilies)
        .map((family) => entriesFor({ plain }).filter(([kind, value]) => family(kind, value)))
        .chain((entries) => fc.shuffledSubarray(entries, { minLength: 2, maxLength: 4 }))
        .map((entries) => ({ on: 'principals' as const, entries })),
    },
    { weight: 2, arbitrary: fc.constant({ on: 'variables' as const }) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.constantFrom(...conditionKeys), { minLength: 1, maxLength: 2 })
        .map((keys) => ({ on: 'conditions' as const, keys })),
    },
  );
}

function entriesFor({ plain }: Pick<DocumentShape, 'plain'>) {
  return plain ? principalEntries : [...principalEntries, ...wildPrincipalEntries];
}

export function arbitraryDocument(shape: DocumentShape): fc.Arbitrary<TestDocument> {
  const version = shape.plain
    ? fc.constant('2012-10-17')
    : fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17');
  return fc.record({
    Version: version,
    Statement: fc.array(arbitraryStatement(shape), { maxLength: 4 }),
  });
}

export function arbitraryStatement(shape: DocumentShape): fc.Arbitrary<TestStatement> {
  const on = shape.focus?.on ?? 'everything';
  const texts = on === 'everything' || on === 'texts';
  return fc
    .record({
      Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
      action: texts ? listed(fc.constantFrom(...actionPatterns)) : fc.constant(['s3:a']),
      notAction: texts ? oneIn(6) : fc.constant(false),
      resource:
        texts || on === 'variables'
          ? fc.option(listed(resourcePattern(shape)), { freq: 8 })
          : fc.constant(null),
      notResource: oneIn(6),
      principal:
        on === 'everything' || on === 'principals'
          ? fc.option(principalsOf(shape), { freq: on === 'principals' ? 9 : 1 })
          : fc.constant(null),
      notPrincipal: oneIn(5),
      conditions:
        on === 'texts' || on === 'principals'
          ? fc.constant([])
          : fc.array(arbitraryCondition(shape), { maxLength: 3 }),
    })
    .map(({ Effect, action, resource, principal, conditions, ...negated }) => ({
      Effect,
      [negated.notAction ? 'NotAction' : 'Action']: action,
      ...(resource !== null && { [negated.notResource ? 'NotResource' : 'Resource']: resource }),
      ...(principal !== null && {
        [negated.notPrincipal && !(shape.plain && Effect === 'Deny')
          ? 'NotPrincipal'
          : 'Principal']: principalElement(principal),
      }),
      ...(conditions.length > 0 && { Condition: conditionElement(conditions) }),
    }));
}

function principalsOf({ focus, plain }: DocumentShape) {
  const entries = focus?.on === 'principals' ? focus.entries : entriesFor({ plain });
  return fc.array(fc.constantFrom(...entries), { minLength: 1, maxLength: 3 });
}

interface TestCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly (string | boolean)[];
}

const qualifiers = ['', '', '', 'ForAllValues:', 'ForAnyValue:'] as const;

function arbitraryCondition({ plain, focus }: DocumentShape): fc.Arbitrary<TestCondition> {
  const variables = focus?.on === 'variables';
  const keys = focus?.on === 'conditions' ? focus.keys : variables ? textKeys : conditionKeys;
  return fc.constantFrom(...keys).chain((key) => {
    const family = plain || key !== 'k:any' ? familyFor(key) : fc.constantFrom(...families);
    return fc.oneof({ weight: 5, arbitrary: family }, fc.constant('null' as const)).chain((kind) =>
      fc
        .record({
          operator: fc.constantFrom(...operators[kind]),
          qualifier: fc.constantFrom(...qualifiers),
          ifExists: oneIn(4),
          values: listed(valueFor(kind, { key, plain, variables })),
        })
        .map(({ operator, qualifier, ifExists, values: list }) => ({
          operator: `${qualifier}${operator}${suffix(kind, ifExists, plain && qualifier !== '')}`,
          key,
          values: list,
        })),
    );
  });
}

function suffix(kind: Family, ifExists: boolean, undocumented: boolean): string {
  return kind !== 'null' && ifExists && !undocumented ? 'IfExists' : '';
}

const families = ['text', 'arn', 'number', 'date', 'address', 'bool', 'binary'] as const;

function familyFor(key: string): fc.Arbitrary<Family> {
  switch (keyTypeOf(key)) {
    case 'Numeric':
      return fc.constant('number');
    case 'Date':
      return fc.constant('date');
    case 'IpAddress':
      return fc.constant('address');
    case 'Bool':
      return fc.constant('bool');
    case 'Binary':
      return fc.constant('binary');
    case 'Arn':
      return fc.constantFrom('arn', 'text');
    default:
      return fc.constant('text');
  }
}

function valueFor(
  family: Family,
  { key, plain, variables }: { key: string; plain: boolean; variables: boolean },
): fc.Arbitrary<string | boolean> {
  const texts = keyTypeOf(key) === 'Arn' ? arnTexts : values.text;
  const own = fc.constantFrom(...(family === 'text' ? texts : values[family]));
  if (plain || (family !== 'text' && family !== 'arn')) return own;
  const odd = family === 'arn' ? ['*', 'arn:aws:s3:::${aws:username}'] : variableValues;
  return fc.oneof(
    { weight: variables ? 1 : 4, arbitrary: own },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

function resourcePattern({ plain, focus }: DocumentShape): fc.Arbitrary<string> {
  const documented = fc.constantFrom(...resourcePatterns);
  if (plain) return documented;
  return fc.oneof(
    { weight: 6, arbitrary: documented },
    { weight: 1, arbitrary: fc.constantFrom(...shortResourcePatterns) },
    {
      weight: focus?.on === 'variables' ? 8 : 2,
      arbitrary: fc.constantFrom(...variableResourcePatterns),
    },
  );
}

/** Mostly one or two; now and then an empty list. */
function listed<T>(item: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 25, arbitrary: fc.array(item, { minLength: 1, maxLength: 3 }) },
  );
}

function oneIn(times: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: times - 1 }).map((drawn) => drawn === times - 1);
}

function principalElement(entries: readonly (readonly [string, string])[]): object {
  const lists = Map.groupBy(entries, ([kind]) => kind);
  return Object.fromEntries([...lists].map(([kind, list]) => [kind, list.map(([, name]) => name)]));
}

/** One key of one operator is written once. */
function conditionElement(conditions: readonly TestCondition[]): object {
  const blocks = Map.groupBy(conditions, ({ operator }) => operator);
  return Object.fromEntries(
    [...blocks].map(([operator, list]) => [
      operator,
      Object.fromEntries(list.map(({ key, values: own }) => [key, own])),
    ]),
  );
}
