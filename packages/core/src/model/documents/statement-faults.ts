import {
  asList,
  operatorNames,
  type PolicyDocument,
  type PolicyStatement,
  parseConditionOperator,
  statementsOf,
} from '@rolecall/policy';
import { nearestName } from '../nearest-name.ts';

/** What IAM would not take, and where in the document it stands. */
export interface DocumentFault {
  readonly path: readonly (string | number)[];
  /** A predicate: `has no Resource`. */
  readonly message: string;
}

type Judge = (statement: PolicyStatement) => readonly DocumentFault[];

/**
 * What IAM refuses to store in any kind of policy, and what `judge` finds in one kind. Texts with a
 * placeholder are judged once it is filled. Source: IAM user guide, "Grammar of the IAM JSON policy
 * language", and the refusals of the API.
 */
export function documentFaults(document: PolicyDocument, judge: Judge): readonly DocumentFault[] {
  const isList = Array.isArray(document.Statement);
  return [
    ...statementsOf(document).flatMap((statement, index) =>
      [...actionFaults(statement), ...conditionFaults(statement), ...judge(statement)].map(
        ({ path, message }) => ({
          path: ['Statement', ...(isList ? [index] : []), ...path],
          message,
        }),
      ),
    ),
    ...sidFaults(document, isList),
  ];
}

/** Each text of an element that has none to fill in, with its path. */
export function textsIn(
  element: string,
  value: string | readonly string[] | undefined,
): readonly { readonly text: string; readonly path: readonly (string | number)[] }[] {
  if (value === undefined) return [];
  return asList(value)
    .map((text, index) => ({ text, path: Array.isArray(value) ? [element, index] : [element] }))
    .filter(({ text }) => !isTemplate(text));
}

export function isTemplate(text: string): boolean {
  return text.includes('{{');
}

/** The fault of having both of two elements, or neither. */
export function choiceFaults(
  statement: PolicyStatement,
  one: 'Action' | 'Resource',
): readonly DocumentFault[] {
  const other = `Not${one}` as const;
  const given = [statement[one], statement[other]].filter((value) => value !== undefined);
  if (given.length === 2) return [{ path: [other], message: `stands beside ${one}: choose one` }];
  return given.some((value) => asList(value).length > 0)
    ? []
    : [{ path: [], message: `has no ${one}` }];
}

function actionFaults(statement: PolicyStatement): readonly DocumentFault[] {
  const texts = [
    ...textsIn('Action', statement.Action),
    ...textsIn('NotAction', statement.NotAction),
  ];
  return [
    ...choiceFaults(statement, 'Action'),
    ...texts.flatMap(({ text, path }) =>
      text === '*' || /^(?:\*|[a-zA-Z0-9.-]+):[^:]+$/.test(text)
        ? []
        : [{ path, message: `"${text}" is no action: it is written service:Name` }],
    ),
  ];
}

function conditionFaults({ Condition = {} }: PolicyStatement): readonly DocumentFault[] {
  return Object.entries(Condition).flatMap(([operator, keys]): readonly DocumentFault[] => {
    const path = ['Condition', operator];
    if (!isTemplate(operator) && parseConditionOperator(operator) === undefined) {
      const nearest = nearestName(operator, operatorNames);
      const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
      return [{ path, message: `"${operator}" is no condition operator${hint}` }];
    }
    return Object.keys(keys)
      .filter((key) => !isTemplate(key) && !/^[^:\s]+:\S/.test(key))
      .map((key) => ({
        path: [...path, key],
        message: `"${key}" is no condition key: it is written service:Name`,
      }));
  });
}

function sidFaults(document: PolicyDocument, isList: boolean): readonly DocumentFault[] {
  const seen = new Set<string>();
  return statementsOf(document).flatMap(({ Sid = '' }, index): readonly DocumentFault[] => {
    const path = ['Statement', ...(isList ? [index] : []), 'Sid'];
    if (Sid === '' || isTemplate(Sid)) return [];
    if (!/^[0-9A-Za-z]*$/.test(Sid)) return [{ path, message: 'may hold letters and digits only' }];
    if (seen.has(Sid)) return [{ path, message: `"${Sid}" stands in this policy twice` }];
    seen.add(Sid);
    return [];
  });
}
