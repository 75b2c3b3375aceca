import { AsyncLocalStorage } from 'node:async_hooks';
import { Client } from 'pg';

/** A statement as the driver was given it. */
export interface Statement {
  readonly text: string;
  /** Of a prepared statement. */
  readonly name?: string | undefined;
  readonly values: readonly unknown[];
}

/**
 * Runs `work` and writes down what it has the driver send, in its order. Statements of others on
 * the same pool, such as the queue's own, are left out: they run in another context.
 */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const recorded = new AsyncLocalStorage<Statement[]>();
  const query: unknown = Reflect.get(Client.prototype, 'query');
  if (typeof query !== 'function') throw new Error('the driver has no query');
  Reflect.set(Client.prototype, 'query', function (this: unknown, ...given: unknown[]): unknown {
    recorded.getStore()?.push(statementOf(given));
    return Reflect.apply(query, this, given);
  });
  const statements: Statement[] = [];
  try {
    await recorded.run(statements, work);
  } finally {
    Reflect.set(Client.prototype, 'query', query);
  }
  return statements;
}

/** `query(text, values)`, or `query({ text, name, values })`. */
function statementOf([first, second]: readonly unknown[]): Statement {
  const isText = typeof first === 'string';
  const text: unknown = isText ? first : Reflect.get(Object(first), 'text');
  const name: unknown = isText ? undefined : Reflect.get(Object(first), 'name');
  const values: unknown = (isText ? undefined : Reflect.get(Object(first), 'values')) ?? second;
  return {
    text: String(text),
    ...(typeof name === 'string' ? { name } : {}),
    values: Array.isArray(values) ? values : [],
  };
}
