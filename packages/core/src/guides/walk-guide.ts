import { staleLifecycle } from '../blueprints/lifecycle.ts';
import type { Finding } from '../model/finding.ts';
import type { CheckSettings } from '../model/settings.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type Applicability, judgeApplicability } from './applicability.ts';
import { fillInstructions } from './fill-instructions.ts';
import type { Guide, GuideStep } from './guide.ts';
import { type GuideFacts, guideFacts } from './guide-facts.ts';
import { planMending } from './plan-mending.ts';
import { type DeclaredEntry, type PlannedEntry, planEntry } from './planned-entry.ts';
import { type Settlement, settleStep } from './settle-step.ts';
import type { StepSource, WalkedStep, WeakerForm } from './walked-step.ts';

export interface WalkGuideInput {
  readonly findings: readonly Finding[];
  readonly snapshot: Snapshot;
  readonly settings: CheckSettings;
  readonly now: Date;
  /** Blueprints that the account's manifest uses already. */
  readonly declared?: readonly DeclaredEntry[];
  /** Parameters that a person gave, for whichever blueprint has them. */
  readonly values?: { readonly [name: string]: unknown };
  /** Steps that are a matter of choice and that a person asked for, by id. */
  readonly wanted?: readonly string[];
  /** Somebody means it though AWS has closed the service. */
  readonly includeRetired?: boolean;
}

export interface GuideWalk {
  readonly guide: string;
  readonly title: string;
  readonly account: string;
  readonly partition: string;
  readonly applicability: Applicability;
  /** Empty where the guide does not apply, or where that is not known. */
  readonly steps: readonly WalkedStep[];
  readonly warnings: readonly string[];
}

/** Which steps of a guide are done in the account of a snapshot, and what would do the others. */
export function walkGuide(guide: Guide, input: WalkGuideInput): GuideWalk {
  const { snapshot, settings, now, includeRetired = false } = input;
  const { account, partition } = snapshot.caller;
  const applicability = judgeApplicability({ guide, snapshot, settings, includeRetired });
  const stale = guide.service === undefined ? undefined : staleLifecycle(now);
  return {
    guide: guide.id,
    title: guide.title,
    account,
    partition,
    applicability,
    steps: applicability.kind === 'applicable' ? walkSteps(guide, input) : [],
    warnings: stale === undefined ? [] : [stale],
  };
}

function walkSteps(guide: Guide, input: WalkGuideInput): readonly WalkedStep[] {
  const { findings, snapshot, settings, declared = [], wanted = [] } = input;
  const facts = guideFacts(snapshot, settings);
  const settled = new Map(
    guide.steps.map((step) => [
      step.id,
      settleStep(step.settled, {
        findings,
        snapshot,
        settings,
        declared,
        wanted: wanted.includes(step.id),
      }),
    ]),
  );
  const context = { guide, input, facts, settled };
  return guide.steps.map((step) => walkStep(step, context));
}

interface WalkContext {
  readonly guide: Guide;
  readonly input: WalkGuideInput;
  readonly facts: GuideFacts;
  readonly settled: ReadonlyMap<string, Settlement>;
}

function walkStep(step: GuideStep, context: WalkContext): WalkedStep {
  const { guide, facts, settled } = context;
  const { id, title, covers } = step;
  const own = settled.get(id) ?? unsettled;
  const instead = own.state === 'done' ? undefined : doneInstead(step, context);
  const head = { id, title, covers, source: sourceOf(step, guide) };
  if (instead !== undefined) {
    const why = `Not needed: done is "${instead.title}".`;
    return { ...head, ...own, state: 'not-applicable', why, findings: [] };
  }
  const isOpen = own.state !== 'done';
  const instructions = 'instructions' in step.settled ? step.settled.instructions : undefined;
  const plan = isOpen && own.state !== 'unknown' ? planOf(step, context) : undefined;
  const isMended = step.settled.by === 'checks' && plan?.needs.length === 0;
  const weaker = weakerForm(step, context);
  return {
    ...head,
    ...own,
    ...(isMended && { state: 'missing' }),
    ...(plan && { plan }),
    ...(isOpen && instructions && { instructions: fillInstructions(instructions, facts) }),
    ...(weaker && { weaker }),
  };
}

const unsettled: Settlement = {
  state: 'unknown',
  why: 'Not looked at.',
  findings: [],
  seen: [],
  missingPermissions: [],
};

function doneInstead(
  { unlessDone }: GuideStep,
  { guide, settled }: WalkContext,
): GuideStep | undefined {
  return guide.steps.find(({ id }) => unlessDone.includes(id) && settled.get(id)?.state === 'done');
}

/** While the step whose entry makes this one too is missing, that entry is the plan. */
function planOf({ settled: how }: GuideStep, context: WalkContext): PlannedEntry | undefined {
  const { guide, input, settled } = context;
  if (how.by === 'checks') return how.mending && planMending(how.mending, input);
  if (how.by !== 'blueprint') return undefined;
  const with_ = guide.steps.find(({ id }) => id === how.madeWith);
  const isMadeWith = with_ !== undefined && settled.get(with_.id)?.state === 'missing';
  const from = isMadeWith && with_.settled.by === 'blueprint' ? with_.settled : how;
  const { snapshot, declared = [], values = {}, includeRetired = false } = input;
  return planEntry(from, {
    snapshot,
    declared,
    values,
    includeRetired: includeRetired || guide.service !== undefined,
    arnOf: (step) => settled.get(step)?.seen[0],
  });
}

function weakerForm(
  { weaker }: GuideStep,
  { input: { findings } }: WalkContext,
): WeakerForm | undefined {
  if (weaker === undefined) return undefined;
  const { check, why, stronger, step } = weaker;
  return {
    check,
    why,
    stronger,
    ...(step !== undefined && { step }),
    findings: findings
      .filter((finding) => finding.check === check && finding.outcome === 'fail')
      .map(({ id }) => id),
  };
}

function sourceOf({ source }: GuideStep, { documents }: Guide): StepSource {
  const document = documents[source.document];
  if (document === undefined) throw new Error(`a guide has no document ${source.document}`);
  return { ...document, ...(source.line !== undefined && { line: source.line }) };
}
