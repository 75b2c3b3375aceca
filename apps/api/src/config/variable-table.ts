import { descriptions, type VariableDescription, variables } from './variables.ts';

export interface DescribedVariable extends VariableDescription {
  readonly name: string;
}

/** Every variable, in the order in which the operator reads of them. */
export const describedVariables: readonly DescribedVariable[] = Object.entries(
  variables.shape,
).flatMap(([name, schema]) => {
  const description = descriptions.get(schema);
  return description === undefined ? [] : [{ name, ...description }];
});

/** The table of docs/service.md, which a test holds equal to this. */
export function variableTable(): string {
  const rows = describedVariables.map(
    ({ name, does, takes, usual, secret, file }) =>
      `| \`${name}\`${secret || file ? ' ¹' : ''}${secret ? ' ²' : ''} | ${does} | ${takes} | ${usual} |`,
  );
  return [
    '| variable | what it does | what it takes | without it |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
