import { importRules } from './import-rules.ts';
import { purityRules } from './purity-rules.ts';
import type { Remark, Rule } from './rule.ts';
import { parseSourceFile, type SourceFile } from './source-file.ts';

export const rules: readonly Rule[] = [...importRules, ...purityRules];

export type Fault = Remark & { rule: string; path: string };

/** Judges sources, given as text by path relative to the repository, by every rule. */
export function checkBoundaries(sources: ReadonlyMap<string, string>): Fault[] {
  const parsed = [...sources].map(([path, text]) => parseSourceFile(path, text));
  return parsed.flatMap((source) => rules.flatMap((rule) => applyRule(rule, source)));
}

function applyRule(rule: Rule, source: SourceFile): Fault[] {
  if (source.isTest && !rule.appliesToTests) return [];
  const remarks = [...(rule.judgeSource?.(source) ?? []), ...judgeImports(rule, source)];
  return remarks.map((remark) => ({ rule: rule.id, path: source.path, ...remark }));
}

function judgeImports(rule: Rule, source: SourceFile): Remark[] {
  return source.imports.flatMap(({ specifier, ...item }) => {
    if (specifier === undefined) return [];
    const message = rule.judgeImport?.(source, { specifier, ...item });
    return message === undefined ? [] : [{ line: item.line, message }];
  });
}
