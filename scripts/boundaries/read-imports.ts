import type { BlankedSource } from './blank-literals.ts';

export type SourceImport = {
  /** What is imported, or `undefined` when it is computed at run time. */
  specifier: string | undefined;
  /** The text between `import` or `export` and `from`; empty for other forms. */
  clause: string;
  line: number;
};

/**
 * Finds `import … from`, `export … from`, `import '…'`, `import('…')`, in types too, and
 * `require('…')`. Works on blanked code: `from` followed by a quote occurs nowhere else.
 */
export function readImports({ code, strings }: BlankedSource): SourceImport[] {
  const keyword = /(?<![.\w$])(?:from\s*(?=['"])|import\s*(?=['"])|(?:import|require)\s*\(\s*)/g;
  return [...code.matchAll(keyword)].map((match) => ({
    specifier: strings.get(match.index + match[0].length),
    clause: match[0].startsWith('from') ? clauseBefore(code, match.index) : '',
    line: lineAt(code, match.index),
  }));
}

function clauseBefore(code: string, end: number): string {
  const start = Math.max(code.lastIndexOf('import', end), code.lastIndexOf('export', end));
  return code.slice(start, end).replace(/^\w+/, '').trim();
}

export function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split('\n').length;
}
