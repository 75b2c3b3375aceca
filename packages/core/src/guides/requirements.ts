import { z } from 'zod';
import { guides } from './catalogue.ts';
import data from './needs-nothing.json' with { type: 'json' };

/** Numbered requirements of the documents that need nothing, and why. */
export const needsNothing = z
  .array(z.strictObject({ id: z.string(), why: z.string().min(1) }))
  .parse(data);

/** How many numbered requirements each of the five documents has, by the letter of their ids. */
const numbered = { S: 20, T: 45, P: 19, A: 27, I: 16 } as const;

/** The id of every requirement, e.g. `S11`. */
export const requirementIds: readonly string[] = Object.entries(numbered).flatMap(
  ([letter, count]) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);

/** `GUIDE/STEP` of every step that covers a requirement. */
export function stepsCovering(requirement: string): readonly string[] {
  return guides.flatMap((guide) =>
    guide.steps
      .filter(({ covers }) => covers.includes(requirement))
      .map(({ id }) => `${guide.id}/${id}`),
  );
}
