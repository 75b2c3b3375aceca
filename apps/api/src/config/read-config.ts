import type { Config } from './config.ts';
import { type ConfigMistake, mistake } from './config-mistake.ts';
import { findConflicts, type Purpose } from './find-conflicts.ts';
import { makeConfig } from './make-config.ts';
import { type ConfigSource, readGiven } from './read-given.ts';
import { describedVariables } from './variable-table.ts';
import { variables } from './variables.ts';

export type ConfigReading =
  | {
      readonly kind: 'config';
      readonly config: Config;
      /** Variables that look like ours and are not: misspelt, or for another program. */
      readonly unknown: readonly string[];
    }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly ConfigMistake[] };

/** Reads all variables, and says everything that is wrong with them at once. */
export function readConfig(source: ConfigSource, purpose: Purpose = 'service'): ConfigReading {
  const given = readGiven(source);
  const parsed = variables.safeParse(given.values);
  const mistakes = [
    ...given.mistakes,
    ...(parsed.success ? [] : parsed.error.issues.map(mistakeOf)),
    ...findConflicts(given.values, purpose),
  ];
  return parsed.success && mistakes.length === 0
    ? { kind: 'config', config: makeConfig(parsed.data), unknown: given.unknown }
    : { kind: 'mistakes', mistakes };
}

const structured = new Set(describedVariables.filter(({ file }) => file).map(({ name }) => name));

function mistakeOf(issue: {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}): ConfigMistake {
  const [name = '', ...place] = issue.path.map(String);
  // Only of what has parts and is no secret: elsewhere a message might quote the value.
  if (!structured.has(name)) return mistake(name, 'Its value is not one that it takes.');
  const at = place.length === 0 ? '' : `At ${place.join('.')}: `;
  return mistake(name, `${at}${issue.message}`);
}
