import { posix } from 'node:path';
import { blankLiterals } from './blank-literals.ts';
import { readImports, type SourceImport } from './read-imports.ts';

export type SourceFile = {
  /** Relative to the repository, with forward slashes. */
  path: string;
  /** `packages/core`, `apps/cli`, `tests`. */
  workspace: string;
  /** The folder below `packages/core/src`, `verbs` for files in src itself; elsewhere undefined. */
  coreLayer: string | undefined;
  isTest: boolean;
  code: string;
  imports: readonly SourceImport[];
};

export function parseSourceFile(path: string, text: string): SourceFile {
  const blanked = blankLiterals(text);
  return {
    path,
    workspace: workspaceOf(path),
    coreLayer: coreLayerOf(path),
    isTest: isTestPath(path),
    code: blanked.code,
    imports: readImports(blanked),
  };
}

/** Tests, what only tests share (`*.fixture.ts`, `fixtures/`, `testing/`), and the workspaces made of tests. */
export function isTestPath(path: string): boolean {
  return /\.(?:test|fixture|arbitrary)\.ts$|\/(?:fixtures|testing)\/|^(?:tests|bench)\//.test(path);
}

function workspaceOf(path: string): string {
  return path.split('/', /^(?:packages|apps)\//.test(path) ? 2 : 1).join('/');
}

export function coreLayerOf(path: string): string | undefined {
  const below = path.startsWith('packages/core/src/') ? path.split('/').slice(3) : [];
  return below.length > 1 ? below[0] : below.length === 1 ? 'verbs' : undefined;
}

/** The path a relative specifier points to, or undefined for a package. */
export function resolveRelative(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined;
}
