import {
  asList,
  type OneOrMany,
  type PolicyDocument,
  type PolicyStatement,
  statementsOf,
} from '@rolecall/policy';

/** A policy with one thing changed; `undefined` where the policy has nothing of the kind. */
type Edit = (statements: readonly PolicyStatement[]) => readonly PolicyStatement[] | undefined;

const edits = {
  'an action added': editFirst(
    ({ Effect, Action }) => Effect === 'Allow' && Action !== undefined,
    (statement) => ({ ...statement, Action: [...asList(statement.Action), 'iam:DeleteRole'] }),
  ),
  'a statement dropped': (statements) =>
    statements.length > 1 ? statements.slice(0, -1) : undefined,
  'a resource wider': editFirst(
    ({ Effect, Resource }) => Effect === 'Allow' && asList(Resource).some((text) => text !== '*'),
    (statement) => ({ ...statement, Resource: widenFirst(statement.Resource) }),
  ),
  'a condition dropped': editFirst(
    ({ Condition }) => Condition !== undefined,
    ({ Condition, ...statement }) => statement,
  ),
  'a condition added': editFirst(
    ({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined,
    (statement) => ({
      ...statement,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } },
    }),
  ),
} satisfies Readonly<Record<string, Edit>>;

/** The kinds of edit with the copies they make of a policy, where it can be edited so. */
export function editedCopies(
  document: PolicyDocument,
): readonly { readonly edit: string; readonly copy: PolicyDocument }[] {
  const statements = statementsOf(document);
  return Object.entries(edits).flatMap(([edit, apply]) => {
    const edited = apply(statements);
    return edited === undefined ? [] : [{ edit, copy: { ...document, Statement: edited } }];
  });
}

function editFirst(
  fits: (statement: PolicyStatement) => boolean,
  change: (statement: PolicyStatement) => PolicyStatement,
): Edit {
  return (statements) => {
    const at = statements.findIndex(fits);
    if (at < 0) return undefined;
    return statements.map((statement, index) => (index === at ? change(statement) : statement));
  };
}

function widenFirst(resource: OneOrMany | undefined): OneOrMany {
  const patterns = asList(resource);
  const at = patterns.findIndex((text) => text !== '*');
  return patterns.map((text, index) => (index === at ? widen(text) : text));
}

/** `arn:aws:s3:::logs/2026` to `arn:aws:s3:::*`, and that to `*`. */
function widen(arn: string): string {
  const fields = arn.split(':');
  if (fields.length < 6 || fields.slice(5).join(':') === '*') return '*';
  return [...fields.slice(0, 5), '*'].join(':');
}
