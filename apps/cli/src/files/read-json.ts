import type { RolecallError } from '@rolecall/core';
import { readText } from './read-text.ts';

/** The content of a JSON file; `invalid` makes the error where it is not JSON. */
export async function readJson(
  cwd: string,
  file: string,
  invalid: (cause: unknown) => RolecallError,
): Promise<unknown> {
  const text = await readText(cwd, file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(cause);
  }
}
