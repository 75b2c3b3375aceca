import type { SyntaxNode } from '@rolecall/policy';
import type { Answer, Atoms } from './atoms.ts';
import {
  canonicalDraft,
  type Draft,
  memberIn,
  partsOf,
  type TextPart,
  type Unknown,
} from './draft.ts';
import { decisionsOf, resolveChoices, withChoices } from './make-choices.ts';
import {
  anything,
  isKnown,
  type ModelStatement,
  modelStatement,
  nodeOf,
  opaqueStatements,
  type StatementScope,
} from './model-statement.ts';
import type { Guard, PolicyPart } from './repository-policy.ts';

/** A document without unknowns that stands for one with them. */
export interface ModelDocument {
  readonly root: SyntaxNode;
  /** Where in the file each of its statements comes from. */
  readonly starts: readonly number[];
}

export interface ModelContext {
  readonly atoms: Atoms;
  readonly part: PolicyPart;
  readonly patterns: readonly (readonly TextPart[])[];
  /** Leaves out what nothing is known of: `allowed-by` or `denied-by`. */
  readonly without: 'allowed-by' | 'denied-by' | undefined;
}

/** The documents that a draft stands for, under conditions: more than one where it has choices. */
export function modelDocument(
  draft: Draft,
  when: readonly Guard[],
  { shown, ...context }: ModelContext & { readonly shown: string },
): readonly ModelDocument[] {
  return withChoices(draft, when).map((one) => {
    const document = one.draft;
    const scope = scopeOf(document, context);
    const build = (statements: readonly Placed[], version?: Draft) =>
      documentOf({ document, version, statements }, context);
    const opaque = () =>
      build(
        opaqueStatements(document, scope, shown).map((model) => ({
          model: guarded(model, one.when),
          start: document.start,
        })),
      );
    if (document.kind === 'unknown' || document.kind === 'text') return opaque();
    // What is no policy is left as it is, for the reader of policies to refuse.
    if (document.kind !== 'object') return { root: nodeOf(document), starts: [] };
    const version = memberIn(document, 'Version');
    if (!isKnown(version)) return opaque();
    const names = document.members.map(({ key }) => key.value);
    if (new Set(names).size < names.length) return { root: nodeOf(document), starts: [] };
    const statement = memberIn(document, 'Statement');
    if (statement === undefined) return { root: nodeOf(document), starts: [] };
    const statements = withChoices(statement, one.when).flatMap((item) =>
      statementsOf(item.draft, item.when, scope),
    );
    return build(statements, version);
  });
}

interface Placed {
  readonly model: ModelStatement;
  readonly start: number;
}

function scopeOf(document: Draft, { part, patterns }: ModelContext): StatementScope {
  const version = memberIn(document, 'Version');
  return {
    version: version?.kind === 'string' ? version.value : 'none',
    namesPrincipals: namesPrincipals(part),
    namesResources: part !== 'trust',
    patterns,
  };
}

function namesPrincipals(part: PolicyPart): boolean {
  return part === 'trust' || part === 'resource-policy';
}

/** Conditions of a template within one statement; with more it is taken as a whole. */
const mostConditions = 4;

function statementsOf(
  draft: Draft,
  when: readonly Guard[],
  scope: StatementScope,
): readonly Placed[] {
  const place = (model: ModelStatement, guards: readonly Guard[]): Placed => ({
    model: guarded(model, guards),
    start: draft.start,
  });
  const decisions = decisionsOf(draft, when, mostConditions);
  if (decisions === undefined)
    return opaqueStatements(draft, scope).map((model) => place(model, when));
  return decisions.flatMap((guards) => {
    const resolved = resolveChoices(draft, guards);
    if (resolved.kind === 'absent') return [];
    return modelStatement(resolved, scope).map((model) => place(model, guards));
  });
}

function guarded(model: ModelStatement, when: readonly Guard[]): ModelStatement {
  return { ...model, answers: [...when.map(answerOf), ...model.answers] };
}

export function answerOf({ condition, holds }: Guard): Answer {
  return { question: { about: 'when', ...shownCondition(condition) }, holds };
}

function shownCondition({ name, identity }: Unknown) {
  return { shown: name, identity };
}

interface Parts {
  readonly document: Draft;
  readonly version: Draft | undefined;
  readonly statements: readonly Placed[];
}

function documentOf(
  { document, version, statements }: Parts,
  { atoms, without }: ModelContext,
): ModelDocument {
  const kept = statements.filter(
    ({ model }) => !model.answers.some(({ question }) => question.about === without),
  );
  const { start, end } = document;
  const others =
    document.kind === 'object'
      ? document.members.filter(
          ({ key, value }) =>
            key.value !== 'Statement' &&
            !(key.value === 'Id' && !isKnown(value)) &&
            value.kind !== 'absent',
        )
      : [];
  const isOpaque = version === undefined && document.kind !== 'object';
  const members = [
    ...(isOpaque
      ? [versionMember]
      : others.map(({ key, value }) => ({ key, value: nodeOf(value) }))),
    {
      key: { kind: 'string' as const, value: 'Statement', start, end: start },
      value: {
        kind: 'array' as const,
        items: kept.map(({ model, start: at }) => statementNode(model, at, atoms)),
        start,
        end,
      },
    },
  ];
  return {
    root: { kind: 'object', members, start, end },
    starts: kept.map(({ start: at }) => at),
  };
}

const versionMember = {
  key: { kind: 'string' as const, value: 'Version', start: 0, end: 0 },
  value: { kind: 'string' as const, value: '2012-10-17', start: 0, end: 0 },
};

/** The statement, with a condition for each answer it needs. */
function statementNode(
  { elements, answers }: ModelStatement,
  start: number,
  atoms: Atoms,
): SyntaxNode {
  const place = { start, end: start };
  const textOf = (value: string) => ({ kind: 'string' as const, value, ...place });
  const condition = elements.get('Condition');
  const blocks =
    condition === undefined ? { kind: 'object' as const, members: [], ...place } : condition;
  const asked = (holds: boolean) => [
    ...new Set(
      answers
        .filter((answer) => answer.holds === holds)
        .map(({ question }) => atoms.keyOf(question)),
    ),
  ];
  const block = (operator: string, keys: readonly string[]) => ({
    operator,
    members: keys.map((key) => ({ key: textOf(key), value: textOf('true') })),
  });
  const added = [block('StringEquals', asked(true)), block('StringNotEquals', asked(false))].filter(
    ({ members }) => members.length > 0,
  );
  const members = [...elements].filter(([name]) => name !== 'Condition');
  const nodes = members.map(([name, value]) => ({ key: textOf(name), value }));
  if (condition === undefined && added.length === 0)
    return { kind: 'object', members: nodes, ...place };
  // A Condition that is no object is left as it is, for the reader of policies to refuse.
  const merged =
    blocks.kind === 'object' ? { ...blocks, members: join(blocks.members, added) } : blocks;
  return {
    kind: 'object',
    members: [...nodes, { key: textOf('Condition'), value: merged }],
    ...place,
  };
}

type Members = Extract<SyntaxNode, { kind: 'object' }>['members'];

function join(
  blocks: Members,
  added: readonly { readonly operator: string; readonly members: Members }[],
): Members {
  let joined = blocks;
  for (const { operator, members } of added) {
    const index = joined.findIndex(
      ({ key, value }) => key.value === operator && value.kind === 'object',
    );
    const found = joined[index];
    if (found === undefined || found.value.kind !== 'object') {
      const key = { kind: 'string' as const, value: operator, start: 0, end: 0 };
      joined = [...joined, { key, value: { kind: 'object', members, start: 0, end: 0 } }];
    } else {
      const value = { ...found.value, members: [...found.value.members, ...members] };
      joined = joined.with(index, { key: found.key, value });
    }
  }
  return joined;
}

/** A document that allows anything where all answers are given. */
export function allowAnything(answers: readonly Answer[], { atoms, part }: ModelContext) {
  const scope = { namesPrincipals: namesPrincipals(part), namesResources: part !== 'trust' };
  const model = anything('Allow', undefined, scope);
  const statement = statementNode({ ...model, answers }, 0, atoms);
  const list = { kind: 'array' as const, items: [statement], start: 0, end: 0 };
  const key = { kind: 'string' as const, value: 'Statement', start: 0, end: 0 };
  const root: SyntaxNode = {
    kind: 'object',
    members: [versionMember, { key, value: list }],
    start: 0,
    end: 0,
  };
  return { root, starts: [0] };
}

/** Every resource with unknown parts in some documents, without choices. */
export function patternsIn(drafts: readonly Draft[]): readonly (readonly TextPart[])[] {
  const found = new Map<string, readonly TextPart[]>();
  const visit = (draft: Draft, isResource: boolean): void => {
    if (draft.kind === 'array') for (const item of draft.items) visit(item, isResource);
    if (draft.kind === 'choice')
      for (const side of [draft.whenTrue, draft.whenFalse]) visit(side, isResource);
    if (draft.kind === 'object')
      for (const { key, value } of draft.members)
        visit(value, key.value === 'Resource' || key.value === 'NotResource');
    if (isResource && (draft.kind === 'text' || draft.kind === 'unknown'))
      found.set(canonicalDraft(draft), partsOf(draft) ?? []);
  };
  for (const draft of drafts) visit(draft, false);
  // Each is laid beside each.
  return found.size > mostPatterns ? [] : [...found.values()];
}

const mostPatterns = 200;
