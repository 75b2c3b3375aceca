import type { SyntaxNode } from '@rolecall/policy';
import type { Answer, Question, QuestionKind } from './atoms.ts';
import {
  canonicalDraft,
  type Draft,
  type DraftObject,
  listOf,
  partsOf,
  shownDraft,
  type TextPart,
} from './draft.ts';
import { boundOf, partsCover } from './resource-bound.ts';

/** A statement without unknowns, and the answers under which it is one. */
export interface ModelStatement {
  readonly elements: ReadonlyMap<string, SyntaxNode>;
  readonly answers: readonly Answer[];
}

export interface StatementScope {
  /** `2012-10-17`: texts of another version mean something else. */
  readonly version: string;
  readonly namesPrincipals: boolean;
  readonly namesResources: boolean;
  /** Every resource with unknown parts in the policies that are compared. */
  readonly patterns: readonly (readonly TextPart[])[];
}

/** Beyond this a statement is taken as a whole. */
const mostAlternatives = 200;

/**
 * Statements that together mean what this one does, its choices made and its unknown parts asked
 * about. Exact, whatever the unknown parts stand for.
 */
export function modelStatement(draft: Draft, scope: StatementScope): readonly ModelStatement[] {
  if (draft.kind !== 'object') {
    if (draft.kind === 'unknown' || draft.kind === 'text') return opaqueStatements(draft, scope);
    // Not a statement; left as it is, for the reader of policies to refuse.
    return [{ elements: new Map([['Effect', nodeOf(draft)]]), answers: [] }];
  }
  const names = draft.members.map(({ key }) => key.value);
  const effect = draft.members.find(({ key }) => key.value === 'Effect')?.value;
  if (new Set(names).size < names.length || !isKnown(effect)) return opaqueStatements(draft, scope);
  let statements: readonly ModelStatement[] = [{ elements: new Map(), answers: [] }];
  for (const { key, value } of draft.members) {
    const alternatives = alternativesOf(key.value, value, scope);
    if (statements.length * alternatives.length > mostAlternatives)
      return opaqueStatements(draft, scope);
    statements = statements.flatMap((statement) =>
      alternatives.map((alternative) => ({
        elements: new Map([...statement.elements, ...alternative.elements]),
        answers: [...statement.answers, ...alternative.answers],
      })),
    );
  }
  return statements;
}

/** Of what is not known at all: it may allow anything, and deny anything. */
export function opaqueStatements(
  draft: Draft,
  scope: StatementScope,
  shown = shownDraft(draft),
): readonly ModelStatement[] {
  const effect = effectOf(draft);
  const identity = `${scope.version} ${canonicalDraft(draft)}`;
  const effects = [
    ['Allow', 'allowed-by'],
    ['Deny', 'denied-by'],
  ] as const;
  return effects.flatMap(([name, about]) => {
    if (effect !== undefined && effect !== name) return [];
    return [anything(name, { about, shown, identity }, scope)];
  });
}

/** A statement about every request, where the answer to a question is yes. */
export function anything(
  effect: 'Allow' | 'Deny',
  question: Question | undefined,
  { namesPrincipals, namesResources }: Pick<StatementScope, 'namesPrincipals' | 'namesResources'>,
): ModelStatement {
  return {
    elements: new Map([
      ['Effect', text(effect)],
      ['Action', text('*')],
      ...(namesPrincipals ? [['Principal', text('*')] as const] : []),
      ...(namesResources ? [['Resource', text('*')] as const] : []),
    ]),
    answers: question === undefined ? [] : [{ question, holds: true }],
  };
}

function effectOf(draft: Draft): 'Allow' | 'Deny' | undefined {
  const effects =
    draft.kind === 'object'
      ? draft.members.filter(({ key }) => key.value === 'Effect').map(({ value }) => value)
      : [];
  const [effect] = effects;
  if (effects.length !== 1 || effect?.kind !== 'string') return undefined;
  if (effect.value === 'Allow' || effect.value === 'Deny') return effect.value;
  return undefined;
}

type Alternative = ModelStatement;

function alternativesOf(name: string, value: Draft, scope: StatementScope): readonly Alternative[] {
  if (isKnown(value) && name !== 'Resource' && name !== 'NotResource') return [just(name, value)];
  switch (name) {
    case 'Sid':
      return [{ elements: new Map(), answers: [] }];
    case 'Action':
      return anyOf(value, { name, about: 'action-matches', everything: () => '*', scope });
    case 'Resource':
      return anyOf(value, { name, about: 'resource-matches', everything: boundOf, scope });
    case 'NotAction':
      return noneOf(value, { name, about: 'action-matches', scope });
    case 'NotResource':
      return noneOf(value, { name, about: 'resource-matches', scope });
    case 'Principal':
      return principalsOf(value, scope);
    case 'NotPrincipal':
      return [asked('Principal', '*', questionOf('principal-matches', value, scope, 'not '))];
    case 'Condition':
      return conditionsOf(value, scope);
    default:
      return [just(name, value)];
  }
}

function just(name: string, value: Draft): Alternative {
  return { elements: new Map([[name, nodeOf(value)]]), answers: [] };
}

function asked(name: string, pattern: string, question: Question, holds = true): Alternative {
  return { elements: new Map([[name, text(pattern)]]), answers: [{ question, holds }] };
}

interface PatternList {
  readonly name: string;
  readonly about: QuestionKind;
  readonly scope: StatementScope;
}

/** One alternative for what is known, and one for each unknown item. */
function anyOf(
  value: Draft,
  {
    name,
    about,
    everything,
    scope,
  }: PatternList & { everything: (parts: readonly TextPart[]) => string },
): readonly Alternative[] {
  const { known, unknown } = sorted(value, name, scope);
  const rest = isList(value) && known.length === 0 && unknown.length > 0;
  return [
    ...(rest || (!isList(value) && unknown.length > 0 && known.length === 0)
      ? []
      : [{ elements: new Map([[name, listNode(value, known)]]), answers: [] }]),
    ...unknown.map((item) =>
      asked(name, everything(partsOf(item) ?? []), questionOf(about, item, scope)),
    ),
  ];
}

/** None of the known items, and for each unknown one: not that either. */
function noneOf(value: Draft, { name, about, scope }: PatternList): readonly Alternative[] {
  const { known, unknown } = sorted(value, name, scope);
  if (unknown.length === 0) return [just(name, value)];
  const element =
    known.length === 0
      ? ([name.slice('Not'.length), text('*')] as const)
      : ([name, listNode(value, known)] as const);
  return [
    {
      elements: new Map([element]),
      answers: unknown.map((item) => ({ question: questionOf(about, item, scope), holds: false })),
    },
  ];
}

/**
 * Known and unknown items. Unknown resources of either side that lie within one of these are added:
 * that changes nothing, and lets the comparison see what lies in what.
 */
function sorted(value: Draft, name: string, { patterns }: StatementScope) {
  const items = listOf(value);
  const isUnknown = (item: Draft) => !isKnown(item) && partsOf(item) !== undefined;
  const unknown = items.filter(isUnknown);
  const known = items.filter((item) => !isUnknown(item));
  if (!name.endsWith('Resource') || unknown.length === 0) return { known, unknown };
  const present = new Set(unknown.map(canonicalDraft));
  const within = patterns
    .filter((inner) => unknown.some((outer) => partsCover(partsOf(outer) ?? [], inner)))
    .map((parts): Draft => draftOf(parts, value))
    .filter((draft) => !present.has(canonicalDraft(draft)));
  return { known, unknown: [...unknown, ...within] };
}

function draftOf(parts: readonly TextPart[], { start, end }: Draft): Draft {
  return { kind: 'text', parts, start, end };
}

function principalsOf(value: Draft, scope: StatementScope): readonly Alternative[] {
  if (value.kind !== 'object')
    return [asked('Principal', '*', questionOf('principal-matches', value, scope))];
  return value.members.flatMap(({ key, value: listed }): readonly Alternative[] => {
    const only = (draft: Draft): Draft => ({ ...value, members: [{ key, value: draft }] });
    if (isKnown(listed)) return [just('Principal', only(listed))];
    const items = listOf(listed);
    const known = items.filter((item) => isKnown(item));
    const { start, end } = listed;
    return [
      ...(known.length === 0
        ? []
        : [just('Principal', only({ kind: 'array', items: known, start, end }))]),
      ...items
        .filter((item) => !isKnown(item))
        .map((item) =>
          asked('Principal', '*', questionOf('principal-matches', only(item), scope, '', item)),
        ),
    ];
  });
}

/** Positive operators without a qualifier: one value has to match. Negated ones: none may. */
const oneMatches =
  /^(?:StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike|IpAddress)(?:IfExists)?$/i;
const noneMatches =
  /^(?:StringNotEquals|StringNotEqualsIgnoreCase|StringNotLike|ArnNotEquals|ArnNotLike|NotIpAddress)(?:IfExists)?$/i;

/** A choice of conditions: what is known stays, each unknown is asked about. */
function conditionsOf(value: Draft, scope: StatementScope): readonly Alternative[] {
  if (value.kind !== 'object')
    return [{ elements: new Map(), answers: [yes(questionOf('condition-holds', value, scope))] }];
  type Partial = { readonly blocks: DraftObject['members']; readonly answers: readonly Answer[] };
  let partial: readonly Partial[] = [{ blocks: [], answers: [] }];
  const extend = (alternatives: readonly Partial[]) => {
    partial = partial.flatMap(({ blocks, answers }) =>
      alternatives.map((one) => ({
        blocks: [...blocks, ...one.blocks],
        answers: [...answers, ...one.answers],
      })),
    );
  };
  const ask = (draft: Draft, shown: string): Answer =>
    yes({
      about: 'condition-holds',
      shown,
      identity: `${scope.version} ${canonicalDraft(draft)}`,
    });
  for (const block of value.members) {
    if (isKnown(block.value)) {
      extend([{ blocks: [block], answers: [] }]);
      continue;
    }
    const wrap = (inner: Draft): DraftObject => ({
      ...value,
      members: [{ key: block.key, value: inner }],
    });
    if (block.value.kind !== 'object') {
      extend([{ blocks: [], answers: [ask(wrap(block.value), block.key.value)] }]);
      continue;
    }
    const keys = block.value;
    for (const member of keys.members) {
      const of = (values: Draft): DraftObject['members'] => [
        { key: block.key, value: { ...keys, members: [{ key: member.key, value: values }] } },
      ];
      const operator = block.key.value;
      const shown = (draft: Draft) => `${operator}:${member.key.value}:${shownDraft(draft)}`;
      const about = (draft: Draft) => ask({ ...value, members: of(draft) }, shown(draft));
      const items = listOf(member.value);
      const known = items.filter((item) => isKnown(item));
      const unknown = items.filter((item) => !isKnown(item));
      const { start, end } = member.value;
      const knownBlocks = known.length === 0 ? [] : of({ kind: 'array', items: known, start, end });
      if (unknown.length === 0) extend([{ blocks: of(member.value), answers: [] }]);
      else if (oneMatches.test(operator))
        extend([
          ...(known.length === 0 ? [] : [{ blocks: knownBlocks, answers: [] }]),
          ...unknown.map((item) => ({ blocks: [], answers: [about(item)] })),
        ]);
      else if (noneMatches.test(operator))
        extend([{ blocks: knownBlocks, answers: unknown.map(about) }]);
      else extend([{ blocks: [], answers: [about(member.value)] }]);
      if (partial.length > mostAlternatives) return overflow(value, ask);
    }
  }
  return partial.map(({ blocks, answers }) => ({
    elements: blocks.length === 0 ? new Map() : new Map([['Condition', mergedNode(value, blocks)]]),
    answers,
  }));
}

function overflow(
  value: Draft,
  ask: (draft: Draft, shown: string) => Answer,
): readonly Alternative[] {
  return [{ elements: new Map(), answers: [ask(value, 'Condition')] }];
}

/** Blocks of one operator become one again. */
function mergedNode(place: DraftObject, blocks: DraftObject['members']): SyntaxNode {
  const merged = new Map<string, { key: (typeof blocks)[number]['key']; values: SyntaxNode[] }>();
  for (const { key, value } of blocks) {
    const known = merged.get(key.value);
    if (known === undefined) merged.set(key.value, { key, values: [nodeOf(value)] });
    else known.values.push(nodeOf(value));
  }
  const { start, end } = place;
  return {
    kind: 'object',
    start,
    end,
    members: [...merged.values()].map(({ key, values }) => {
      const [first, second] = values;
      if (first !== undefined && second === undefined) return { key, value: first };
      const members = values.flatMap((one) => (one.kind === 'object' ? one.members : []));
      return { key, value: { kind: 'object' as const, members, start, end } };
    }),
  };
}

function yes(question: Question): Answer {
  return { question, holds: true };
}

function questionOf(
  about: QuestionKind,
  draft: Draft,
  { version }: StatementScope,
  mark = '',
  shown = draft,
): Question {
  return {
    about,
    shown: `${mark}${shownDraft(shown)}`,
    identity: `${mark}${version} ${canonicalDraft(draft)}`,
  };
}

function isList(draft: Draft): boolean {
  return draft.kind === 'array';
}

export function isKnown(draft: Draft | undefined): boolean {
  if (draft === undefined) return true;
  if (draft.kind === 'object') return draft.members.every(({ value }) => isKnown(value));
  if (draft.kind === 'array') return draft.items.every((item) => isKnown(item));
  return !['text', 'unknown', 'choice'].includes(draft.kind);
}

function listNode(value: Draft, known: readonly Draft[]): SyntaxNode {
  const [only] = known;
  if (!isList(value) && only !== undefined) return nodeOf(only);
  const { start, end } = value;
  return { kind: 'array', items: known.map(nodeOf), start, end };
}

/** Of what is known. */
export function nodeOf(draft: Draft): SyntaxNode {
  const { start, end } = draft;
  switch (draft.kind) {
    case 'object':
      return {
        kind: 'object',
        members: draft.members
          .filter(({ value }) => value.kind !== 'absent')
          .map(({ key, value }) => ({ key, value: nodeOf(value) })),
        start,
        end,
      };
    case 'array':
      return {
        kind: 'array',
        items: draft.items.filter(({ kind }) => kind !== 'absent').map(nodeOf),
        start,
        end,
      };
    case 'text':
    case 'unknown':
    case 'choice':
    case 'absent':
      return { kind: 'hole', text: canonicalDraft(draft), start, end };
    default:
      return draft;
  }
}

function text(value: string): SyntaxNode {
  return { kind: 'string', value, start: 0, end: 0 };
}
