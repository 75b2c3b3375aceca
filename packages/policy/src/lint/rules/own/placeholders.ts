import type { LintStatement, PlacedText } from '../../lint-document.ts';
import { eachStatement, found } from '../structure/each-statement.ts';

/** Accounts, IDs and names of the AWS documentation, which belong to nobody. */
export const checkPlaceholders = eachStatement((statement) =>
  textsOf(statement).flatMap(({ value, place }) => {
    const placeholder = placeholders.exec(value)?.[0];
    if (placeholder === undefined) return [];
    return [
      found(
        'DOCUMENTATION_PLACEHOLDER',
        `"${placeholder}" stands in examples of the documentation; write your own value.`,
        place,
      ),
    ];
  }),
);

const placeholders =
  /(?<!\d)(?:111122223333|123456789012|444455556666|777788889999)(?!\d)|AccountNumber-WithoutHyphens|amzn-s3-demo-[a-z]+|(?:AKIA|AIDA|AROA|ASIA)[A-Z0-9]{1,20}EXAMPLE|\bo-exampleorgid\b/i;

function textsOf({ principals, resources, conditions }: LintStatement): readonly PlacedText[] {
  return [...principals, ...resources, ...conditions.flatMap(({ values }) => values)];
}
