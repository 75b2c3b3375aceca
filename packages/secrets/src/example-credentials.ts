import { RolecallError } from '@rolecall/core';

/** Keys that AWS prints in its documentation; source: IAM User Guide and SDK guides, 2026-11. */
const documented: ReadonlySet<string> = new Set([
  'AKIAIOSFODNN7EXAMPLE',
  'AKIAI44QH8DHBEXAMPLE',
  'ASIAIOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
]);

/** Whether a text is a key that only documentation has, or was made to look like one. */
export function isExampleCredential(text: string): boolean {
  return documented.has(text) || /^(AKIA|ASIA)\w*EXAMPLE$/.test(text);
}

/** Fails (`PARAMETER_INVALID`) on the keys of the documentation; never quotes a secret. */
export function refuseExamples(texts: readonly string[]): void {
  if (!texts.some(isExampleCredential)) return;
  throw new RolecallError('PARAMETER_INVALID', 'That is an example of the AWS documentation.', {
    hint: 'Give the real one.',
  });
}
