import { bundledActionData } from '../actions/bundled-action-data.ts';
import type { Policy, Statement } from '../language/policy.ts';
import type { PolicySource } from '../language/read-policy.ts';
import { type AccessLayers, type CompareOptions, readModel } from './access-model.ts';
import { type Box, type StatementRef, textLiteral } from './box.ts';
import {
  defaultBudget,
  isKnown,
  type Models,
  refsOf,
  sourcesOf,
  type UndecidedReason,
  undecidedReason,
  type Witness,
} from './compare-access.ts';
import { type Comparer, compareModels, type PieceVerdict } from './compare-model.ts';
import type { Piece } from './pieces.ts';
import { documentedReading } from './reading.ts';
import { textSet } from './text-set.ts';

/** What changes between two sets of policies, both ways, as short lists for people. */
export interface AccessDiff {
  /** Allowed by the new policies and not by the old. */
  readonly newly: AccessList;
  /** Allowed by the old policies and not by the new. */
  readonly noLonger: AccessList;
  readonly dataDate: string;
}

export interface AccessList {
  readonly lines: readonly AccessLine[];
  /** Why the list may lack something; `undefined`: it is complete. */
  readonly incomplete: UndecidedReason | { readonly kind: 'too-long' } | undefined;
}

/** Some requests of one Allow statement. All of it, or only parts, may be what changes. */
export interface AccessLine {
  /** The statement that allows them, among the documents of its side. */
  readonly statement: StatementRef;
  /** As written; "not" those, for NotAction. */
  readonly actions: PatternList;
  /** `undefined`: the resource the policy is attached to. */
  readonly resources: PatternList | undefined;
  /** `undefined`: the principal the policy is attached to. */
  readonly principal: Statement['principal'];
  readonly conditions: Statement['conditions'];
  /** An example; `undefined` where none could be shown, though something may be allowed. */
  readonly witness: Witness | undefined;
}

export interface PatternList {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** Lines beyond this are not worth reading, and not worked out. */
const maxLines = 200;

/** Never throws: what cannot be read or decided is said in `incomplete`. */
export function diffAccess(
  old: PolicySource | readonly PolicySource[],
  next: PolicySource | readonly PolicySource[],
  options?: CompareOptions | null,
): AccessDiff {
  return diffEffectiveAccess({ layers: [sourcesOf(old)] }, { layers: [sourcesOf(next)] }, options);
}

/** As `diffAccess`, for what policies of several layers allow together. */
export function diffEffectiveAccess(
  old: AccessLayers,
  next: AccessLayers,
  given?: CompareOptions | null,
): AccessDiff {
  const options = given ?? {};
  const dataDate = (options.data ?? bundledActionData()).date;
  try {
    const models = { old: readModel(old, 'old'), next: readModel(next, 'new') };
    return {
      newly: linesOf(models, options),
      noLonger: linesOf({ old: models.next, next: models.old }, options),
      dataDate,
    };
  } catch (error) {
    const incomplete = undecidedReason(error);
    if (incomplete === undefined) throw error;
    const nothing = { lines: [], incomplete };
    return { newly: nothing, noLonger: nothing, dataDate };
  }
}

function linesOf(models: Models, options: CompareOptions): AccessList {
  const data = options.data ?? bundledActionData();
  const budget = { left: options.budget ?? defaultBudget };
  const policies = models.next.layers.flat();
  const groups = new Map<string, AccessLine[]>();
  try {
    const comparer = compareModels(models.old, models.next, {
      data,
      budget,
      reading: documentedReading,
    });
    for (const { piece, verdict } of grantingParts(comparer)) {
      const line = lineOf(piece, verdict, policies, (action) => isKnown(action, data));
      if (line === undefined) continue;
      const key = groupOf(line);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
      if (groups.size > maxLines) return { lines: shown(groups), incomplete: { kind: 'too-long' } };
    }
  } catch (error) {
    const incomplete = undecidedReason(error);
    if (incomplete === undefined) throw error;
    return { lines: shown(groups), incomplete };
  }
  return { lines: shown(groups), incomplete: undefined };
}

/** Pieces that grant something, resource by resource where the statement lists several. */
function* grantingParts(
  comparer: Comparer,
): Generator<{ piece: Piece; verdict: Exclude<PieceVerdict, { kind: 'none' }> }> {
  for (const piece of comparer.pieces()) {
    const whole = comparer.judge(piece);
    if (whole.kind === 'none') continue;
    const parts = splitResources(piece);
    if (parts.length < 2) {
      yield { piece, verdict: whole };
      continue;
    }
    for (const part of parts) {
      const verdict = comparer.judge(part);
      if (verdict.kind !== 'none') yield { piece: part, verdict };
    }
  }
}

function splitResources(piece: Piece): readonly Piece[] {
  const [first, ...rest] = piece.boxes;
  if (first?.resource?.inside !== true) return [piece];
  const { set } = first.resource;
  return set.patterns.map((pattern) => {
    const kind = set.id.slice(0, set.id.indexOf('['));
    const box: Box = { ...first, resource: textLiteral(textSet(kind, [pattern]), true) };
    return { ...piece, boxes: [box, ...rest] };
  });
}

function lineOf(
  piece: Piece,
  verdict: Exclude<PieceVerdict, { kind: 'none' }>,
  policies: readonly Policy[],
  knows: (action: string) => boolean,
): AccessLine | undefined {
  const [box] = piece.boxes;
  const statement = box && policies[box.statement.policy]?.statements[box.statement.statement];
  if (box === undefined || statement === undefined) return undefined;
  return {
    statement: box.statement,
    actions: asWritten(
      statement,
      piece.action.set.patterns.map(({ text }) => (text === '*:*' ? '*' : text.toLowerCase())),
    ),
    resources: box.resource && {
      negated: !box.resource.inside,
      patterns: box.resource.set.patterns.map(({ text }) => text),
    },
    principal: statement.principal,
    conditions: statement.conditions,
    witness:
      verdict.kind === 'grants'
        ? {
            request: verdict.request,
            allowedBy: refsOf(piece),
            oldDecision: verdict.old,
            knownAction: knows(verdict.request.action),
          }
        : undefined,
  };
}

/** Patterns are compared in lower case; people want to read them as they were written. */
function asWritten({ action }: Statement, lower: readonly string[]): PatternList {
  const spelt = spellings(action);
  const patterns = lower.flatMap((text) => spelt.get(text) ?? []);
  return { negated: action.negated, patterns: [...new Set(patterns)] };
}

const spellingsOf = new WeakMap<PatternList, ReadonlyMap<string, readonly string[]>>();

function spellings(list: PatternList): ReadonlyMap<string, readonly string[]> {
  const known = spellingsOf.get(list);
  if (known !== undefined) return known;
  const found = Map.groupBy(list.patterns, (text) => (text === '*:*' ? '*' : text.toLowerCase()));
  spellingsOf.set(list, found);
  return found;
}

function groupOf({ statement, resources }: AccessLine): string {
  return JSON.stringify([statement.policy, statement.statement, resources]);
}

/** The actions of lines that are about the same resources, in one line. */
function mergeLines(group: readonly AccessLine[]): readonly AccessLine[] {
  const [first] = group;
  if (first === undefined) return [];
  const patterns = [...new Set(group.flatMap(({ actions }) => actions.patterns))];
  const witness = group.find((line) => line.witness !== undefined)?.witness;
  return [{ ...first, actions: { ...first.actions, patterns }, witness }];
}

/** Resources with the same actions stand in one line. */
function shown(groups: ReadonlyMap<string, readonly AccessLine[]>): readonly AccessLine[] {
  const lines = new Map<string, AccessLine>();
  for (const line of [...groups.values()].flatMap(mergeLines)) {
    const { statement, actions, resources } = line;
    const key = JSON.stringify([
      statement.policy,
      statement.statement,
      actions,
      resources?.negated,
    ]);
    const known = lines.get(key);
    if (known?.resources === undefined || resources === undefined) {
      lines.set(key, line);
      continue;
    }
    const patterns = [...known.resources.patterns, ...resources.patterns];
    lines.set(key, {
      ...known,
      resources: { ...resources, patterns },
      witness: known.witness ?? line.witness,
    });
  }
  return [...lines.values()];
}
