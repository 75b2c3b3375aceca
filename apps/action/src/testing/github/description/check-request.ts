import { dereference, type Operation, type Parameter } from './operation.ts';
import { validate } from './validate.ts';

export interface DescribedRequest {
  readonly operation: Operation;
  /** Decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The parsed JSON, or undefined where nothing was sent. */
  readonly body: unknown;
}

/** What the parameters of a request have against the description. */
export function checkParameters({ operation, path, query }: DescribedRequest): string[] {
  const known = operation.parameters;
  const unknown = [...query.keys()].filter(
    (key) => !known.some(({ in: place, name }) => place === 'query' && name === key),
  );
  return [
    ...unknown.map((key) => `there is no query parameter ${key}`),
    ...known.flatMap((parameter) => {
      const { name, required } = parameter;
      const given = parameter.in === 'path' ? path[name] : (query.get(name) ?? undefined);
      if (given === undefined) return required ? [`${name} is required`] : [];
      return validate(parameter.schema, readAs(parameter, given), 'strict').map(
        (fault) => `${name}: ${fault}`,
      );
    }),
    ...(Number(query.get('per_page') ?? 1) > 100 ? ['per_page: GitHub gives 100 at most'] : []),
  ];
}

/** What the body has against the description; lenient is what GitHub itself would refuse. */
export function checkBody(
  { operation, body }: DescribedRequest,
  how: 'strict' | 'lenient',
): string[] {
  if (operation.body === undefined) return body === undefined ? [] : ['it takes no body'];
  if (body === undefined) return operation.body.required ? ['a body is required'] : [];
  return validate(operation.body.schema, body, how);
}

/** Parameters are text; what should be a number or truth value and looks like one becomes one. */
function readAs({ schema }: Parameter, given: string): unknown {
  const { type } = dereference(schema);
  if (type === 'integer' && /^-?\d+$/.test(given)) return Number(given);
  return type === 'boolean' && /^(?:true|false)$/.test(given) ? given === 'true' : given;
}
