import type { PolicyDocument } from '@rolecall/policy';
import { documentText } from './document-text.ts';

/** `judge`, asked once for each distinct text: large accounts hold the same document many times. */
export function byDocument<T>(
  judge: (document: PolicyDocument) => T,
): (document: PolicyDocument) => T {
  const answers = new Map<string, { readonly answer: T }>();
  return (document) => {
    const text = documentText(document);
    const found = answers.get(text);
    if (found !== undefined) return found.answer;
    const answer = judge(document);
    answers.set(text, { answer });
    return answer;
  };
}
