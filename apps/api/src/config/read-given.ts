import { type ConfigMistake, mistake } from './config-mistake.ts';
import { describedVariables } from './variable-table.ts';

export interface ConfigSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Throws where there is no such file. */
  readonly readFile: (path: string) => string;
}

/** What was given, by the name of the variable: directly, or in a file that `{NAME}_FILE` names. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  readonly mistakes: readonly ConfigMistake[];
  /** Variables that look like ours and are not. */
  readonly unknown: readonly string[];
}

export function readGiven({ env, readFile }: ConfigSource): Given {
  const values: Record<string, string> = {};
  const mistakes: ConfigMistake[] = [];
  const known = new Set<string>();
  // An empty variable is one that was not set: compose files and CI write them so.
  const lookUp = (name: string): string | undefined => {
    known.add(name);
    return env[name] === '' ? undefined : env[name];
  };
  for (const { name, secret, file } of describedVariables) {
    const value = lookUp(name);
    const path = secret || file ? lookUp(`${name}_FILE`) : undefined;
    if (value !== undefined) values[name] = value;
    if (path === undefined) continue;
    if (value !== undefined) {
      mistakes.push(mistake(name, `It is given here and in ${name}_FILE.`));
      continue;
    }
    try {
      values[name] = readFile(path).trim();
    } catch {
      mistakes.push(mistake(`${name}_FILE`, 'The file cannot be read.'));
    }
  }
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('ROLECALL_') && !known.has(name),
  );
  return { values, mistakes, unknown };
}
