import { RolecallError } from '@rolecall/core';

/** The value that --json prints for an error. */
export function errorJson(error: unknown): { readonly error: object } {
  if (!(error instanceof RolecallError)) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: { code: 'INTERNAL', message, hint: null, diagnostics: [] } };
  }
  const { code, message, details } = error;
  return {
    error: {
      code,
      message,
      hint: details.hint ?? null,
      ...(details.action && { action: details.action }),
      ...(details.subject && { subject: details.subject }),
      diagnostics: details.diagnostics ?? [],
    },
  };
}
