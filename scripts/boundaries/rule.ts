import type { SourceImport } from './read-imports.ts';
import type { SourceFile } from './source-file.ts';

/** One boundary. Says of each import, or of the code as a whole, what is wrong with it. */
export type Rule = {
  id: string;
  /** Tests see more: Node, the clock, the environment, `cases/`. The rest holds for them too. */
  appliesToTests: boolean;
  judgeImport?: (source: SourceFile, item: NamedImport) => string | undefined;
  judgeSource?: (source: SourceFile) => readonly Remark[];
};

type NamedImport = SourceImport & { specifier: string };
export type Remark = { line: number; message: string };

/** Names for a message. */
export function listNames(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}
