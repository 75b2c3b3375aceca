import { guardrailsJsonSchema } from '../../packages/core/src/guardrails/json-schema.ts';

/** The JSON Schema of a guardrails file, for editors and for other tools. */
export function produceGuardrailsSchema(): string {
  return `${JSON.stringify(guardrailsJsonSchema(), null, 2)}\n`;
}
