import { type Guide, nearestName, refuse } from '@rolecall/core';

/** Fails (`USAGE`) where the guide has no such steps. */
export function requireSteps({ id: guide, steps }: Guide, wanted: readonly string[] = []): void {
  const ids = steps.map(({ id }) => id);
  const unknown = wanted.filter((id) => !ids.includes(id));
  if (unknown.length === 0) return;
  refuse(
    `The guide ${guide} has no such steps.`,
    unknown.map((id) => {
      const near = nearestName(id, ids);
      return {
        code: 'USAGE' as const,
        message: `No step is called "${id}".`,
        hint: near === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean "${near}"?`,
      };
    }),
  );
}
