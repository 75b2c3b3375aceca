import { patternParts } from '../language/pattern-text.ts';
import type { Policy, Statement } from '../language/policy.ts';
import { keyWords } from './key-words.ts';

/**
 * What the variables in a statement's resources and values stand for, a sentence each.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
export function variableNotes(
  { resource, conditions }: Statement,
  version: Policy['version'],
): readonly string[] {
  const texts = [
    ...(resource?.patterns ?? []),
    ...conditions
      .filter(({ operator }) => /^(?:String|Arn)/.test(operator.comparison))
      .flatMap(({ values }) => values),
  ];
  const notes = new Set<string>();
  for (const text of texts) {
    for (const part of patternParts(text, { variables: true })) {
      if (part.kind !== 'variable') continue;
      notes.add(version === '2012-10-17' ? noteOf(part) : plainNote(part.key));
    }
  }
  return [...notes];
}

function noteOf({ key, fallback }: { key: string; fallback: string | undefined }): string {
  const said = keyWords(key);
  const what = said === undefined ? `the value of ${key} in the request` : said;
  const without =
    fallback === undefined
      ? 'without it the text matches nothing'
      : `without it, for ${JSON.stringify(fallback)}`;
  return `\${${key}} stands for ${what}; ${without}.`;
}

function plainNote(key: string): string {
  return `\${${key}} is plain text, since the policy's Version is not 2012-10-17.`;
}
