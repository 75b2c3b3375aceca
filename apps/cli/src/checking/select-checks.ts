import { type Check, checks, findCheck, nearestName, refuse } from '@rolecall/core';

/** The checks with these ids; without ids all but those that run only when asked for. */
export function selectChecks(ids: readonly string[] | 'all' | undefined): readonly Check[] {
  if (ids === 'all') return checks;
  if (ids === undefined) return checks.filter(({ optIn }) => optIn !== true);
  const unknown = ids.filter((id) => findCheck(id) === undefined);
  if (unknown.length > 0) return refuse('There are no such checks.', unknown.map(explain));
  return checks.filter(({ id }) => ids.includes(id));
}

function explain(id: string) {
  const near = nearestName(
    id,
    checks.map((check) => check.id),
  );
  return {
    code: 'USAGE' as const,
    message: `No check is called "${id}".`,
    hint: near === undefined ? 'See `rolecall check --list`.' : `Did you mean "${near}"?`,
  };
}
