import { type Ask, validationFailed } from './answer.ts';

/** The text, unless GitHub would find it too long or a comment empty; wording from memory. */
export function limitedText(
  { limits }: Ask,
  { text, resource }: { readonly text: string; readonly resource: 'Issue' | 'IssueComment' },
): string {
  const refuse = (message: string) =>
    validationFailed({ resource, code: 'unprocessable', field: 'data', message });
  const { commentCharacters: most } = limits;
  if ([...text].length > most) refuse(`Body is too long (maximum is ${most} characters)`);
  if (resource === 'IssueComment' && text.trim() === '') refuse("Body can't be blank");
  return text;
}
