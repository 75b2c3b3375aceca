import { isBuiltin } from 'node:module';
import { environmentReaders, hashImports, purePackages } from './layout.ts';
import { lineAt } from './read-imports.ts';
import { listNames, type Rule } from './rule.ts';

/** What code may take from the world around it. */
export const purityRules: readonly Rule[] = [
  {
    id: 'pure-without-node',
    appliesToTests: false,
    judgeImport: ({ workspace }, { specifier }) =>
      purePackages.includes(workspace) && isBuiltin(specifier) && specifier !== 'node:crypto'
        ? `${workspace} is pure: take the value as an argument instead of importing ${specifier}`
        : undefined,
  },
  {
    id: 'crypto-for-hashes',
    appliesToTests: false,
    judgeImport({ workspace }, { specifier, clause }) {
      if (!purePackages.includes(workspace) || specifier !== 'node:crypto') return undefined;
      return importedNames(clause).every((name) => hashImports.includes(name))
        ? undefined
        : `of node:crypto a pure package imports ${listNames(hashImports)}, by name`;
    },
  },
  {
    id: 'pure-without-ambient',
    appliesToTests: false,
    judgeSource: ({ workspace, code }) =>
      purePackages.includes(workspace)
        ? find(code, ambient).map(({ line, text }) => ({
            line,
            message: `${workspace} is pure: pass in what ${text} gives`,
          }))
        : [],
  },
  {
    id: 'environment-at-entry',
    appliesToTests: false,
    judgeSource: ({ path, workspace, code }) =>
      readsEnvironment({ path, workspace })
        ? []
        : find(code, /\bprocess\s*(?:\.\s*env\b|\[)|\bimport\.meta\.env\b/g).map(
            ({ line, text }) => ({
              line,
              message: `${text} belongs to an entry file: ${listNames(environmentReaders)}`,
            }),
          ),
    judgeImport: ({ path, workspace }, { specifier }) =>
      /^(?:node:)?process$/.test(specifier) && !readsEnvironment({ path, workspace })
        ? `${specifier} belongs to an entry file: ${listNames(environmentReaders)}`
        : undefined,
  },
];

/** Entry files may; for pure packages the stricter rules above speak. */
function readsEnvironment({ path, workspace }: { path: string; workspace: string }): boolean {
  return environmentReaders.includes(path) || purePackages.includes(workspace);
}

// One expression per thing a pure function must be given: time, chance, process, output, network,
// later, locale. A preceding dot means that it is someone's own property.
const ambient = new RegExp(
  [
    String.raw`(?<![.\w$])(?:`,
    String.raw`Date\.now\b|new Date\b(?!\s*\(\s*[^)\s])|(?<!new )Date\(|performance\s*\.|`,
    String.raw`Math\.random\b|crypto\s*\.|process\s*[.[]|console\s*[.[]|globalThis\b|fetch\s*\(|`,
    String.raw`(?:setTimeout|setInterval|setImmediate|queueMicrotask)\s*\()`,
    String.raw`|\.\s*(?:localeCompare|toLocale\w+)\b`,
  ].join(''),
  'g',
);

function find(code: string, pattern: RegExp): { line: number; text: string }[] {
  return [...code.matchAll(pattern)].map((match) => ({
    line: lineAt(code, match.index),
    text: match[0].trim(),
  }));
}

/** `type Hash, createHash as sha` gives Hash and createHash; a namespace gives `*`. */
function importedNames(clause: string): string[] {
  const names = /^(?:type\s+)?\{([^}]*)\}$/.exec(clause)?.[1];
  if (names === undefined) return ['*'];
  const trimmed = names.split(',').map((name) => name.trim());
  return trimmed
    .filter(Boolean)
    .map((name) => name.replace(/^type\s+/, '').replace(/\s+as\s.*/, ''));
}
