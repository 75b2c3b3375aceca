import { builtinGuardrails, type Guardrails, readGuardrails } from '@rolecall/core';
import type { Readers } from '../../storage/readers.ts';

/** The guardrails in force; those that are built in where nobody has published any. */
export async function currentGuardrails({
  guardrails,
}: Pick<Readers, 'guardrails'>): Promise<Guardrails> {
  const current = await guardrails.current();
  return current === undefined
    ? builtinGuardrails
    : readGuardrails(`guardrails, version ${current.version}`, current.text);
}
