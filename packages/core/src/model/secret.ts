/**
 * A password or key. Whoever prints, logs, throws or serialises it gets `***`; only `reveal` gives
 * the value, and every call of it is a place to look at twice.
 */
export interface Secret {
  readonly reveal: () => string;
  readonly toString: () => '***';
  readonly toJSON: () => '***';
}

const hidden = '***';

/** Keeps the value in a closure, where neither inspection nor enumeration finds it. */
export function secretOf(value: string): Secret {
  const hide = (): typeof hidden => hidden;
  return Object.freeze({
    reveal: () => value,
    toString: hide,
    toJSON: hide,
    [Symbol.toPrimitive]: hide,
    // What Node's inspect, and so console.log, asks for.
    [Symbol.for('nodejs.util.inspect.custom')]: hide,
  });
}

/** A text without the secrets that it might quote. */
export function withoutSecrets(text: string, secrets: readonly Secret[]): string {
  return secrets.reduce((left, secret) => left.replaceAll(secret.reveal(), hidden), text);
}
