import { type Guardrails, readGuardrails } from '@rolecall/core';
import { readText } from './read-text.ts';

/** The guardrails in the file that was named, if one was. A manifest cannot name one. */
export async function loadGuardrails(
  cwd: string,
  file: string | undefined,
): Promise<Guardrails | undefined> {
  return file === undefined ? undefined : readGuardrails(file, await readText(cwd, file));
}
