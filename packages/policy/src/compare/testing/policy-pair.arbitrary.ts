import fc from 'fast-check';
import {
  arbitraryDocument,
  arbitraryFocus,
  arbitraryStatement,
  type DocumentShape,
  type TestDocument,
  type TestStatement,
} from './policy-document.arbitrary.ts';
import { operators } from './vocabulary.fixture.ts';

export interface PolicyPair {
  readonly old: readonly TestDocument[];
  readonly next: readonly TestDocument[];
}

/** Two sides: the new one is mostly the old one with some edits, so that they differ by little. */
export function arbitraryPair({ plain }: { readonly plain: boolean }): fc.Arbitrary<PolicyPair> {
  return arbitraryFocus({ plain }).chain((focus) => pairOf({ plain, focus }));
}

function pairOf(shape: DocumentShape): fc.Arbitrary<PolicyPair> {
  const side = fc.array(arbitraryDocument(shape), { minLength: 1, maxLength: 2 });
  const edited = fc
    .record({ old: side, edits: fc.array(arbitraryEdit(shape), { minLength: 1, maxLength: 3 }) })
    .map(({ old, edits }) => ({ old, next: edits.reduce(applyEdit, old) }));
  return fc.oneof(
    { weight: 4, arbitrary: edited },
    { weight: 1, arbitrary: fc.record({ old: side, next: side }) },
  );
}

interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly document: number;
  readonly statement: number;
  readonly place: number;
  readonly other: TestStatement;
}

const kinds = [
  'drop statement',
  'add statement',
  'take element over',
  'drop condition',
  'swap operator',
  'drop value',
  'widen pattern',
  'narrow pattern',
  'negate element',
  'flip effect',
  'reverse',
  'fix variable',
  'swap default',
] as const;

/** What may make a plain policy undecided. */
const notPlain: ReadonlySet<string> = new Set(['flip effect', 'swap default']);

function arbitraryEdit(shape: DocumentShape): fc.Arbitrary<Edit> {
  const place = fc.nat({ max: 11 });
  return fc.record({
    kind: fc.constantFrom(...kinds.filter((kind) => !(shape.plain && notPlain.has(kind)))),
    document: place,
    statement: place,
    place,
    other: arbitraryStatement(shape),
  });
}

function applyEdit(documents: readonly TestDocument[], edit: Edit): readonly TestDocument[] {
  const at = edit.document % documents.length;
  return documents.map((document, index) =>
    index === at ? { ...document, Statement: editStatements(document.Statement, edit) } : document,
  );
}

function editStatements(
  statements: readonly TestStatement[],
  edit: Edit,
): readonly TestStatement[] {
  if (edit.kind === 'add statement' || statements.length === 0) return [...statements, edit.other];
  const at = edit.statement % statements.length;
  if (edit.kind === 'drop statement') return statements.filter((_, index) => index !== at);
  if (edit.kind === 'reverse') return statements.toReversed();
  return statements.map((statement, index) =>
    index === at ? editStatement(statement, edit) : statement,
  );
}

const negations: Readonly<Record<string, string>> = {
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
};

function editStatement(statement: TestStatement, { kind, place, other }: Edit): TestStatement {
  const { Effect, ...elements } = statement;
  const names = Object.keys(elements);
  const name = names[place % names.length] ?? 'Action';
  switch (kind) {
    case 'flip effect':
      return { ...statement, Effect: Effect === 'Allow' ? 'Deny' : 'Allow' };
    case 'take element over':
      return { ...statement, ...(name in other && { [name]: other[name] }) };
    case 'drop condition':
      return withCondition(statement, (blocks) =>
        blocks.filter((_, at) => at !== place % blocks.length),
      );
    case 'swap operator':
      return withCondition(statement, (blocks) =>
        blocks.map(([operator, keys], at): [string, unknown] => [
          at === place % blocks.length ? swapped(operator, place) : operator,
          keys,
        ]),
      );
    case 'negate element': {
      const negated = negations[name];
      if (negated === undefined) return statement;
      const rest = Object.entries(elements).filter(([element]) => element !== name);
      return { Effect, ...Object.fromEntries(rest), [negated]: elements[name] };
    }
    case 'drop value':
      return withTexts(statement, name, (texts) =>
        texts.filter((_, at) => at !== place % texts.length),
      );
    case 'widen pattern':
      return withTexts(statement, name, (texts) =>
        texts.map((text, at) => (at === 0 ? widened(text, place) : text)),
      );
    case 'fix variable':
      return fixVariable(statement, place);
    case 'swap default':
      return withTexts(statement, 'Resource', (texts) =>
        texts.map((text) =>
          text.replace(/\$\{([^},]+)(, '[^']*')?\}/, (_found, key: string, fallback?: string) =>
            fallback === undefined ? `\${${key}, 'a'}` : `\${${key}}`,
          ),
        ),
      );
    case 'narrow pattern':
      return withTexts(statement, name, (texts) => texts.map((text) => text.replace('*', 'a')));
    default:
      return statement;
  }
}

/** A value in place of a variable in Resource, and a condition that its key has it, or nearly so. */
function fixVariable(statement: TestStatement, place: number): TestStatement {
  const texts = statement.Resource;
  const found = isTexts(texts) ? /\$\{([^},*?$]+)[^}]*\}/.exec(texts.join('\n')) : null;
  const key = found?.[1];
  if (key === undefined || !isTexts(texts)) return statement;
  const operator = place % 4 === 0 ? 'StringEqualsIfExists' : 'StringEquals';
  return {
    ...statement,
    Resource: texts.map((text) => text.replace(found?.[0] ?? '', 'a')),
    Condition: { [operator]: { [key]: place % 3 === 0 ? ['a', 'b'] : ['a'] } },
  };
}

/** Another operator of the family, the qualifier left as it was or dropped. */
function swapped(operator: string, place: number): string {
  const [, qualifier = '', name = ''] = /^(\w+:)?(\w+?)(?:IfExists)?$/.exec(operator) ?? [];
  const family = Object.values(operators).find((names) => names.includes(name)) ?? [name];
  const other = family[(family.indexOf(name) + place) % family.length] ?? name;
  return `${place % 2 === 0 ? qualifier : ''}${other}`;
}

function widened(text: string, place: number): string {
  if (text === '' || text.includes('${')) return text;
  const at = Math.max(text.length - 1 - (place % 3), text.indexOf(':') + 1);
  if (text[at] === ':') return text;
  return `${text.slice(0, at)}${place % 2 === 0 ? '*' : '?'}${text.slice(at + 1)}`;
}

function withCondition(
  statement: TestStatement,
  change: (blocks: [string, unknown][]) => [string, unknown][],
): TestStatement {
  const { Condition, ...rest } = statement;
  if (typeof Condition !== 'object' || Condition === null) return statement;
  const blocks = change(Object.entries(Condition));
  return {
    ...rest,
    Effect: statement.Effect,
    ...(blocks.length > 0 && { Condition: Object.fromEntries(blocks) }),
  };
}

function withTexts(
  statement: TestStatement,
  name: string,
  change: (texts: readonly string[]) => readonly string[],
): TestStatement {
  const texts = statement[name];
  return isTexts(texts) ? { ...statement, [name]: change(texts) } : statement;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
