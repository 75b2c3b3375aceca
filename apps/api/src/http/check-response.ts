import type { Check } from './compile-checks.ts';
import type { Place } from './place.ts';
import type { ProblemItem } from './problem.ts';
import type { Operation, Response } from './read-operations.ts';

/** An answer as it goes out. */
export interface Sent {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: unknown };
  /** Null for a stream, which is not looked into. */
  readonly body: string | undefined | null;
}

/** Our own answer is not what the contract promises: a defect of ours. */
export class ContractBroken extends Error {
  override readonly name = 'ContractBroken';
}

export type ResponseCheck = (sent: Sent) => void;

/**
 * Makes the check of an operation's answers, problems included; it throws ContractBroken. Schemas
 * are compiled when they are first needed: all at once take seconds.
 */
export function compileResponseCheck(
  { id, responses }: Operation,
  compile: (schema: Place) => Check,
): ResponseCheck {
  const compiled = new Map<Response, ReturnType<typeof compileOne>>();
  return (sent) => {
    const names = [String(sent.status), `${String(sent.status)[0]}XX`, 'default'];
    const response = names.map((name) => responses.get(name)).find((one) => one !== undefined);
    if (response === undefined) throw broken(id, sent, [{ message: 'the status is undocumented' }]);
    const check = compiled.get(response) ?? compileOne(response, compile);
    compiled.set(response, check);
    const faults = check(sent);
    if (faults.length > 0) throw broken(id, sent, faults);
  };
}

function broken(id: string, { status }: Sent, faults: readonly ProblemItem[]): ContractBroken {
  return new ContractBroken(`${id} ${status}: ${faults.map(inWords).join('; ')}`);
}

function compileOne(
  { schemas, headers }: Response,
  compile: (schema: Place) => Check,
): (sent: Sent) => readonly ProblemItem[] {
  const bodies = new Map(
    [...schemas].map(([type, schema]) => [
      type,
      schema === undefined ? undefined : compile(schema),
    ]),
  );
  const wanted = headers.map((header) => ({
    ...header,
    check: header.schema === undefined ? undefined : compile(header.schema),
  }));
  return (sent) => [
    ...checkBody(sent, bodies),
    ...wanted.flatMap(({ name, required, check }) => {
      const value = sent.headers[name];
      if (value === undefined) return required ? [{ message: `header ${name} is missing` }] : [];
      // A header is text, whatever its schema calls it.
      const faults = check?.(value) ?? [];
      const numeric = faults.length > 0 ? (check?.(Number(value)) ?? []) : faults;
      return numeric.map(({ message }) => ({ message: `header ${name} ${message}` }));
    }),
  ];
}

function checkBody(
  { headers, body }: Sent,
  bodies: ReadonlyMap<string, Check | undefined>,
): readonly ProblemItem[] {
  if (bodies.size === 0)
    return body === undefined || body === '' ? [] : [{ message: 'there must be no body' }];
  const type = String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
  if (!bodies.has(type)) return [{ message: `the media type ${type} is not documented` }];
  if (body === null) return [];
  const value: unknown = type.endsWith('json') ? JSON.parse(body ?? 'null') : body;
  return bodies.get(type)?.(value) ?? [];
}

function inWords({ pointer, message }: ProblemItem): string {
  return pointer === undefined ? message : `${pointer} ${message}`;
}
