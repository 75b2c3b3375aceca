import type { Guardrails } from './guardrails.ts';
import { type GuardrailRules, guardrailsSchema } from './schema.ts';

/** The rules with {{account}} and {{partition}} filled in: one file may be for many accounts. */
export function rulesFor(
  { rules }: Pick<Guardrails, 'rules'>,
  { account, partition }: { readonly account: string; readonly partition: string },
): GuardrailRules {
  const text = JSON.stringify(rules)
    .replaceAll('{{account}}', account)
    .replaceAll('{{partition}}', partition);
  return guardrailsSchema.parse(JSON.parse(text));
}
