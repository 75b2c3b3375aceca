import type { PolicyDocument } from '@rolecall/policy';

const texts = new WeakMap<PolicyDocument, string>();

/** The document as JSON, the same for equal ones; kept, since every check about policies asks. */
export function documentText(document: PolicyDocument): string {
  const kept = texts.get(document);
  if (kept !== undefined) return kept;
  const text = JSON.stringify(document);
  texts.set(document, text);
  return text;
}
