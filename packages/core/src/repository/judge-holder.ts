import {
  type AccessComparison,
  compareEffectiveAccess,
  diffEffectiveAccess,
  FormatFault,
  type Policy,
  type PolicyDocument,
  policyOf,
  positionsOf,
  printJson,
} from '@rolecall/policy';
import type { SourcePosition } from '../model/errors.ts';
import { type Atoms, createAtoms } from './atoms.ts';
import type { RepositoryComparison } from './compare-repository.ts';
import type { Draft } from './draft.ts';
import { draftsOf, type HeldPolicy, type Holder } from './holders.ts';
import { decisionsOf } from './make-choices.ts';
import {
  allowAnything,
  answerOf,
  type ModelContext,
  type ModelDocument,
  modelDocument,
  patternsIn,
} from './model-document.ts';
import { defaultLabel, type PolicyPart } from './repository-policy.ts';

export interface HolderSides {
  readonly old: Holder | undefined;
  readonly next: Holder | undefined;
  /** The holder itself is no longer there. */
  readonly isGone: boolean;
}

/** Compares what one holder's policies allow before and after. */
export function judgeHolder(sides: HolderSides): readonly RepositoryComparison[] {
  const holder = sides.next ?? sides.old;
  const first = holder?.held[0]?.policy;
  if (holder === undefined || first === undefined) return [];
  const change = sides.old === undefined ? 'added' : sides.next === undefined ? 'removed' : 'kept';
  // What AWS gives a new resource of itself, nobody here has written.
  if (change === 'added' && holder.held.every(isDefault)) return [];
  const atoms = createAtoms();
  const build = (without: 'opaque' | undefined) => modelsOf(sides, { atoms, without });
  const models = build(undefined);
  const about = {
    address: addressOf(holder.id),
    file: holder.file,
    position: first.position,
    aspect: holder.aspect,
    change,
    labels: { old: labelsOf(models.old), new: labelsOf(models.next) },
    sources: { old: sourcesOf(models.old), new: sourcesOf(models.next) },
    places: { old: placesOf(models.old), new: placesOf(models.next) },
  } as const;
  if (change === 'removed' && (sides.isGone || holder.aspect === 'trust'))
    return [{ ...about, result: nothing(), diff: undefined }];
  const result = compare(models);
  const opaque = result.verdict === 'grants' ? opaqueIn(result, atoms) : [];
  if (opaque.length === 0)
    return [{ ...about, result, diff: change === 'kept' ? diffOf(models, result) : undefined }];
  // Is something granted beside that of which nothing is known?
  const known = build('opaque');
  const rest = compare(known);
  if (rest.verdict !== 'grants')
    return [{ ...about, result: { verdict: 'unread', unread: opaque }, diff: undefined }];
  return [
    {
      ...about,
      labels: { old: labelsOf(known.old), new: labelsOf(known.next) },
      sources: { old: sourcesOf(known.old), new: sourcesOf(known.next) },
      places: { old: placesOf(known.old), new: placesOf(known.next) },
      result: rest,
      diff: change === 'kept' ? diffOf(known, rest) : undefined,
    },
  ];
}

function nothing(): AccessComparison {
  return compareEffectiveAccess({ layers: [[]] }, { layers: [[]] });
}

function isDefault({ policy, binding }: HeldPolicy): boolean {
  return binding.part === 'resource-policy' && policy.label.startsWith(defaultLabel);
}

/** What follows tells targets of the same name apart. */
function addressOf(id: string): string {
  return id.replace(/ <.*$/s, '');
}

interface Model {
  readonly label: string;
  readonly held: HeldPolicy | undefined;
  readonly document: ModelDocument;
}

interface Side {
  readonly layers: readonly (readonly Model[])[];
}

interface Models {
  readonly old: Side;
  readonly next: Side;
}

interface Building {
  readonly atoms: Atoms;
  readonly without: 'opaque' | undefined;
}

function modelsOf({ old, next }: HolderSides, { atoms, without }: Building): Models {
  const patterns = patternsIn([...draftsOf(old), ...draftsOf(next)]);
  const open = old?.open ?? next?.open ?? false;
  const isKept = old !== undefined;
  const sideOf = (holder: Holder | undefined, omitted: ModelContext['without']): Side => {
    const context = (part: PolicyPart): ModelContext => ({
      atoms,
      part,
      patterns,
      without: without === undefined ? undefined : omitted,
    });
    const held = holder?.held ?? [];
    const part = partOf(old ?? next);
    const policies = held
      .filter(({ binding }) => binding.part !== 'boundary')
      .flatMap((one) => modelsOfHeld(one, context(one.binding.part)));
    const boundaries = held.filter(({ binding }) => binding.part === 'boundary');
    // Policies that are not at hand may allow what is no longer denied here.
    const others = open && isKept ? [otherPolicies(context(part))] : [];
    const limit = boundaries.flatMap((one) => modelsOfHeld(one, context('boundary')));
    const bare = withoutBoundary(boundaries, context('boundary'));
    return {
      layers:
        boundaries.length === 0
          ? [[...policies, ...others]]
          : [
              [...policies, ...others],
              [...limit, ...bare],
            ],
    };
  };
  return { old: sideOf(old, 'denied-by'), next: sideOf(next, 'allowed-by') };
}

function partOf(holder: Holder | undefined): PolicyPart {
  return holder?.held[0]?.binding.part ?? 'policy';
}

function modelsOfHeld(held: HeldPolicy, context: ModelContext): readonly Model[] {
  const { document, label } = held.policy;
  return modelDocument(document, held.binding.when, {
    ...context,
    shown: shownName(document, label),
  }).map((one) => ({ label, held, document: one }));
}

function shownName(document: Draft, label: string): string {
  return document.kind === 'unknown' ? `${label} (${document.unknown.name})` : label;
}

function otherPolicies(context: ModelContext): Model {
  const question = { about: 'when', shown: 'other policies allow it', identity: 'others' } as const;
  return {
    label: 'other policies, not at hand',
    held: undefined,
    document: allowAnything([{ question, holds: true }], context),
  };
}

/** Where no boundary is set under some conditions, everything is within it. */
function withoutBoundary(
  boundaries: readonly HeldPolicy[],
  context: ModelContext,
): readonly Model[] {
  const guards = boundaries.map(({ binding }) => binding.when);
  if (guards.some((when) => when.length === 0)) return [];
  const conditions = guards.flat().map(({ condition }) => condition);
  const nothingAt = { start: 0, end: 0 };
  const list: Draft = {
    kind: 'array',
    items: conditions.map((condition) => ({
      kind: 'choice',
      condition,
      whenTrue: { kind: 'null', ...nothingAt },
      whenFalse: { kind: 'null', ...nothingAt },
      ...nothingAt,
    })),
    ...nothingAt,
  };
  const decisions = decisionsOf(list, [], 6) ?? [[]];
  const unbound = decisions.filter(
    (decided) =>
      !guards.some((when) =>
        when.every((guard) =>
          decided.some(
            ({ condition, holds }) =>
              condition.identity === guard.condition.identity && holds === guard.holds,
          ),
        ),
      ),
  );
  return unbound.map((decided) => ({
    label: 'no boundary',
    held: undefined,
    document: allowAnything(decided.map(answerOf), context),
  }));
}

function compare(models: Models): AccessComparison {
  const read = readBoth(models);
  return 'fault' in read ? read.fault : compareEffectiveAccess(read.old, read.next);
}

type Read =
  | { readonly old: Layers; readonly next: Layers }
  | { readonly fault: Extract<AccessComparison, { verdict: 'undecided' }> };

interface Layers {
  readonly layers: readonly (readonly Policy[])[];
}

function readBoth({ old, next }: Models): Read {
  for (const [side, { layers }] of [
    ['old', old],
    ['new', next],
  ] as const)
    for (const [policy, { document, held }] of layers.flat().entries()) {
      const fault = faultIn(document, held);
      if (fault === undefined) continue;
      const reason = { kind: 'unreadable' as const, policy: { side, policy, fault } };
      const { dataDate } = nothing();
      return { fault: { verdict: 'undecided', reason, dataDate } };
    }
  const layersOf = ({ layers }: Side): Layers => ({
    layers: layers.map((layer) => layer.map(({ document }) => policyOf(document.root))),
  });
  return { old: layersOf(old), next: layersOf(next) };
}

function faultIn({ root }: ModelDocument, held: HeldPolicy | undefined) {
  try {
    policyOf(root);
    return undefined;
  } catch (error) {
    if (!(error instanceof FormatFault)) throw error;
    const text = held?.policy.trees[0]?.text;
    const at = text === undefined ? undefined : positionsOf(text)(error.node.start);
    return { message: error.message, line: at?.line, column: at?.column };
  }
}

/** The lists are there to be read; the verdict does not rest on them. */
const listBudget = 100_000;

function diffOf(models: Models, { verdict }: AccessComparison) {
  if (verdict !== 'grants') return undefined;
  const read = readBoth(models);
  if ('fault' in read) return undefined;
  return diffEffectiveAccess(read.old, read.next, { budget: listBudget });
}

/** What the example rests on of which nothing is known. */
function opaqueIn(
  { witness }: Extract<AccessComparison, { verdict: 'grants' }>,
  atoms: Atoms,
): readonly string[] {
  const { context = {} } = witness.request;
  const entries: Iterable<readonly [string, unknown]> =
    context instanceof Map ? context.entries() : Object.entries(context);
  const names = [...entries].flatMap(([key, value]) => {
    const question = atoms.questionOf(key);
    if (question === undefined) return [];
    const isOpaque = question.about === 'allowed-by' || question.about === 'denied-by';
    return isOpaque && [value].flat().includes('true') ? [question.shown] : [];
  });
  return [...new Set(names)];
}

function labelsOf({ layers }: Side): readonly string[] {
  return layers.flat().map(({ label }) => label);
}

function sourcesOf({ layers }: Side): readonly PolicyDocument[] {
  return layers.flat().map(({ document }) => {
    const source: unknown = JSON.parse(printJson(document.root));
    return isDocument(source) ? source : { Statement: [] };
  });
}

function isDocument(value: unknown): value is PolicyDocument {
  return typeof value === 'object' && value !== null && 'Statement' in value;
}

function placesOf({ layers }: Side): readonly (readonly SourcePosition[])[] {
  return layers.flat().map(({ held, document }) => {
    if (held === undefined) return [];
    const { trees, file, position } = held.policy;
    const text = trees[0]?.text;
    if (text === undefined) return document.starts.map(() => position);
    const positionAt = positionsOf(text);
    return document.starts.map((start) => {
      const { line, column } = positionAt(start);
      return { file, line, column: column + 1 };
    });
  });
}
