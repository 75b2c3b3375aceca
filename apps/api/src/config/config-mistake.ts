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

/** For people: two lines a mistake. */
export function describeMistakes(mistakes: readonly ConfigMistake[]): string {
  return mistakes
    .map(({ name, problem, takes }) => `${name}: ${problem}\n    It takes ${takes}.`)
    .join('\n');
}
