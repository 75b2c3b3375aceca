import type { Call } from './authorization.ts';
import type { Value } from './wire/parse-query.ts';
import type { Shapes } from './wire/shape.ts';
import { validateInput } from './wire/validate-input.ts';

/** One AWS service: what it knows, and what of it the sandbox does. */
export interface Service {
  /** The prefix of its actions: `iam`. */
  readonly name: string;
  /** Whether AWS has the action; the sandbox may still not do it. */
  readonly knows: (action: string) => boolean;
  /** Reads the request and checks it; the result runs it. `undefined` when not built. */
  readonly prepare: (action: string, read: ReadInput) => PreparedCall | undefined;
}

/** Reads a request, in whatever protocol it came, as the value that the shape describes. */
export type ReadInput = (
  shapes: Shapes,
  shapeName: string,
) => Value | Readonly<Record<string, unknown>>;

export interface PreparedCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly run: (call: Call) => unknown;
}

export type Handlers<I, O> = {
  readonly [A in keyof I & keyof O]?: (call: Call, input: I[A]) => O[A];
};

export interface ServiceParts<I, O> {
  readonly name: string;
  readonly operations: { readonly [A in keyof I]: string | null };
  readonly shapes: Shapes;
  readonly handlers: Handlers<I, O>;
  /** Runs before the handler: authorization. */
  readonly before: (call: Call, action: string, input: Readonly<Record<string, unknown>>) => void;
}

export function createService<I, O>(parts: ServiceParts<I, O>): Service {
  const { name, operations, shapes, handlers, before } = parts;

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
    read: ReadInput,
  ): PreparedCall | undefined => {
    const handler: Handlers<I, O>[A] = handlers[action];
    if (handler === undefined) return undefined;
    const shapeName = operations[action];
    const parsed = shapeName === null ? {} : read(shapes, shapeName);
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
    knows: isAction,
    prepare: (action, read) => (isAction(action) ? prepareAction(action, read) : undefined),
  };
}
