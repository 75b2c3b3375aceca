type OneOrMany = string | readonly string[];

/** A document of Version 2012-10-17. */
export function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

export function allow(action: OneOrMany, resource: OneOrMany = '*', more: object = {}): object {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}

export function deny(action: OneOrMany, resource: OneOrMany = '*', more: object = {}): object {
  return { ...allow(action, resource, more), Effect: 'Deny' };
}

/** A condition on one key. */
export function when(operator: string, key: string, value: unknown): object {
  return { Condition: { [operator]: { [key]: value } } };
}
