import type { Schema } from '@rolecall/contract';
import {
  blueprintOfStep,
  findBlueprint,
  type Guide,
  type GuideStep,
  lifecycle,
} from '@rolecall/core';

/** A guide as lists show it. */
export function guideSummary({
  id,
  title,
  purpose,
  service,
  successor,
  steps,
}: Guide): Schema<'GuideSummary'> {
  return {
    id,
    title,
    purpose,
    lifecycle: fateOf(service),
    successor: successor ?? null,
    steps: steps.length,
  };
}

/** A whole guide, as a portal shows it and makes a form of its parameters. */
export function showGuide(guide: Guide): Schema<'Guide'> {
  const steps = guide.steps.map((step) => showStep(step, guide));
  return { ...guideSummary(guide), parameters: guideParameters(guide), steps };
}

/** The parameters of the blueprints that the guide uses. */
export function guideParameters({ steps }: Guide): Schema<'Guide'>['parameters'] {
  return Object.fromEntries(
    steps.flatMap(({ settled }) => {
      const use = blueprintOfStep(settled);
      return use === undefined ? [] : Object.entries(findBlueprint(use)?.parameters ?? {});
    }),
  );
}

function fateOf(service: string | undefined): Schema<'GuideSummary'>['lifecycle'] {
  const fate = service === undefined ? undefined : lifecycle.services[service];
  if (fate === undefined) return null;
  const { title, state, since, advice, source } = fate;
  return { title, state, since, advice, source };
}

function showStep(step: GuideStep, { documents }: Guide): Schema<'GuideStep'> {
  const { id, title, covers, source, settled, unlessDone, weaker } = step;
  const document = documents[source.document];
  if (document === undefined) throw new Error(`a guide has no document ${source.document}`);
  return {
    id,
    title,
    covers,
    source: { ...document, ...(source.line !== undefined && { line: source.line }) },
    settledBy: settled.by,
    checks: settled.by === 'checks' ? settled.checks.map(({ check }) => check) : [],
    blueprint: blueprintOfStep(settled) ?? null,
    choice: settled.by === 'blueprint' && settled.choice,
    instructions: instructionsOf(step),
    words: settled.by === 'inform' ? settled.words : null,
    unlessDone,
    weaker: weaker === undefined ? null : weakerForm(weaker),
  };
}

function instructionsOf({ settled }: GuideStep): Schema<'Instructions'> | null {
  if (!('instructions' in settled) || settled.instructions === undefined) return null;
  const { words, console, cli, file, links } = settled.instructions;
  return { words, console, cli, links, ...(file !== undefined && { file }) };
}

function weakerForm({
  check,
  why,
  stronger,
  step,
}: NonNullable<GuideStep['weaker']>): Schema<'WeakerForm'> {
  return { check, why, stronger, ...(step !== undefined && { step }) };
}
