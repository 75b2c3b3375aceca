import type { LintDocument, LintStatement, PlacedElement } from '../../lint-document.ts';
import type { LintRule, RuleFinding } from '../../lint-rule.ts';
import { placeOf } from '../../read-lint-document.ts';
import { eachStatement, found } from './each-statement.ts';

/**
 * Elements that the policy language has not, and pairs that exclude each other.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export const elementRules: readonly LintRule[] = [
  checkPolicyElements,
  eachStatement(unknownElements),
  eachStatement(excludingElements),
];

const policyElements: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);
const statementElements: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
const pairs = [
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
] as const;

function checkPolicyElements({ root }: LintDocument): readonly RuleFinding[] {
  return root.members.flatMap(({ key }) =>
    policyElements.has(key.value)
      ? []
      : [
          found(
            'INVALID_POLICY_ELEMENT',
            `"${key.value}" is no element of a policy.`,
            placeOf(key, [{ key: key.value }]),
          ),
        ],
  );
}

function unknownElements({ elements }: LintStatement): readonly RuleFinding[] {
  return [...elements.values()].flatMap(({ name, keyPlace }) =>
    statementElements.has(name)
      ? []
      : [found('INVALID_POLICY_ELEMENT', `"${name}" is no element of a statement.`, keyPlace)],
  );
}

function excludingElements({ elements }: LintStatement): readonly RuleFinding[] {
  return pairs.flatMap(([plain, negated]) => {
    const both = [elements.get(plain), elements.get(negated)].filter(isThere).sort(inText);
    if (both.length < 2) return [];
    return [
      found(
        'UNSUPPORTED_ELEMENT_COMBINATION',
        `${plain} and ${negated} exclude each other; remove one of them.`,
        ...both.map((element) => element.place),
      ),
    ];
  });
}

function isThere(element: PlacedElement | undefined): element is PlacedElement {
  return element !== undefined;
}

function inText(left: PlacedElement, right: PlacedElement): number {
  return left.place.start - right.place.start;
}
