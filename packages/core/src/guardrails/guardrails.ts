import { digest } from '../plan/digest.ts';
import { type GuardrailRules, guardrailsSchema } from './schema.ts';

/** What no manifest may do, whatever it says; read from a file that manifests cannot name. */
export interface Guardrails {
  readonly file: string;
  /** SHA-256 of what the rules mean: order, comments and defaults do not count. */
  readonly digest: string;
  readonly rules: GuardrailRules;
}

export function guardrailsOf(file: string, rules: GuardrailRules): Guardrails {
  return { file, rules, digest: digest(withoutOrder(rules)) };
}

/** What holds where there is no file: the protection of Rolecall's own roles and policies. */
export const noGuardrails: Guardrails = guardrailsOf(
  'built-in guardrails',
  guardrailsSchema.parse({ version: 1 }),
);

/** Every list of the rules is a set. */
function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const members = value.map((each) => withoutOrder(each));
    return [...new Map(members.map((each) => [digest(each), each])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, each]) => each);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutOrder(member)]),
  );
}
