import { explainIssues } from '../manifest/explain-issues.ts';
import { parseYaml, type YamlSource } from '../manifest/yaml-source.ts';
import { type Diagnostic, refuse } from '../model/errors.ts';
import { findContradictions } from './contradictions/find-contradictions.ts';
import { type Guardrails, guardrailsOf } from './guardrails.ts';
import { type GuardrailRules, guardrailsSchema } from './schema.ts';

/**
 * Reads the guardrails in `text`; `file` is how errors call it. Fails with every fault of form at
 * once (`GUARDRAILS_INVALID`), each with its line and column; then with rules that contradict one
 * another.
 */
export function readGuardrails(file: string, text: string): Guardrails {
  const source = parseYaml(file, text);
  if (source.diagnostics.length > 0) return invalid(file, source.diagnostics);
  const result = guardrailsSchema.safeParse(source.value ?? {});
  if (result.success) {
    const contradictions = explainContradictions(result.data, source);
    if (contradictions.length > 0) return invalid(file, contradictions);
    return guardrailsOf(file, result.data);
  }
  return invalid(file, explainIssues(result.error.issues, source, guardrailsSchema));
}

function explainContradictions(rules: GuardrailRules, source: YamlSource): readonly Diagnostic[] {
  return findContradictions(rules).map(({ path, against, message, hint }) => {
    const here = path.join('.');
    const there = against.join('.');
    const { line } = source.locate(against);
    return {
      code: 'GUARDRAILS_INVALID',
      message: `${here}: ${message}${here === there ? '' : ` (${there}, line ${line})`}.`,
      position: source.locate(path),
      hint,
    };
  });
}

function invalid(file: string, faults: readonly Diagnostic[]): never {
  return refuse(
    `${file} holds no valid guardrails.`,
    faults.map((fault) => ({
      ...fault,
      code: 'GUARDRAILS_INVALID',
      message: fault.message.replace(/^The manifest /, 'The file '),
    })),
  );
}
