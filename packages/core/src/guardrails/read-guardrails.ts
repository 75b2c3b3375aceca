import { explainIssues } from '../manifest/explain-issues.ts';
import { parseYaml } from '../manifest/yaml-source.ts';
import { type Diagnostic, refuse } from '../model/errors.ts';
import { type Guardrails, guardrailsOf } from './guardrails.ts';
import { guardrailsSchema } from './schema.ts';

/**
 * Reads the guardrails in `text`; `file` is how errors call it. Fails with every fault of form at
 * once (`GUARDRAILS_INVALID`), each with its line and column.
 */
export function readGuardrails(file: string, text: string): Guardrails {
  const source = parseYaml(file, text);
  if (source.diagnostics.length > 0) return invalid(file, source.diagnostics);
  const result = guardrailsSchema.safeParse(source.value ?? {});
  if (result.success) return guardrailsOf(file, result.data);
  return invalid(file, explainIssues(result.error.issues, source, guardrailsSchema));
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
