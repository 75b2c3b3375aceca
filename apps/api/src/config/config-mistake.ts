import { describedVariables } from './variable-table.ts';

/** One thing wrong with the environment. Never holds a value: it may be a secret. */
export interface ConfigMistake {
  readonly name: string;
  readonly problem: string;
  /** What it takes, in words. */
  readonly takes: string;
}

const takesOf = new Map(describedVariables.map(({ name, takes }) => [name, takes]));

export function mistake(name: string, problem: string): ConfigMistake {
  return { name, problem, takes: takesOf.get(name) ?? 'the path of a file' };
}

/** For people in a terminal: each variable once, with all that is wrong with it. */
export function describeMistakes(mistakes: readonly ConfigMistake[]): string {
  const byName = Map.groupBy(mistakes, ({ name }) => name);
  return [...byName]
    .map(([name, wrong]) => {
      const problems = wrong.map(({ problem }) => `    ${problem}`).join('\n');
      return `${name}:\n${problems}\n    It takes ${readable(wrong[0]?.takes ?? '')}.`;
    })
    .join('\n');
}

/** What was written for the page that docs/service.md is. */
function readable(takes: string): string {
  return takes.replace(/\[([^\]]*)\]\(#[^)]*\)/, '"$1" in docs/service.md').replaceAll('`', '');
}
