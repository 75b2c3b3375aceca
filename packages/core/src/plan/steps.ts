import {
  canonicalJson,
  canonicalPolicy,
  type Json,
  type PolicyDocument,
  statementsOf,
} from '@rolecall/policy';
import { policyDocumentSchema } from '../model/policy-schema.ts';
import type { DiffContext } from './diff-context.ts';
import type { OperationDraft } from './operation.ts';

/**
 * The order of what happens to one resource: first the mark that it is ours, then what surely
 * narrows, then what may do either, then what widens, so that a run that is cut off leaves as little
 * access as can be told from the documents; and so that quotas have room.
 */
export const steps = [
  'own',
  'make',
  'bound',
  'guard',
  'take',
  'part',
  'rebound',
  'alter',
  'give',
  'unguard',
  'unbound',
  'provision',
  'unmake',
] as const;
export type Step = (typeof steps)[number];

type Stepped = Pick<OperationDraft, 'facet' | 'before' | 'after'>;

/** Sorted by step; within one, as they come. */
export function inOrder(
  drafts: readonly OperationDraft[],
  context: DiffContext,
): readonly OperationDraft[] {
  return drafts
    .map((draft) => ({ ...draft, step: draft.step ?? stepOf(draft, context) }))
    .sort((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
}

/** Whether an operation certainly takes access away, whatever became of those before it. */
export function isNarrowing({ step }: { readonly step: Step }): boolean {
  return step === 'bound' || step === 'guard' || step === 'take';
}

/** Without a context nothing is known of policies and groups by name: they may do either. */
export function stepOf({ facet, before, after }: Stepped, context?: DiffContext): Step {
  const [kind = ''] = facet.split('/', 1);
  const name = facet.slice(kind.length + 1);
  switch (kind) {
    case '':
      return after === null ? 'unmake' : 'make';
    case 'ownership':
      return 'own';
    case 'permissionsBoundary':
      if (before === null) return 'bound';
      return after === null ? 'unbound' : 'rebound';
    case 'inlinePolicies':
      return stepOfInline(before, after, context);
    case 'managedPolicies':
      return stepOfHeld(after, context?.effectOfPolicy(name) ?? 'both');
    case 'customerPolicies':
      return stepOfHeld(after, 'both');
    case 'groups':
      return stepOfHeld(after, context?.effectOfGroup(name) ?? 'both');
    case 'provisioning':
      return 'provision';
    case 'members':
    case 'instanceProfiles':
    case 'role':
    case 'clientIds':
    case 'tags':
    case 'login':
    case 'accessKeys':
      return after === null ? 'take' : 'give';
    default:
      return 'alter';
  }
}

/** What the statements of something do: only allow, only deny, or both (or nobody knows). */
export type Effect = 'allows' | 'denies' | 'both';

export function effectOf(documents: readonly PolicyDocument[]): Effect {
  const effects = new Set(documents.flatMap(statementsOf).map(({ Effect }) => Effect));
  if (!effects.has('Deny')) return 'allows';
  return effects.has('Allow') ? 'both' : 'denies';
}

function stepOfHeld(after: Json, effect: Effect): Step {
  if (after !== null) return effect === 'denies' ? 'guard' : 'give';
  if (effect === 'both') return 'part';
  return effect === 'allows' ? 'take' : 'unguard';
}

function stepOfInline(before: Json, after: Json, context: DiffContext | undefined): Step {
  const old = readDocument(before);
  const wanted = readDocument(after);
  if (old === undefined) return wanted && effectOf([wanted]) === 'denies' ? 'guard' : 'give';
  const effect = effectOf(wanted ? [old, wanted] : [old]);
  if (wanted === undefined) return stepOfHeld(null, effect);
  if (effect === 'both') return stepOfTurn(effectOf([old]), effectOf([wanted]));
  const grows = containsStatements(wanted, old, context);
  const shrinks = containsStatements(old, wanted, context);
  if (effect === 'denies') return grows ? 'guard' : shrinks ? 'unguard' : 'give';
  return shrinks ? 'take' : 'give';
}

/** A document that turns from allowing to denying narrows for sure; the other way it comes late. */
function stepOfTurn(before: Effect, after: Effect): Step {
  if (before === 'allows' && after === 'denies') return 'take';
  return before === 'denies' ? 'unguard' : 'give';
}

/** Whether every statement of `inner` stands in `outer` too, by meaning. */
export function containsStatements(
  outer: PolicyDocument,
  inner: PolicyDocument,
  context: DiffContext | undefined,
): boolean {
  const texts = (document: PolicyDocument) =>
    statementsOf(document).map((statement) =>
      canonicalJson(canonicalPolicy({ Statement: statement }, context ?? { partition: 'aws' })),
    );
  const there = new Set(texts(outer));
  return outer.Version === inner.Version && texts(inner).every((text) => there.has(text));
}

function readDocument(value: Json): PolicyDocument | undefined {
  return value === null ? undefined : policyDocumentSchema.parse(value);
}
