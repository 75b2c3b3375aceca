import type { Check } from '../checks/check.ts';
import { findCheck } from '../checks/index.ts';
import type { PartName } from '../model/snapshot.ts';
import type { Guide } from './guide.ts';
import { factParts } from './guide-facts.ts';
import { partsForSign } from './read-sign.ts';

/** The checks that the steps of a guide name, each once. */
export function checksForGuide({ steps }: Guide): readonly Check[] {
  const ids = steps.flatMap(({ settled, weaker }) => [
    ...(settled.by === 'checks' ? settled.checks.map(({ check }) => check) : []),
    ...(weaker === undefined ? [] : [weaker.check]),
  ]);
  return [...new Set(ids)].flatMap((id) => findCheck(id) ?? []);
}

/** The parts that walking a guide reads: those of its checks and of its signs, and a few facts. */
export function partsForGuide(guide: Guide): readonly PartName[] {
  const { steps, evidence, service } = guide;
  const signs = [
    ...evidence,
    ...steps.flatMap(({ settled }) => ('signs' in settled ? settled.signs : [])),
  ];
  return [
    ...new Set([
      ...checksForGuide(guide).flatMap(({ needs, uses = [] }) => [...needs, ...uses]),
      ...signs.flatMap(partsForSign),
      ...factParts,
      ...(service === undefined ? [] : (['roles'] as const)),
      // By these a plan suggests names that are not taken.
      ...(['users', 'groups', 'policies'] as const),
    ]),
  ];
}
