import type { Call } from './authorization.ts';
import { parseQuery } from './wire/parse-query.ts';
import type { Shapes } from './wire/shape.ts';
import { validateInput } from './wire/validate-input.ts';

/** One AWS service of the Query protocol: what it knows, and what of it the sandbox does. */
export interface QueryService {
  /** The prefix of its actions, and its name in a credential scope: `iam`. */
  readonly name: string;
  readonly version: string;
  readonly xmlNamespace: string;
  /** Whether AWS has the action; the sandbox may still not do it. */
  readonly knows: (action: string) => boolean;
  /** Reads the request and checks it; the result runs it. `undefined` when not built. */
  readonly prepare: (action: string, form: URLSearchParams) => PreparedCall | undefined;
}

export interface PreparedCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly run: (call: Call) => unknown;
}

export type Handlers<I, O> = {
  readonly [A in keyof I & keyof O]?: (call: Call, input: I[A]) => O[A];
};

export interface QueryServiceParts<I, O> {
  readonly name: string;
  readonly version: string;
  readonly xmlNamespace: string;
  readonly operations: { readonly [A in keyof I]: string | null };
  readonly shapes: Shapes;
  readonly handlers: Handlers<I, O>;
  /** Runs before the handler: authorization. */
  readonly before: (call: Call, action: string, input: Readonly<Record<string, unknown>>) => void;
}

export function createQueryService<I, O>(parts: QueryServiceParts<I, O>): QueryService {
  const { name, version, xmlNamespace, operations, shapes, handlers, before } = parts;

  const isAction = (action: string): action is keyof I & keyof O & string =>
    Object.hasOwn(operations, action);

  /** True or thrown: the API model's constraints are what makes the type right. */
  const isInput = <A extends keyof I>(action: A, value: unknown): value is I[A] => {
    const shapeName = operations[action];
    if (shapeName !== null) validateInput(value, shapes, shapeName);
    return true;
  };

  const prepareAction = <A extends keyof I & keyof O & string>(
    action: A,
    form: URLSearchParams,
  ): PreparedCall | undefined => {
    const handler: Handlers<I, O>[A] = handlers[action];
    if (handler === undefined) return undefined;
    const shapeName = operations[action];
    const parsed = shapeName === null ? {} : parseQuery(form, shapes, shapeName);
    const input = Object.fromEntries(Object.entries(parsed));
    return {
      input,
      run: (call) => {
        if (!isInput(action, input)) throw new Error('unreachable');
        before(call, action, input);
        return handler(call, input);
      },
    };
  };

  return {
    name,
    version,
    xmlNamespace,
    knows: isAction,
    prepare: (action, form) => (isAction(action) ? prepareAction(action, form) : undefined),
  };
}
